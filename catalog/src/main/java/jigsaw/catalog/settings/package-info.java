/// How every program of the project is told what to do.
///
/// In: command-line options and the environment. Out: checked values, or one sentence that names
/// the key, the value and what was expected, and exit code 2. An option `--db-url` may always be
/// given as the environment variable `JIGSAW_DB_URL` instead; the option wins. Passwords come from
/// the environment or from a file, never from the command line, which other users of a machine can
/// read. Open [CommandLines] first.
@NullMarked
package jigsaw.catalog.settings;

import org.jspecify.annotations.NullMarked;
