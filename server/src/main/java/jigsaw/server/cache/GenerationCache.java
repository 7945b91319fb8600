package jigsaw.server.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import jigsaw.server.content.Answer;
import jigsaw.server.content.Outcome;
import jigsaw.server.content.Pending;
import jigsaw.server.store.ChangeStamps;
import jigsaw.server.store.Generation;
import jigsaw.server.store.LiveCatalogue;
import jigsaw.server.store.Lookup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The cached answers of one generation and the fetches under way for it. A new generation gets a
/// new one; what is under way here then still ends, and is kept where nobody looks any more.
final class GenerationCache {
  private static final Logger LOG = LoggerFactory.getLogger(GenerationCache.class);

  private final Generation generation;
  private final ChangeStamps stamps;
  private final FlightSources sources;
  private final AnswerMaker maker;
  private final FixedAnswers fixed;
  private final CacheCounters counters;
  private final LocalCache local;
  private final ConcurrentHashMap<Long, Flight> flights = new ConcurrentHashMap<>();

  GenerationCache(
      LiveCatalogue live, AnswerCache.Sources given, CacheSettings settings, LongSupplier clock) {
    generation = live.generation();
    stamps = live.stamps();
    sources = new FlightSources(generation, given.store(), given.shared(), given.counters());
    maker = given.maker();
    fixed = FixedAnswers.of(given.encoder());
    counters = given.counters();
    local = new LocalCache(settings, clock);
  }

  Generation generation() {
    return generation;
  }

  long lastChange() {
    return stamps.latest();
  }

  long weightBytes() {
    return local.weightBytes();
  }

  Outcome find(long key) {
    CachedAnswer cached = local.find(key);
    if (cached != null && cached.stamp() == stamps.of(key) && local.isFresh(cached)) {
      counters.localHits.increment();
      return cached.answer();
    }
    List<Flight> begun = new ArrayList<>(1);
    Outcome outcome = findOrBegin(key, begun);
    begun.forEach(this::fetch);
    return outcome;
  }

  /// Gives the answers to many keys at once, in their order; a missing one is an answer of status
  /// 404, one that cannot be had of 503. What `receiver` throws is its own affair.
  void gather(List<Long> keys, Consumer<List<Answer>> receiver) {
    List<Flight> begun = new ArrayList<>();
    List<Outcome> outcomes = keys.stream().map(key -> findOrBegin(key, begun)).toList();
    attempt(begun, () -> sources.fetchAll(begun, this::settle));
    Gathering.of(outcomes, receiver);
  }

  /// A hit, the flight of somebody else, or a new flight that is added to `begun` and must be
  /// fetched.
  private Outcome findOrBegin(long key, List<Flight> begun) {
    // Asked before the cache and the database are: what they say is then at least as new.
    long stamp = stamps.of(key);
    CachedAnswer cached = local.find(key);
    boolean unchanged = cached != null && cached.stamp() == stamp;
    if (cached != null && unchanged && local.isFresh(cached)) {
      counters.localHits.increment();
      return cached.answer();
    }
    if (cached == null && local.isKnownUnknown(key)) {
      counters.negativeHits.increment();
      return fixed.unknown();
    }
    Pending flight = joinOrBegin(key, stamp, begun);
    Optional<Answer> stale =
        cached != null && unchanged ? local.whileRevalidating(cached) : Optional.empty();
    stale.ifPresent(_ -> counters.staleHits.increment());
    return stale.<Outcome>map(answer -> answer).orElse(flight);
  }

  private Pending joinOrBegin(long key, long stamp, List<Flight> begun) {
    Flight mine = new Flight(key, stamp, new Pending());
    Flight other = flights.putIfAbsent(key, mine);
    // One that began before a change may bring what was before it: nobody new joins it.
    while (other != null && other.stamp() < stamp) {
      if (flights.replace(key, other, mine)) {
        begun.add(mine);
        return mine.pending();
      }
      other = flights.putIfAbsent(key, mine);
    }
    if (other != null) {
      counters.joinedFlights.increment();
      return other.pending();
    }
    // The flight before this one may have landed between the look and here.
    CachedAnswer landed = local.find(key);
    if (landed != null && landed.stamp() == stamp && local.isFresh(landed)) {
      land(mine, landed.answer());
    } else {
      begun.add(mine);
    }
    return mine.pending();
  }

  private void fetch(Flight flight) {
    attempt(List.of(flight), () -> sources.fetch(flight, this::settle));
  }

  /// Takes a step of some flights. If it throws, whatever the reason, they end here: nobody else
  /// would end them, and their keys could not be asked again.
  private void attempt(List<Flight> stepping, Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      LOG.error("{} of generation {} cannot be served", stepping, generation.tag(), e);
      stepping.forEach(flight -> land(flight, fixed.failed()));
    }
  }

  /// Ends a flight with what was found: keeps it, and answers everyone who waits.
  private void settle(Flight flight, Lookup lookup) {
    attempt(List.of(flight), () -> land(flight, answer(flight, lookup)));
  }

  private Answer answer(Flight flight, Lookup lookup) {
    long key = flight.key();
    return switch (lookup) {
      case Lookup.Found found -> {
        Answer answer = maker.render(generation, key, found);
        local.keep(key, flight.stamp(), answer);
        yield answer;
      }
      case Lookup.Absent _ -> {
        local.keepUnknown(key);
        yield fixed.unknown();
      }
      case Lookup.Unavailable _ -> afterFailure(flight);
    };
  }

  private Answer afterFailure(Flight flight) {
    var stale = local.afterFailure(flight.key());
    (stale.isPresent() ? counters.staleOnError : counters.unavailable).increment();
    return stale.map(CachedAnswer::answer).orElse(fixed.unavailable());
  }

  private void land(Flight flight, Answer answer) {
    flights.remove(flight.key(), flight);
    flight.pending().complete(answer);
  }
}
