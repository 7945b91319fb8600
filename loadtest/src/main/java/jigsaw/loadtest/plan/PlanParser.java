package jigsaw.loadtest.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the lines of a plan, each a key and its value; `#` starts a comment.
///
/// | key | value |
/// |---|---|
/// | `about` | a sentence (several lines are joined) |
/// | `traffic` | `product`, `styles`, `related`, `list`, `mix`, separated by commas |
/// | `ids` | `all`, or `hot 1000` |
/// | `warm-up` | `500/s for 20s`, or `none` |
/// | `load` | `100/s for 30s`; several segments, separated by commas, follow without a pause |
/// | `steps` | `500/s to 10000/s by 500/s for 10s`: as many loads |
/// | `rounds` | a number |
/// | `stop` | `when-it-bends`, or `never` |
final class PlanParser {
  private static final String RATE = "(\\d+(?:\\.\\d+)?)/s";
  private static final String TIME = "(\\d+[smh])";
  private static final Pattern SEGMENT = Pattern.compile(RATE + "\\s+for\\s+" + TIME);
  private static final Pattern STEPS =
      Pattern.compile(RATE + "\\s+to\\s+" + RATE + "\\s+by\\s+" + RATE + "\\s+for\\s+" + TIME);
  private static final Pattern IDS = Pattern.compile("all|hot\\s+(\\d{1,9})");
  private static final int MOST_STEPS = 1000;

  private String about = "";
  private List<Traffic> traffic = List.of(Traffic.MIX);
  private int hotIds;
  private Optional<Segment> warmUp = Optional.empty();
  private final List<Load> loads = new ArrayList<>();
  private int rounds = 1;
  private boolean stopsWhenItBends;

  private PlanParser() {}

  /// @param source what errors name, such as the file
  static Plan parse(String name, String source, List<String> lines) {
    PlanParser parser = new PlanParser();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).replaceFirst("#.*", "").strip();
      try {
        if (!line.isEmpty()) {
          parser.line(line);
        }
      } catch (IllegalArgumentException e) {
        throw new InvalidPlanException(
            "%s, line %d: '%s': %s".formatted(source, i + 1, line, e.getMessage()), e);
      }
    }
    try {
      return parser.plan(name);
    } catch (IllegalArgumentException e) {
      throw new InvalidPlanException(source + ": " + e.getMessage(), e);
    }
  }

  private Plan plan(String name) {
    return new Plan(name, about, traffic, hotIds, warmUp, loads, rounds, stopsWhenItBends);
  }

  private void line(String line) {
    String[] parts = line.split("\\s+", 2);
    String value = parts.length == 2 ? parts[1].strip() : "";
    switch (parts[0]) {
      case "about" -> about = (about + " " + value).strip();
      case "traffic" -> traffic = traffic(value);
      case "ids" -> hotIds = hotIds(value);
      case "warm-up" ->
          warmUp = "none".equals(value) ? Optional.empty() : Optional.of(segment(value));
      case "load" -> loads.add(load(value));
      case "steps" -> steps(value);
      case "rounds" -> rounds = rounds(value);
      case "stop" -> stopsWhenItBends = stops(value);
      default ->
          throw new IllegalArgumentException(
              "expected about, traffic, ids, warm-up, load, steps, rounds or stop");
    }
  }

  private static List<Traffic> traffic(String value) {
    List<Traffic> kinds = new ArrayList<>();
    for (String name : value.split(",", -1)) {
      kinds.add(
          Traffic.named(name.strip())
              .orElseThrow(() ->
                  new IllegalArgumentException("expected product, styles, related, list or mix")));
    }
    return kinds;
  }

  private static int hotIds(String value) {
    Matcher matcher = IDS.matcher(value);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("expected 'all', or 'hot' and a number");
    }
    return Optional.ofNullable(matcher.group(1)).map(Integer::parseInt).orElse(0);
  }

  private static Load load(String value) {
    List<Segment> segments = new ArrayList<>();
    for (String segment : value.split(",", -1)) {
      segments.add(segment(segment.strip()));
    }
    return new Load(segments);
  }

  private static Segment segment(String value) {
    Matcher matcher = SEGMENT.matcher(value);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("expected a load such as 100/s for 30s");
    }
    return new Segment(Double.parseDouble(matcher.group(1)), Durations.parse(matcher.group(2)));
  }

  private void steps(String value) {
    Matcher matcher = STEPS.matcher(value);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("expected 500/s to 10000/s by 500/s for 10s");
    }
    double last = Double.parseDouble(matcher.group(2));
    double step = Double.parseDouble(matcher.group(3));
    double rate = Double.parseDouble(matcher.group(1));
    if (step <= 0 || last < rate || (last - rate) / step > MOST_STEPS) {
      throw new IllegalArgumentException("expected 1 to 1000 steps that lead upwards");
    }
    for (; rate <= last; rate += step) {
      loads.add(new Load(List.of(new Segment(rate, Durations.parse(matcher.group(4))))));
    }
  }

  private static int rounds(String value) {
    if (!value.matches("\\d{1,4}")) {
      throw new IllegalArgumentException("expected a number of rounds");
    }
    return Integer.parseInt(value);
  }

  private static boolean stops(String value) {
    return switch (value) {
      case "when-it-bends" -> true;
      case "never" -> false;
      default -> throw new IllegalArgumentException("expected 'when-it-bends' or 'never'");
    };
  }
}
