/// JSON in and out; the only package that knows jackson-core.
///
/// In: records, maps, lists and plain values ([JsonWriter]) or text ([JsonTree]). Out: the other
/// one. Open [JsonWriter] first.
@NullMarked
package jigsaw.loadtest.json;

import org.jspecify.annotations.NullMarked;
