-- What every load shares: the register of generations. Exactly one row has the state 'live'; going
-- live is one UPDATE of this table, so readers see the old generation or the new one, whole.
--
-- state: loading (tables being filled, nobody reads them), live, previous (kept for a rollback).
-- products: rows of product_g<id>, which is also the highest position.
CREATE TABLE IF NOT EXISTS catalog_generation (
  id INT UNSIGNED NOT NULL PRIMARY KEY,
  state VARCHAR(16) NOT NULL,
  schema_version INT UNSIGNED NOT NULL,
  products INT UNSIGNED NOT NULL DEFAULT 0,
  started_at DATETIME(3) NOT NULL,
  finished_at DATETIME(3) NULL,
  report MEDIUMTEXT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The products whose prices or stock have changed since their generation was loaded, each with its
-- last change. Written in the transaction that changes rows and documents. seq grows with every
-- change within a generation, in the order of the commits: who has seen one asks for what came after.
CREATE TABLE IF NOT EXISTS catalog_change (
  generation INT UNSIGNED NOT NULL,
  product_id INT UNSIGNED NOT NULL,
  seq BIGINT UNSIGNED NOT NULL,
  PRIMARY KEY (generation, product_id),
  UNIQUE KEY by_seq (generation, seq)
) ENGINE = InnoDB;
