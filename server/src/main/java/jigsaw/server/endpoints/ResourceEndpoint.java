package jigsaw.server.endpoints;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import jigsaw.server.content.Answer;
import jigsaw.server.content.AnswerEncoder;
import jigsaw.server.content.Outcome;
import jigsaw.server.content.Pending;
import jigsaw.server.http.Endpoint;
import jigsaw.server.http.Request;

/// A file that is part of the program. It is read and compressed beside the server's start, which
/// need not wait for it.
final class ResourceEndpoint implements Endpoint {
  private final Pending answer = new Pending();

  /// `path` is the resource's path on the class path, from its root.
  ///
  /// @throws IllegalStateException if there is no such resource
  ResourceEndpoint(AnswerEncoder encoder, String contentType, String path) {
    if (ResourceEndpoint.class.getResource(path) == null) {
      throw new IllegalStateException(path + " is missing from the jar");
    }
    Pending loaded = answer;
    Thread.ofVirtual()
        .name("jigsaw-resource")
        .start(() -> loaded.complete(load(encoder, contentType, path)));
  }

  @Override
  public Outcome serve(Request request) {
    return answer;
  }

  private static Answer load(AnswerEncoder encoder, String contentType, String path) {
    try (InputStream in = ResourceEndpoint.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(path + " was in the jar a moment ago");
      }
      Answer loaded = encoder.resource(contentType, in.readAllBytes());
      // Asking for a representation makes it.
      var _ = loaded.representation(true);
      var _ = loaded.representation(false);
      return loaded;
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }
}
