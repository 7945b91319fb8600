-- One load of the catalogue. Child tables are clustered on (parent, id), so that all children of one
-- parent lie on one range of pages and no secondary index is needed.

-- position: rank by id, 1 to the number of products without gaps; makes every page one range look-up.
CREATE TABLE product{g} (
  id INT UNSIGNED NOT NULL,
  position INT UNSIGNED NOT NULL,
  name VARCHAR(255) NOT NULL,
  slogan VARCHAR(255) NOT NULL,
  description VARCHAR(2000) NOT NULL,
  category VARCHAR(64) NOT NULL,
  default_price DECIMAL(12, 2) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY by_position (position)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE feature{g} (
  product_id INT UNSIGNED NOT NULL,
  id INT UNSIGNED NOT NULL,
  feature VARCHAR(128) NOT NULL,
  value VARCHAR(255) NULL,
  PRIMARY KEY (product_id, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE style{g} (
  product_id INT UNSIGNED NOT NULL,
  id INT UNSIGNED NOT NULL,
  name VARCHAR(128) NOT NULL,
  original_price DECIMAL(12, 2) NOT NULL,
  sale_price DECIMAL(12, 2) NULL,
  is_default BOOLEAN NOT NULL,
  PRIMARY KEY (product_id, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE photo{g} (
  style_id INT UNSIGNED NOT NULL,
  id INT UNSIGNED NOT NULL,
  url VARCHAR(2048) NULL,
  thumbnail_url VARCHAR(2048) NULL,
  PRIMARY KEY (style_id, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE sku{g} (
  style_id INT UNSIGNED NOT NULL,
  id INT UNSIGNED NOT NULL,
  size VARCHAR(32) NOT NULL,
  quantity INT UNSIGNED NOT NULL,
  PRIMARY KEY (style_id, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE related{g} (
  product_id INT UNSIGNED NOT NULL,
  id INT UNSIGNED NOT NULL,
  related_product_id INT UNSIGNED NOT NULL,
  PRIMARY KEY (product_id, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The finished answers of /products/<id> and /products/<id>/styles, as JSON or as gzip of it (the
-- first byte tells: 0x1f is gzip).
CREATE TABLE product_document{g} (
  product_id INT UNSIGNED NOT NULL PRIMARY KEY,
  body MEDIUMBLOB NOT NULL
) ENGINE = InnoDB;

CREATE TABLE styles_document{g} (
  product_id INT UNSIGNED NOT NULL PRIMARY KEY,
  body MEDIUMBLOB NOT NULL
) ENGINE = InnoDB;
