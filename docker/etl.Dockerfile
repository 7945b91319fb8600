# The ETL and the generator: docker build -f docker/etl.Dockerfile -t jigsaw-etl .
# Both bases can be replaced: BUILD_IMAGE needs JDK 25, Maven and bash, BASE_IMAGE bash and glibc.
ARG BUILD_IMAGE=docker.io/library/maven:3.9.11-eclipse-temurin-25
ARG BASE_IMAGE=docker.io/library/debian:12.12-slim

FROM ${BUILD_IMAGE} AS build
ARG MAVEN_ARGS=""
WORKDIR /build
COPY . .
RUN mvn -B --no-transfer-progress ${MAVEN_ARGS} -pl etl,server,embedded -am -Dmaven.test.skip=true \
      -Dspotless.check.skip=true -Dcheckstyle.skip=true package
RUN jlink --add-modules java.base,java.logging,java.management,java.naming,java.sql,java.xml,jdk.management,jdk.unsupported \
      --strip-java-debug-attributes --no-man-pages --no-header-files --compress zip-6 --vm server --output /opt/jigsaw/runtime \
    && docker/image/collect-libraries etl /opt/jigsaw \
    && mkdir /opt/jigsaw/bin && cp docker/image/etl docker/image/container-memory /opt/jigsaw/bin/

FROM ${BASE_IMAGE} AS root
COPY --from=build /opt/jigsaw /opt/jigsaw
COPY docker/image/minimal-root /tmp/
RUN /tmp/minimal-root /root-of-image /opt/jigsaw/runtime \
    && mkdir /root-of-image/csv /root-of-image/reports && chown 10001:10001 /root-of-image/csv /root-of-image/reports

FROM scratch
ARG VERSION=unknown
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Jigsaw ETL" \
      org.opencontainers.image.description="Loads a catalogue from CSV files into MySQL" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"
COPY --from=root /root-of-image/ /
COPY --from=build /opt/jigsaw /opt/jigsaw
ENV JIGSAW_CSV=/csv \
    JIGSAW_REJECTS=/reports/rejects.csv \
    JIGSAW_DB_USER=jigsaw_etl \
    JIGSAW_DB_PASSWORD_FILE=/run/secrets/db_etl_password
USER 10001:10001
WORKDIR /reports
ENTRYPOINT ["/opt/jigsaw/bin/etl"]
