package jigsaw.embedded.blackbox;

import java.util.ArrayList;
import java.util.List;

/// One conversation on one connection. `source` is the RFC section that asks for it.
public record HttpCase(String name, String source, List<Step> steps) {
  public HttpCase {
    steps = List.copyOf(steps);
  }

  /// A thing that the client sends or expects.
  public sealed interface Step {}

  /// Octets to send, each as one character.
  public record Send(String octets) implements Step {}

  /// The client closes its direction.
  public record HalfClose() implements Step {}

  /// An answer with its status, fields and, unless there is none, its body. Texts that begin with
  /// `~` are regular expressions.
  public record Expect(int status, boolean headOnly, List<ExpectedField> fields, List<String> body)
      implements Step {
    public Expect {
      fields = List.copyOf(fields);
      body = List.copyOf(body);
    }

    Expect with(ExpectedField field) {
      List<ExpectedField> more = new ArrayList<>(fields);
      more.add(field);
      return new Expect(status, headOnly, more, body);
    }

    Expect withBody(String expected) {
      return new Expect(status, headOnly, fields, List.of(expected));
    }
  }

  /// A field that must be there, or, if `absent`, must not.
  public record ExpectedField(String name, String value, boolean absent) {}

  /// The server closes the connection and nothing more comes.
  public record ExpectClosed() implements Step {}

  /// The connection can be used for another request.
  public record ExpectOpen() implements Step {}
}
