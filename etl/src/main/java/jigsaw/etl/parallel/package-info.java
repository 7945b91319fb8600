/// Several tasks at the same time, which succeed or fail together ([Tasks]).
@NullMarked
package jigsaw.etl.parallel;

import org.jspecify.annotations.NullMarked;
