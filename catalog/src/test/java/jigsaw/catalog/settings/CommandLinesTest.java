package jigsaw.catalog.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

final class CommandLinesTest {
  private final Program program = new Program();
  private final StringWriter err = new StringWriter();

  @Test
  void takesTheDefaultThenTheEnvironmentThenTheOption() {
    assertThat(run(Map.of())).isZero();
    assertThat(program.port).isEqualTo(8080);
    assertThat(run(Map.of("JIGSAW_ADMIN_PORT", "81"))).isZero();
    assertThat(program.port).isEqualTo(81);
    assertThat(run(Map.of("JIGSAW_ADMIN_PORT", "81"), "--admin-port", "82")).isZero();
    assertThat(program.port).isEqualTo(82);
  }

  @Test
  void namesKeyAndValueOfAWrongVariable() {
    assertThat(run(Map.of("JIGSAW_ADMIN_PORT", "many"))).isEqualTo(2);
    assertThat(err.toString()).contains("--admin-port", "JIGSAW_ADMIN_PORT", "'many'", "--help");
  }

  @Test
  void refusesAnUnknownOption() {
    assertThat(run(Map.of(), "--prot", "1")).isEqualTo(2);
    assertThat(err.toString()).contains("--prot");
  }

  @Test
  void takesNeitherHelpNorVersionFromTheEnvironment() {
    assertThat(run(Map.of("JIGSAW_HELP", "true", "JIGSAW_VERSION", "1.0"))).isZero();
    assertThat(program.hasRun).isTrue();
  }

  @Test
  void tellsTheVersion() {
    StringWriter out = new StringWriter();
    CommandLine commandLine = CommandLines.of(program, Map.of());
    commandLine.setOut(new PrintWriter(out));
    assertThat(commandLine.execute("--version")).isZero();
    assertThat(out.toString()).startsWith("Jigsaw ");
  }

  private int run(Map<String, String> environment, String... arguments) {
    CommandLine commandLine = CommandLines.of(program, environment);
    commandLine.setErr(new PrintWriter(err, true));
    return commandLine.execute(arguments);
  }

  @Command(name = "program", mixinStandardHelpOptions = true)
  static final class Program implements Runnable {
    @Option(names = "--admin-port", defaultValue = "8080")
    private int port;

    private boolean hasRun;

    @Override
    public void run() {
      hasRun = true;
    }
  }
}
