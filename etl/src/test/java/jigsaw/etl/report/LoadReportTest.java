package jigsaw.etl.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LoadReportTest {
  private static final LoadReport REPORT =
      new LoadReport(
          "done",
          3,
          List.of(
              new FileReport("product.csv", 1_500, 1_490, 4, 10, 0.5),
              new FileReport("skus.csv", 20, 20, 0, 0, 0)),
          steps());

  @Test
  void addsTheFilesUp() {
    assertThat(REPORT.table())
        .containsPattern("product.csv +1,500 +1,490 +10 +4 +0.5 +2,980\n")
        .containsPattern("skus.csv +20 +20 +0 +0 +0.0 +0\n")
        .containsPattern("total +1,520 +1,510 +10 +4 +2.0 +755\n");
  }

  @Test
  void saysTheSameAsJson() {
    assertThat(REPORT.json())
        .isEqualTo(
            "{\"outcome\":\"done\",\"generation\":3,\"files\":[{\"file\":\"product.csv\","
                + "\"lines\":1500,\"loaded\":1490,\"repaired\":4,\"rejected\":10,"
                + "\"seconds\":0.500,\"rows_per_second\":2980},{\"file\":\"skus.csv\","
                + "\"lines\":20,\"loaded\":20,\"repaired\":0,\"rejected\":0,\"seconds\":0.000,"
                + "\"rows_per_second\":0}],\"steps\":{\"load\":1.500,\"verify\":0.500},"
                + "\"seconds\":2.000}");
  }

  private static Map<String, Double> steps() {
    Map<String, Double> steps = new LinkedHashMap<>();
    steps.put("load", 1.5);
    steps.put("verify", 0.5);
    return steps;
  }
}
