package jigsaw.catalog;

/// A product without its features: what a list shows.
public record Product(
    int id, String name, String slogan, String description, String category, Price defaultPrice) {}
