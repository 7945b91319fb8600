/// What a load test does: the plan, and the small text file it is read from.
///
/// In: a plan's name or file ([PlanFile]). Out: a checked [Plan]: traffic, loads, rounds. A plan
/// that does not parse is refused with its line. Open [Plan] first.
@NullMarked
package jigsaw.loadtest.plan;

import org.jspecify.annotations.NullMarked;
