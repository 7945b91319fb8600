package jigsaw.catalog;

/// One size of a style and how many are in stock.
public record Sku(int id, String size, int quantity) {}
