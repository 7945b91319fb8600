package jigsaw.server.endpoints;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicBoolean;
import jigsaw.server.content.Answer;
import jigsaw.server.content.AnswerEncoder;
import jigsaw.server.content.Outcome;
import jigsaw.server.content.Pending;
import jigsaw.server.http.Endpoint;
import jigsaw.server.http.Request;

/// A file that is part of the program, read and compressed when it is first asked for, on a thread
/// of its own.
final class ResourceEndpoint implements Endpoint {
  private final AnswerEncoder encoder;
  private final String contentType;
  private final String path;
  private final Pending answer = new Pending();
  private final AtomicBoolean begun = new AtomicBoolean();

  /// `path` is the resource's path on the class path, from its root.
  ///
  /// @throws IllegalStateException if there is no such resource
  ResourceEndpoint(AnswerEncoder encoder, String contentType, String path) {
    this.encoder = encoder;
    this.contentType = contentType;
    this.path = path;
    if (ResourceEndpoint.class.getResource(path) == null) {
      throw new IllegalStateException(path + " is missing from the jar");
    }
  }

  @Override
  public Outcome serve(Request request) {
    if (begun.compareAndSet(false, true)) {
      Thread.ofVirtual().name("jigsaw-resource").start(() -> answer.complete(load()));
    }
    return answer;
  }

  private Answer load() {
    try (InputStream in = ResourceEndpoint.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(path + " was in the jar at the start");
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
