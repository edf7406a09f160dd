#include "random_study.hpp"

#include "random_choice.hpp"
#include "random_world.hpp"

namespace random_study {

namespace {

std::string some_component(const Shape& shape) {
  return one_of(shape.components);
}

std::string some_centre(const Shape& shape) {
  std::vector<std::string> words = shape.staffed;
  words.push_back("all");
  return one_of(words);
}

std::string surge(const Shape& shape) {
  std::string how = chance(30) ? "extra_rate: 1.5" : fmt::format("callers: {}", number(0, 300));
  if (chance(50))
    how += ", decay: \"20 min\"";
  if (shape.kinds && chance(30))
    how += ", kinds: {plain: 0.4, twice: 0.6}";
  if (shape.disciplines > 1 && chance(30))
    how += ", disciplines: {d0: 0.9, d1: 0.1}";
  return fmt::format("surge: {{regions: all, {}}}", how);
}

std::string down(const Shape& shape) {
  if (chance(20))
    return "down: {common_cause: same, units: 1}";
  if (chance(20))
    return fmt::format("down: {{components: [outside], units: {}}}", number(1, 3));
  return fmt::format("down: {{components: [{}]}}", some_component(shape));
}

/// Effects on takeovers, the network and the calls themselves.
std::string rarer(const Shape& shape) {
  const auto centre = some_centre(shape), share = fmt::format("0.{}", number(1, 9));
  const auto delay = fmt::format("\"{} s\"", number(0, 120));
  switch (number(0, 7)) {
    case 0:
      return fmt::format("{}: {{at: {}}}", shape.network ? "isolate" : "no_takeover", centre);
    case 1:
      return fmt::format("delay_takeover: {{at: {}, delay: {}}}", centre, delay);
    case 2:
      return fmt::format("takeover_fails: {{at: {}, probability: {}, makes_worse: [{}]}}", centre,
                         share, some_component(shape));
    case 3:
      return fmt::format("latency: {{at: {}, stage: s{}, delay: {}}}", centre,
                         shape.stages.size() - 1, delay);
    case 4:
      return fmt::format("misroute: {{at: {}, probability: {}, delay: {}}}", centre, share, delay);
    case 5:
      return fmt::format("corrupt: {{at: {}, probability: {}, found_after: {}}}", centre, share,
                         delay);
    case 6:
      if (shape.staffed.size() > 1)
        return fmt::format("planned_takeover: {{at: {}, to: {}}}", shape.staffed.back(),
                           shape.staffed.front());
      [[fallthrough]];
    default:
      return fmt::format("flood: {{calls: \"{} calls/h\", hold: {}, handling: \"20 s\"}}",
                         number(1, 500), delay);
  }
}

/// Effects on persons, rooms, wires and what follows a repair.
std::string beyond(const Shape& shape) {
  const auto centre = some_centre(shape), share = fmt::format("0.{}", number(1, 9));
  switch (number(0, 7)) {
    case 0:
      return fmt::format("blocking: {{component: {}, probability: {}, per: caller, declines: {}}}",
                         some_component(shape), share, one_of({"true", "false"}));
    case 1:
      return fmt::format("no_signal: {{regions: all, share: {}}}", share);
    case 2:
      return fmt::format("evacuate: {{at: {}, connected: {}}}", centre, one_of({"cut", "finish"}));
    case 3:
      return fmt::format("stale_numbers: {{at: {}, probability: {}, found_after: \"{} s\"}}",
                         centre, share, number(0, 900));
    case 4:
      return fmt::format(
          "reregistration: {{component: {}, lasts: \"{} min\", probability: {}, at: {}, factor: "
          "2}}",
          some_component(shape), number(1, 60), share, centre);
    case 5:
      return fmt::format("network_flood: {{at: {}, flows: {}, rate: \"1 Mbit/s\"}}", centre,
                         number(1, 300));
    case 6:
      return fmt::format("camp_on: {{regions: all, share: {}, delay: \"{} s\"}}", share,
                         number(0, 120));
    default:
      return fmt::format("network_flood: {{hub: true, flows: {}, rate: \"10 Mbit/s\"}}",
                         number(1, 300));
  }
}

std::string what(const Shape& shape) {
  switch (number(0, 15)) {
    case 1:
      return fmt::format("blocking: {{component: {}, probability: 0.{}}}", some_component(shape),
                         number(1, 9));
    case 2:
      return fmt::format("slower_handling: {{at: {}, factor: 1.{}}}", some_centre(shape),
                         number(1, 9));
    case 3:
      return fmt::format("staffing: {{at: {}, factor: {}}}", some_centre(shape),
                         one_of({"0.5", "0", "2"}));
    case 4:
      return fmt::format("staffing: {{at: {}, staff: {}}}", some_centre(shape), number(0, 4));
    case 5:
      return fmt::format("no_call_in: {{at: {}}}", some_centre(shape));
    case 6:
      return surge(shape);
    case 7:
      return fmt::format("reduction: {{regions: all, share: 0.{}, reaches_after: \"{} min\"}}",
                         number(1, 9), number(0, 10));
    case 8:
      if (shape.channel)
        return fmt::format("open_channel: {{channel: number, share: 0.{}}}", number(1, 9));
      return down(shape);
    case 9:
      return fmt::format("no_takeover: {{at: {}}}", some_centre(shape));
    case 13:
    case 14:
      return beyond(shape);
    case 10:
    case 11:
    case 12:
      return rarer(shape);
    default:
      return down(shape);
  }
}

std::string when(int end_min) {
  const int from = number(0, end_min - 2);
  switch (number(0, 3)) {
    case 0:
      return fmt::format("from: \"{} min\", until: \"{} min\"", from, number(from + 1, end_min));
    case 1:
      return fmt::format("from: \"{} min\", for: {{exponential: {{mean: \"{} min\"}}}}", from,
                         number(1, 90));
    case 2:
      return fmt::format("from: \"{} min\", for: \"{} min\"", from, number(1, 60));
    default:
      return fmt::format("from: \"{} min\"", from);
  }
}

std::string scenario_text(const Shape& shape) {
  Text text;
  const int end_min = number(70, 300);
  text.line("scenario:");
  text.line("  name: S");
  text.line("  description: S");
  text.line("  world: world");
  // An ordinary morning, and the nights in which the clock changes.
  text.line("  start: \"{}\"",
            one_of({"2026-01-05T08:00", "2026-03-28T23:07", "2026-10-24T23:30"}));
  text.line("  warm_up: \"{} min\"", number(0, 60));
  text.line("  end: \"{} min\"", end_min);
  text.line("  drain: \"{} min\"", one_of({"120", "30", "0"}));
  const int threats = number(0, 2);
  if (threats > 0)
    text.line("threats:");
  for (int t = 0; t < threats; ++t) {
    text.line("  t{}:", t);
    text.line("    name: T");
    text.line("    effects:");
    const int effects = number(1, 4);
    for (int e = 0; e < effects; ++e)
      text.line("      - {{{}, {}}}", when(end_min), what(shape));
  }
  return text.str();
}

}  // namespace

rc::Gen<written::Texts> any() {
  return rc::gen::exec([] {
    Shape shape = any_shape();
    written::Texts texts;
    texts.world = world_text(shape);
    texts.scenario = scenario_text(shape);
    return texts;
  });
}

}  // namespace random_study

namespace written {

void showValue(const Texts& texts, std::ostream& out) {
  out << "\n---- world.yaml\n" << texts.world << "---- scenario.yaml\n" << texts.scenario;
}

}  // namespace written
