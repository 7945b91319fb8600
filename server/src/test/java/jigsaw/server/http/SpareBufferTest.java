package jigsaw.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import org.junit.jupiter.api.Test;

class SpareBufferTest {
  private final SpareBuffer spare = new SpareBuffer(16);

  @Test
  void lendsTheSameMemoryAgainOnceItIsGivenBack() {
    ByteBuf first = spare.borrow();
    first.writeLong(1);
    first.release();
    ByteBuf second = spare.borrow();
    assertThat(second).isSameAs(first);
    assertThat(second.readableBytes()).isZero();
    assertThat(second.writableBytes()).isEqualTo(spare.bytes());
    second.release();
  }

  @Test
  void leavesABufferToWhoeverStillNeedsIt() {
    ByteBuf slow = spare.borrow();
    slow.writeLong(42);
    ByteBuf other = spare.borrow();
    other.writeLong(1);
    assertThat(slow.readLong()).isEqualTo(42);
    assertThat(slow.refCnt()).isEqualTo(1);
    slow.release();
    assertThat(slow.refCnt()).isZero();
    other.release();
  }

  @Test
  void neverGrows() {
    ByteBuf loan = spare.borrow();
    assertThat(loan.maxCapacity()).isEqualTo(16);
    loan.release();
  }
}
