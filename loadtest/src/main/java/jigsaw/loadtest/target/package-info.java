/// The server under test as seen before and after a load: is it ours, does it answer, what does it
/// sell, and are its bodies right.
///
/// In: an address. Out: a checked [Target], its product ids ([CatalogueReader]) and comparisons
/// with a second source ([Expectation]). Every failure is a [TargetException] with one sentence for
/// people. Open [Target] first.
@NullMarked
package jigsaw.loadtest.target;

import org.jspecify.annotations.NullMarked;
