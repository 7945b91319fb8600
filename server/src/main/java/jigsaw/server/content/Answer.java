package jigsaw.server.content;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A whole answer, encoded once: what caches hold and connections write.
///
/// One answer has up to two representations, as it is and gzip. The one that the source did not
/// come in is made when a client first asks for it, by whichever thread asks; two threads that ask
/// at once make equal bytes, and either may stay.
public final class Answer implements Outcome {
  /// Objects and references of an answer in memory beside its bytes, rounded up.
  private static final int OVERHEAD_BYTES = 256;

  private final int status;
  private final int weightBytes;
  private final @Nullable Source source;
  // Written once or twice with equal content, by any thread.
  private volatile @Nullable Representation identity;
  private volatile @Nullable Representation gzip;

  private Answer(int status, int weightBytes, @Nullable Source source) {
    this.status = status;
    this.weightBytes = weightBytes + OVERHEAD_BYTES;
    this.source = source;
  }

  /// An answer with a single representation, whatever the client accepts.
  static Answer fixed(Representation representation) {
    Answer answer =
        new Answer(representation.preamble().status(), representation.weightBytes(), null);
    answer.identity = representation;
    answer.gzip = representation;
    return answer;
  }

  /// An answer with status 200 whose representations are made by `source`. `weightBytes` covers
  /// both.
  static Answer of(Source source, int weightBytes) {
    return new Answer(200, weightBytes, source);
  }

  /// The same for clients who are to see that it was made so many seconds ago; bodies are shared.
  public Answer withAge(long seconds) {
    Source aged =
        new Source() {
          @Override
          public Representation identity() {
            return Answer.this.representation(false).withAge(seconds);
          }

          @Override
          public Optional<Representation> gzip() {
            return Optional.of(Answer.this.representation(true).withAge(seconds));
          }
        };
    return new Answer(status, weightBytes - OVERHEAD_BYTES, aged);
  }

  public int status() {
    return status;
  }

  /// How many bytes of memory the answer takes once both representations are made, roughly.
  public int weightBytes() {
    return weightBytes;
  }

  /// What to write for a client that accepts gzip or does not; gzip only where it is smaller.
  public Representation representation(boolean acceptsGzip) {
    Representation made = acceptsGzip ? gzip : identity;
    return made != null ? made : make(acceptsGzip);
  }

  private Representation make(boolean acceptsGzip) {
    if (source == null) {
      throw new IllegalStateException("a fixed answer lacks its representation");
    }
    if (!acceptsGzip) {
      Representation made = source.identity();
      identity = made;
      return made;
    }
    Representation made = source.gzip().orElseGet(() -> representation(false));
    gzip = made;
    return made;
  }

  /// Where the representations of an answer come from; called by any thread, at most a few times.
  interface Source {
    Representation identity();

    /// Empty where gzip would not be smaller.
    Optional<Representation> gzip();
  }
}
