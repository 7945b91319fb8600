/// Several measurements side by side: a table and a plot for a document.
@NullMarked
package jigsaw.loadtest.study;

import org.jspecify.annotations.NullMarked;
