/// What visitors ask and what a right answer is; knows nothing of how requests are sent.
///
/// In: the ids of the catalogue ([CatalogueIds]) and a kind of traffic. Out: visits ([VisitSource])
/// that give requests one by one, and the verdict on each answer ([AnswerCheck]). Open [Visit]
/// first.
@NullMarked
package jigsaw.loadtest.traffic;

import org.jspecify.annotations.NullMarked;
