package jigsaw.etl.generate;

import java.util.List;

/// The words that invented products are made of.
final class Vocabulary {
  static final List<String> CLOTHES_SIZES = List.of("XS", "S", "M", "L", "XL", "XXL");
  static final List<String> SHOE_SIZES =
      List.of("7", "7.5", "8", "8.5", "9", "9.5", "10", "10.5", "11", "11.5", "12");

  /// Eighteen categories of clothes, then two of shoes: the share of shoes sets the mean number of
  /// skus.
  static final List<String> CATEGORIES =
      List.of(
          "Jackets",
          "Pants",
          "Slacks",
          "Socks",
          "Shorts",
          "Shirts",
          "Hoodies",
          "Sweaters",
          "Dresses",
          "Skirts",
          "Blazers",
          "Coats",
          "Hats",
          "Gloves",
          "Scarves",
          "Belts",
          "Leggings",
          "Accessories",
          "Kicks",
          "Dress Shoes");

  static final int SHOES_FROM = 18;

  static final List<String> FIRST_NAMES =
      words(
          """
          Mafalda Jolene Aldo Beatrix Casimir Delphine Emeric Fiorella Gustav Hildegard Ingrid
          Joachim Katrina Leopold Marisol Nestor Ophelia Percival Quentin Rosalind Sebastian
          Tamsin Ulrich Valentina Wilhelm Xenia Yolanda Zacharias Annika Bartholomew Celestine
          Dimitri Eleonora Florian Giselle Henrik Isadora Jasper Kamila Lorenzo Mireille Nikolai
          Octavia Philippa Reinhold Saskia Theodora Umberto Verena Winifred Adelaide Benedikt
          Clementine Dashiell Esperanza Friedrich Guinevere Horatio Ignatius Juniper
          """);

  static final List<String> COLOURS =
      List.of(
          "Black",
          "White",
          "Grey",
          "Red",
          "Blue",
          "Green",
          "Olive",
          "Cyan",
          "Lime",
          "Pink",
          "Maroon",
          "Lavender",
          "Goldenrod",
          "Chartreuse",
          "Teal",
          "Indigo",
          "Ivory",
          "Salmon",
          "Turquoise",
          "Orchid",
          "Forest Green & Black",
          "Ocean Blue & Grey",
          "Sand & Charcoal",
          "Rust & Cream",
          "White & Navy");

  /// Features with the values they take; a promise takes none.
  static final List<Property> PROPERTIES =
      List.of(
          new Property("Fabric", List.of("Canvas", "Cashmere", "100% Cotton", "Linen, Washed")),
          new Property("Cut", List.of("Skinny", "Loose", "Straight", "Tapered")),
          new Property("Sole", List.of("Rubber", "Crepe", "Vulcanised Gum")),
          new Property("Stitching", List.of("Cross Stitch", "Double Stitch", "Saddle Stitch")),
          new Property("Buttons", List.of("Brass", "Horn", "Corozo")),
          new Property("Lining", List.of("Quilted Satin", "Brushed Fleece", "Mesh")),
          new Property("Lens", List.of("Polarised Amber", "Mirror Gold")),
          new Property("Material", List.of("Control Support Arch Bridge", "Woven Hemp")),
          new Property("Fair Trade Certified", List.of()),
          new Property("Sustainably Sourced", List.of()),
          new Property("5 Year Warranty", List.of()),
          new Property("Satisfaction Guaranteed", List.of()));

  static final List<String> LATIN =
      words(
          """
          a ab accusamus accusantium ad adipisci alias aliquam aliquid amet animi aperiam
          architecto asperiores aspernatur assumenda at atque aut autem beatae blanditiis
          commodi consectetur consequatur consequuntur corporis corrupti culpa cum cumque
          cupiditate debitis delectus deleniti deserunt dicta dignissimos distinctio dolor
          dolore dolorem doloremque dolores doloribus dolorum ducimus ea eaque earum eius
          eligendi enim eos error esse est et eum eveniet ex excepturi exercitationem expedita
          explicabo facere facilis fuga fugiat fugit harum hic id illo illum impedit in
          incidunt inventore ipsa ipsam ipsum iste itaque iure iusto labore laboriosam laborum
          laudantium libero magnam magni maiores maxime minima minus modi molestiae molestias
          mollitia nam natus necessitatibus nemo neque nesciunt nihil nisi nobis non nostrum
          nulla numquam occaecati odio odit officia officiis omnis optio pariatur perferendis
          perspiciatis placeat porro possimus praesentium provident quae quaerat quam quas
          quasi qui quia quibusdam quidem quis quisquam quo quod quos ratione recusandae
          reiciendis rem repellat repellendus reprehenderit repudiandae rerum saepe sapiente
          sed sequi similique sint sit soluta sunt suscipit tempora tempore temporibus tenetur
          totam ullam unde ut vel velit veniam veritatis vero vitae voluptas voluptate
          voluptatem voluptates voluptatibus voluptatum
          """);

  private Vocabulary() {}

  /// A feature's name and the values it may take.
  record Property(String name, List<String> values) {
    Property {
      values = List.copyOf(values);
    }
  }

  private static List<String> words(String text) {
    return List.of(text.strip().split("\\s+", -1));
  }
}
