package jigsaw.server.content;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/// Strong entity tags from the bytes of a representation (RFC 9110 section 8.8.3): equal bytes have
/// equal tags on every server, other bytes other tags.
final class EntityTag {
  private static final int DIGEST_BYTES = 12;
  private static final ThreadLocal<MessageDigest> SHA_256 =
      ThreadLocal.withInitial(EntityTag::sha256);

  private EntityTag() {}

  /// The opaque part of a tag, 16 characters, without quotes.
  static String opaque(byte[] content) {
    byte[] digest = SHA_256.get().digest(content);
    return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest, DIGEST_BYTES));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
