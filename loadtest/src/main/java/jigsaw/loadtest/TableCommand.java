package jigsaw.loadtest;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import jigsaw.loadtest.study.StudyTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `loadtest table FOLDER...`.
@Command(
    name = "table",
    mixinStandardHelpOptions = true,
    description = "Prints a table in Markdown of what loadtest/studies/measure wrote to folders.")
final class TableCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "FOLDER", description = "Measured; shown by its name.")
  private List<Path> folders = List.of();

  @Option(names = "--plot", paramLabel = "FILE", description = "Also writes a plot, as SVG.")
  private Optional<Path> plot = Optional.empty();

  @Override
  public Integer call() throws Exception {
    StudyTable table = StudyTable.of(folders);
    System.out.print(table.markdown());
    if (plot.isPresent()) {
      table.plot(plot.get());
    }
    return LoadTestMain.PASSED;
  }
}
