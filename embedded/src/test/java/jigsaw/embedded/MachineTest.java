package jigsaw.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachineTest {
  @ParameterizedTest
  @CsvSource({
    "Linux, amd64, LINUX_AMD64",
    "Linux, aarch64, LINUX_ARM64",
    "Mac OS X, x86_64, MAC_AMD64",
    "Mac OS X, aarch64, MAC_ARM64",
    "Linux, riscv64, OTHER",
    "Windows 11, amd64, OTHER"
  })
  void knowsSystemAndProcessor(String system, String processor, Machine expected) {
    assertThat(Machine.of(system, processor)).isEqualTo(expected);
  }
}
