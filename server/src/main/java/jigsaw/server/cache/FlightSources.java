package jigsaw.server.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import jigsaw.server.store.CatalogKey;
import jigsaw.server.store.CatalogStore;
import jigsaw.server.store.Generation;
import jigsaw.server.store.Lookup;

/// Where flights get what they are for: documents from the shared cache if it has them, everything
/// else from the store. Documents from the store are then kept in the shared cache.
record FlightSources(
    Generation generation, CatalogStore store, SharedCache shared, CacheCounters counters) {
  void fetch(Flight flight, BiConsumer<Flight, Lookup> settle) {
    if (CatalogKey.kind(flight.key()).isDocument()) {
      shared.find(
          generation,
          flight,
          lookup -> {
            if (lookup instanceof Lookup.Found) {
              counters.sharedHits.increment();
              settle.accept(flight, lookup);
            } else {
              fetchFromStore(flight, settle);
            }
          });
    } else {
      fetchFromStore(flight, settle);
    }
  }

  /// Fetches documents with few questions; the flights are settled one by one.
  void fetchAll(List<Flight> flights, BiConsumer<Flight, Lookup> settle) {
    if (flights.size() == 1) {
      fetch(flights.getFirst(), settle);
    } else if (!flights.isEmpty()) {
      shared.findAll(
          generation,
          flights,
          lookups -> {
            List<Flight> missed = new ArrayList<>();
            for (int index = 0; index < flights.size(); index++) {
              Flight flight = flights.get(index);
              if (lookups.get(index) instanceof Lookup.Found found) {
                counters.sharedHits.increment();
                settle.accept(flight, found);
              } else {
                missed.add(flight);
              }
            }
            fetchAllFromStore(missed, settle);
          });
    }
  }

  private void fetchFromStore(Flight flight, BiConsumer<Flight, Lookup> settle) {
    counters.storeFetches.increment();
    store.find(
        generation,
        flight.key(),
        lookup -> {
          settle.accept(flight, lookup);
          share(flight, lookup);
        });
  }

  private void fetchAllFromStore(List<Flight> missed, BiConsumer<Flight, Lookup> settle) {
    if (missed.isEmpty()) {
      return;
    }
    counters.storeFetches.increment();
    store.findAll(
        generation,
        keys(missed),
        lookups -> {
          for (int index = 0; index < missed.size(); index++) {
            settle.accept(missed.get(index), lookups.get(index));
            share(missed.get(index), lookups.get(index));
          }
        });
  }

  private void share(Flight flight, Lookup lookup) {
    if (lookup instanceof Lookup.Found found && CatalogKey.kind(flight.key()).isDocument()) {
      shared.keep(generation, flight, found);
    }
  }

  private static List<Long> keys(List<Flight> flights) {
    return flights.stream().map(Flight::key).toList();
  }
}
