package jigsaw.catalog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/// Writes the JSON of the catalogue: compact, UTF-8, keys in the order front ends were written
/// against. The same values always give the same bytes. Safe for use by several threads.
///
/// Front ends read some places unguarded, so absence has a fixed shape: a style without photos has
/// one photo of nulls, a style without skus has the sku `"null"`, a missing sale price is `null`
/// and never a number.
public final class CatalogJson {
  private final JsonFactory factory =
      JsonFactory.builder().enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8).build();

  /// `GET /products/{id}`: the product with `features` as its last key.
  public byte[] product(Product product, List<Feature> features) {
    return write(json -> {
      json.writeStartObject();
      productFields(json, product);
      json.writeArrayFieldStart("features");
      for (Feature feature : features) {
        json.writeStartObject();
        json.writeStringField("feature", feature.feature());
        nullableField(json, "value", feature.value());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  /// `GET /products`: an array of products without features.
  public byte[] products(List<Product> products) {
    return write(json -> {
      json.writeStartArray();
      for (Product product : products) {
        json.writeStartObject();
        productFields(json, product);
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }

  /// `GET /products/{id}/styles`: `styles` by ascending id; the product's id is a string here.
  public byte[] styles(int productId, List<Style> styles) {
    return write(json -> {
      json.writeStartObject();
      json.writeStringField("product_id", Integer.toString(productId));
      json.writeArrayFieldStart("results");
      for (Style style : styles) {
        style(json, style);
      }
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  /// `GET /products/{id}/related`: an array of ids.
  public byte[] related(int[] ids) {
    return write(json -> json.writeArray(ids, 0, ids.length));
  }

  private static void productFields(JsonGenerator json, Product product) throws IOException {
    json.writeNumberField("id", product.id());
    json.writeStringField("name", product.name());
    json.writeStringField("slogan", product.slogan());
    json.writeStringField("description", product.description());
    json.writeStringField("category", product.category());
    json.writeStringField("default_price", product.defaultPrice().toString());
  }

  private static void style(JsonGenerator json, Style style) throws IOException {
    json.writeStartObject();
    json.writeNumberField("style_id", style.id());
    json.writeStringField("name", style.name());
    json.writeStringField("original_price", style.originalPrice().toString());
    nullableField(json, "sale_price", style.salePrice().map(Price::toString));
    json.writeBooleanField("default?", style.isDefault());
    photos(json, style.photos());
    skus(json, style.skus());
    json.writeEndObject();
  }

  private static void photos(JsonGenerator json, List<Photo> photos) throws IOException {
    json.writeArrayFieldStart("photos");
    if (photos.isEmpty()) {
      photo(json, new Photo(Optional.empty(), Optional.empty()));
    }
    for (Photo photo : photos) {
      photo(json, photo);
    }
    json.writeEndArray();
  }

  private static void photo(JsonGenerator json, Photo photo) throws IOException {
    json.writeStartObject();
    nullableField(json, "thumbnail_url", photo.thumbnailUrl());
    nullableField(json, "url", photo.url());
    json.writeEndObject();
  }

  private static void skus(JsonGenerator json, List<Sku> skus) throws IOException {
    json.writeObjectFieldStart("skus");
    if (skus.isEmpty()) {
      json.writeObjectFieldStart("null");
      json.writeNullField("quantity");
      json.writeNullField("size");
      json.writeEndObject();
    }
    for (Sku sku : skus) {
      json.writeObjectFieldStart(Integer.toString(sku.id()));
      json.writeNumberField("quantity", sku.quantity());
      json.writeStringField("size", sku.size());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void nullableField(JsonGenerator json, String name, Optional<String> value)
      throws IOException {
    if (value.isPresent()) {
      json.writeStringField(name, value.get());
    } else {
      json.writeNullField(name);
    }
  }

  private byte[] write(Content content) {
    try (ByteArrayBuilder bytes = new ByteArrayBuilder()) {
      try (JsonGenerator json = factory.createGenerator(bytes)) {
        content.writeTo(json);
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("memory refused JSON", e);
    }
  }

  private interface Content {
    void writeTo(JsonGenerator json) throws IOException;
  }
}
