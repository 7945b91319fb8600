package jigsaw.server.http;

/// An answered request: when it was answered, by milliseconds since 1970; who asked (`-` where
/// unknown); the request's id, of visible ASCII; its target as sent, cut at
/// [RequestTrace#MAX_TARGET_BYTES], `-` if the request could not be read; the octets of the answer
/// with its head; and the time from the request's last octet to the hand-over of the answer.
public record AccessEntry(
    long epochMillis,
    String client,
    String id,
    String method,
    String target,
    String protocol,
    int status,
    int bytes,
    long nanos) {}
