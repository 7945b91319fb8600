/// Conversations with a server over a raw socket, written as data files: what is sent, octet by
/// octet, and what must come back. [jigsaw.embedded.blackbox.HttpCaseFile] describes the format; a
/// new case needs no Java.
@NullMarked
package jigsaw.embedded.blackbox;

import org.jspecify.annotations.NullMarked;
