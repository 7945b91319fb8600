/// What was measured: nanoseconds in HdrHistograms, per second and per load.
///
/// In: one call for each request ([Recorder]). Out: the figures of one load ([Measurement]), and
/// whether the generator itself kept up ([GeneratorHealth]). Open [Recorder] first.
@NullMarked
package jigsaw.loadtest.measure;

import org.jspecify.annotations.NullMarked;
