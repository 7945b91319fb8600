/// What people and programs read afterwards: verdicts, a page, JSON, a comparison.
///
/// In: the measurements of all loads ([Report]). Out: `report.html`, which opens without a network,
/// `report.json` with the same figures, and tables for the terminal. Open [Report] first.
@NullMarked
package jigsaw.loadtest.report;

import org.jspecify.annotations.NullMarked;
