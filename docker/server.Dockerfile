# The server: docker build -f docker/server.Dockerfile -t jigsaw-server .
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
    && docker/image/collect-libraries server /opt/jigsaw \
    && mkdir /opt/jigsaw/bin && cp server/jvm.options docker/image/serve docker/image/ready docker/image/container-memory docker/image/addresses.properties /opt/jigsaw/bin/
# Trained where everything finally lies, with the flags that bin/serve always gives.
RUN docker/image/train /build

FROM ${BASE_IMAGE} AS root
COPY --from=build /opt/jigsaw /opt/jigsaw
COPY docker/image/minimal-root /tmp/
RUN /tmp/minimal-root /root-of-image /opt/jigsaw/runtime /opt/jigsaw/native

FROM scratch
ARG VERSION=unknown
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Jigsaw server" \
      org.opencontainers.image.description="Answers the product pages of a shop" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"
COPY --from=root /root-of-image/ /
COPY --from=build /opt/jigsaw /opt/jigsaw
# The operations port is for the internal network of the containers; it is never published.
ENV JIGSAW_ADMIN_BIND=0.0.0.0 \
    JIGSAW_DB_USER=jigsaw_server \
    JIGSAW_DB_PASSWORD_FILE=/run/secrets/db_server_password
USER 10001:10001
WORKDIR /
EXPOSE 8080 9090
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=5s --timeout=3s --start-period=30s --retries=2 CMD ["/opt/jigsaw/bin/ready"]
ENTRYPOINT ["/opt/jigsaw/bin/serve"]
