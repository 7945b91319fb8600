/// What a load tells at its end: per file the lines read, loaded, repaired and rejected, as a table
/// for people and as JSON for programs ([LoadReport]); the same of a file of changes
/// ([ChangeReport]).
@NullMarked
package jigsaw.etl.report;

import org.jspecify.annotations.NullMarked;
