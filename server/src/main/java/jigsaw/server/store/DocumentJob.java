package jigsaw.server.store;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jigsaw.server.store.Lookup.Unavailable;

/// Asks for one stored document. Those of one generation that wait side by side are asked for
/// together: the way to the database and back costs more than the document.
final class DocumentJob implements Job {
  private final KeyReader reader;
  private final Generation generation;
  private final long key;
  private final Question<Lookup> question;

  /// `key` is that of a document ([CatalogKey.Kind#isDocument]).
  DocumentJob(KeyReader reader, Generation generation, long key, Consumer<Lookup> receiver) {
    this.reader = reader;
    this.generation = generation;
    this.key = key;
    question =
        new Question<>(
            session -> reader.find(session, generation, key), Unavailable::new, receiver);
  }

  @Override
  public Runnable ask(Session session) throws SQLException {
    return question.ask(session);
  }

  @Override
  public void refuse(Refusal reason) {
    question.refuse(reason);
  }

  @Override
  public boolean joins(Job next) {
    return next instanceof DocumentJob other && other.generation.id() == generation.id();
  }

  @Override
  public Job with(List<Job> joined) {
    return new Together(
        Stream.concat(Stream.of(this), joined.stream().map(DocumentJob.class::cast)).toList());
  }

  /// Several documents in one statement for each kind.
  private record Together(List<DocumentJob> jobs) implements Job {
    @Override
    public Runnable ask(Session session) throws SQLException {
      DocumentJob first = jobs.getFirst();
      List<Long> keys = jobs.stream().map(job -> job.key).toList();
      List<Lookup> lookups = first.reader.findAll(session, first.generation, keys);
      return () -> answer(lookups);
    }

    @Override
    public void refuse(Refusal reason) {
      jobs.forEach(job -> job.refuse(reason));
    }

    /// Whatever one receiver does, the others get theirs.
    private void answer(List<Lookup> lookups) {
      RuntimeException failure = null;
      for (int i = 0; i < jobs.size(); i++) {
        try {
          jobs.get(i).question.answer(lookups.get(i));
        } catch (RuntimeException e) {
          if (failure != null) {
            e.addSuppressed(failure);
          }
          failure = e;
        }
      }
      if (failure != null) {
        throw failure;
      }
    }
  }
}
