/// HTTP/1.1 on Netty: bytes of a connection become a [jigsaw.server.http.Request], an endpoint's
/// answer becomes bytes. Nothing else in the server imports Netty. Start reading at
/// `ConnectionInitializer`, which lists the pipeline.
@NullMarked
package jigsaw.server.http;

import org.jspecify.annotations.NullMarked;
