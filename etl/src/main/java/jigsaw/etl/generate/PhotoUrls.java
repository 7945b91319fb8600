package jigsaw.etl.generate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Addresses of photos in the form that image services use: a photo, then how to cut it. The host
/// is one that can never exist (RFC 2606).
final class PhotoUrls {
  private static final int PHOTOS = 2000;
  private static final List<byte[]> WIDTHS =
      List.of(bytes("&w=668&q=80"), bytes("&w=1000&q=80"), bytes("&w=1650&q=80"));
  private static final byte[] THUMBNAIL_WIDTH = bytes("&w=300&q=80");

  private final RandomGenerator random;
  private final List<byte[]> photos = new ArrayList<>(PHOTOS);

  PhotoUrls(RandomGenerator random) {
    this.random = random;
    for (int photo = 0; photo < PHOTOS; photo++) {
      String name =
          "https://images.example.com/photo-1%012d-%012x?ixlib=rb-1.2.1"
              .formatted(random.nextLong(1_000_000_000_000L), random.nextLong(1L << 48));
      String session = random.nextInt(8) == 0 ? "" : "&ixid=eyJhcHBfaWQiOjEyMDd9";
      photos.add(bytes(name + session + "&auto=format&fit=crop"));
    }
  }

  byte[] photo() {
    return photos.get(random.nextInt(PHOTOS));
  }

  byte[] width() {
    return WIDTHS.get(random.nextInt(WIDTHS.size()));
  }

  byte[] thumbnailWidth() {
    return THUMBNAIL_WIDTH;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
