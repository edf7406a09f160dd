#include "random_world.hpp"

#include "random_choice.hpp"

namespace random_study {

namespace {

std::string duration(int mean_s) {
  switch (number(0, 5)) {
    case 0:
      return fmt::format("\"{} s\"", mean_s);
    case 1:
      return fmt::format("{{exponential: {{mean: \"{} s\"}}}}", mean_s);
    case 2:
      return fmt::format("{{lognormal: {{mean: \"{} s\", cv: 0.9}}}}", mean_s);
    case 3:
      return fmt::format("{{gamma: {{mean: \"{} s\", cv: 0.5}}}}", mean_s);
    case 4:
      return fmt::format("{{uniform: {{min: \"0 s\", max: \"{} s\"}}}}", 2 * mean_s);
    default:
      return fmt::format("{{empirical: {{values: [\"1 s\", \"{} s\"]}}}}", 2 * mean_s);
  }
}

void write_chain(Shape& shape, Text& text) {
  text.line("disciplines:");
  for (int d = 0; d < shape.disciplines; ++d)
    text.line("  d{}: {{name: D{}, share: {}}}", d, d, 1.0 / shape.disciplines);
  if (chance(20))
    text.line("  other: {{name: Other, modelled: false}}");
  if (shape.kinds) {
    text.line("kinds:");
    text.line("  plain: {{share: 0.5, genuine: true, forwarded: {}, dispatched: {}}}",
              one_of({"1", "0.8"}), one_of({"1", "0.7"}));
    text.line("  twice: {{share: 0.2, genuine: true, duplicate: true, forwarded: {}}}",
              one_of({"1", "0.5"}));
    text.line("  silent: {{share: 0.3, redials: {}, forwarded: {}}}", one_of({"true", "false"}),
              one_of({"1", "0", "0.2"}));
  }
  text.line("stages:");
  for (std::size_t s = 0; s < shape.stages.size(); ++s) {
    text.line("  s{}:", s);
    text.line("    handling: {}", duration(number(10, 180)));
    text.line("    order: {}", one_of({"first_come", "priority", "random"}));
    if (!shape.stages[s].on_line)
      text.line("    caller_on_line: false");
    else if (chance(70))
      text.line("    patience: {}", duration(number(5, 300)));
    if (chance(30))
      text.line("    transfer: {}", duration(number(1, 10)));
  }
}

void write_roles(Shape& shape, Text& text) {
  text.line("roles:");
  for (std::size_t s = 0; s < shape.stages.size(); ++s) {
    const int roles = shape.stages[s].by_discipline ? shape.disciplines : 1;
    for (int r = 0; r < roles; ++r) {
      shape.roles.push_back(fmt::format("r{}_{}", s, r));
      text.line("  {}: {{stage: s{}{}}}", shape.roles.back(), s,
                roles > 1 ? fmt::format(", disciplines: [d{}]", r) : "");
    }
  }
}

std::string roster() {
  if (chance(60))
    return std::to_string(number(0, 6));
  if (chance(50))
    return fmt::format("{{day: {}, night: {}}}", number(0, 6), number(0, 4));
  return fmt::format("{{steps: [{{at: \"0{}:00\", staff: {}}}, {{at: \"1{}:30\", staff: {}}}]}}",
                     number(0, 9), number(0, 6), number(0, 9), number(0, 6));
}

/// The roles of a centre: national stages are the first centre's only.
std::vector<std::string> roles_of(const Shape& shape, int centre) {
  std::vector<std::string> roles;
  for (const auto& role : shape.roles) {
    const auto& stage = shape.stages[static_cast<std::size_t>(role[1] - '0')];
    if (stage.national ? centre == 0 : !(shape.hub && centre == 0))
      roles.push_back(role);
  }
  return roles;
}

void write_overflow(const Shape& shape, int centre, Text& text) {
  std::string to;
  for (int other = 0; other < shape.centres; ++other)
    if (other != centre && chance(60))
      to += (to.empty() ? "" : ", ") + shape.centre(other);
  if (!to.empty())
    text.line("    overflow: {{after: \"{} s\", to: [{}]}}", one_of({"0", "20", "60"}), to);
}

void write_centre(Shape& shape, int centre, Text& text) {
  const auto roles = roles_of(shape, centre);
  if (!roles.empty())
    shape.staffed.push_back(shape.centre(centre));
  text.line("  {}:", shape.centre(centre));
  text.line("    name: C");
  if (chance(30))
    text.line("    desks: {}", number(1, 8));
  if (chance(30))
    text.line("    lines: {}", number(1, 20));
  text.line("    shift_end: {}", one_of({"finish_call", "hand_over"}));
  text.line("    roster:{}", roles.empty() ? " {}" : "");
  for (const auto& role : roles)
    text.line("      {}: {}", role, roster());
  if (!roles.empty() && chance(30))
    text.line(
        "    call_in: {{{}: {{waiting: {}, steps: [{{after: \"2 min\", staff: 2}}, {{after: "
        "\"10 min\", staff: 3}}], stand_down: \"10 min\"}}}}",
        roles.front(), number(1, 3));
  if (chance(30))
    write_overflow(shape, centre, text);
}

void write_places(Shape& shape, Text& text) {
  text.line("meldkamers:");
  for (int c = 0; c < shape.centres; ++c)
    write_centre(shape, c, text);
  text.line("regions:");
  for (int c = shape.hub ? 1 : 0; c < shape.centres; ++c) {
    text.line("  g{}: {{population: {}, meldkamer: {}}}", c, number(1, 5), shape.centre(c));
    if (chance(20))
      text.line("  h{}: {{population: 1, meldkamer: {}}}", c, shape.centre(c));
  }
}

void write_demand(const Shape& shape, Text& text) {
  text.line("demand:");
  text.line("  calls: \"{} calls/h\"", number(1, 200));
  if (chance(30))
    text.line("  day_of_week: {{mon: 1, tue: 1, wed: 1, thu: 1, fri: 1.5, sat: 2, sun: 0.5}}");
  if (chance(50))
    text.line("  urgent_share: 0.{}", number(1, 9));
  if (chance(40))
    text.line("  busyness: {{cv: 0.{}, block: \"{} min\", correlation: 0.{}}}", number(1, 9),
              one_of({"15", "60"}), number(0, 9));
  if (chance(30))
    text.line(
        "  other_work: {{w: {{discipline: d0, stage: s{}, per_forwarded_call: 0.5, "
        "dispatched: 0.5}}}}",
        number(0, static_cast<int>(shape.stages.size()) - 1));
}

void write_callers(Shape& shape, Text& text) {
  text.line("callers:");
  text.line(
      "  redial: {{probability: {{blocked: 0.{}, abandoned: 0.{}, cut: 0.{}}}, delay: {}, "
      "maximum: {}}}",
      number(0, 9), number(0, 9), number(0, 9), duration(number(1, 60)), number(0, 5));
  if (chance(50))
    text.line("  deferred: {{share: 0.{}, spread: \"{} min\"}}", number(1, 9), number(0, 60));
  shape.channel = chance(50);
  if (shape.channel)
    text.line(
        "  channels: {{number: {{share: 0.{}, delay: {}, needs: outside, published: {}, "
        "known_after: \"{} min\"}}}}",
        number(1, 9), duration(number(1, 300)), one_of({"true", "false"}), number(0, 20));
}

void write_components(Shape& shape, Text& text) {
  text.line("voorzieningen: {{v: {{name: V}}}}");
  text.line("suppliers: {{u: {{name: U}}}}");
  text.line("components:");
  text.line("  outside: {{supplier: u, n: 3, k: {}, common_cause: same}}", number(1, 3));
  text.line("  power: {{supplier: u, per: meldkamer, common_cause: same}}");
  text.line(
      "  spare: {{supplier: u, per: meldkamer, standby: {{for: power, start: {}, "
      "start_fails: {}}}}}",
      one_of({"\"0 s\"", "\"5 min\"", "{exponential: {mean: \"2 min\"}}"}), one_of({"0", "0.3"}));
  text.line("  acd: {{voorziening: v, per: meldkamer, needs: {}}}",
            one_of({"{any: [power, spare]}", "power", "{all: [outside, power]}",
                    "{at_least: 2, of: [outside, power, spare]}"}));
  text.line("  wan: {{voorziening: v, per: meldkamer}}");
  shape.components = {"outside"};
  for (int c = 0; c < shape.centres; ++c)
    for (const char* name : {"power", "spare", "acd", "wan"})
      shape.components.push_back(fmt::format("\"{}@c{}\"", name, c));
}

void write_functions(const Shape& shape, Text& text) {
  text.line("functions:");
  for (std::size_t s = 0; s < shape.stages.size(); ++s) {
    text.line(
        "  answer{}: {{stage: s{}, needs: acd, takeover: {}, when_lost: {{stops: {{connected: "
        "{}, waiting: {}, arriving: {}}}}}}}",
        s, s, one_of({"true", "false"}), one_of({"cut", "stay"}), one_of({"cut", "stay"}),
        one_of({"block", "stay"}));
    if (chance(40))
      text.line(
          "  work{}: {{stage: s{}, needs: {{any: [outside, wan]}}, when_lost: {{slows: 1.5, "
          "delays_transfer: \"5 s\", sends_astray: 0.2, hides_picture: true, "
          "keeps_dispatch_home: true}}}}",
          s, s);
  }
}

void write_takeover(const Shape& shape, Text& text) {
  text.line("takeover:");
  text.line("  heartbeat: {{period: \"{} s\", timeout: \"{} s\", misses: {}}}", number(5, 60),
            number(1, 30), number(1, 3));
  text.line("  detect: {}", duration(number(1, 60)));
  text.line("  decide: {}", duration(number(1, 120)));
  text.line(
      "  switch: {{trained: {}, untrained: {}, fails_trained: 0.{}, fails_untrained: 0.{}, "
      "retry: {}}}",
      duration(number(1, 60)), duration(number(1, 300)), number(0, 9), number(0, 9),
      duration(number(1, 60)));
  if (chance(50))
    text.line("  relocate: {{after: {}, share: 0.{}}}", duration(number(60, 1800)), number(1, 9));
  text.line("  verify: {}", duration(number(1, 300)));
  text.line("  return: {}", duration(number(1, 300)));
  text.line("  foreign_handling: {}", one_of({"1", "1.3"}));
  text.line("  relay: \"30 s\"");
  text.line("  partners:");
  for (int c = 0; c < shape.centres; ++c) {
    std::string list;
    for (int step = 1; step < shape.centres; ++step)
      if (chance(70))
        list += fmt::format("{}{{to: c{}, trained: {}, share: {}}}", list.empty() ? "" : ", ",
                            (c + step) % shape.centres, one_of({"true", "false"}),
                            one_of({"1", "0.5", "0.3"}));
    text.line("    c{}: [{}]", c, list);
  }
}

}  // namespace

Shape any_shape() {
  Shape shape;
  shape.centres = number(1, 4);
  shape.disciplines = number(1, 3);
  shape.kinds = chance(60);
  shape.hub = shape.centres > 1 && chance(40);
  const int stages = number(1, 3), off_line = number(0, stages - 1);
  for (int s = 0; s < stages; ++s)
    shape.stages.push_back({s < stages - off_line, shape.hub ? s == 0 : chance(20), chance(40)});
  if (shape.hub && stages == 1)
    shape.stages.front().national = true;
  return shape;
}

std::string world_text(Shape& shape) {
  Text text;
  text.line(
      "world: {{name: W, zone: \"CET+1CEST+1,M3.5.0/2,M10.5.0/3\", shifts: {{day: \"07:00\", "
      "night: \"23:00\"}}{}}}",
      chance(20) ? ", understaffing: {probability: 0.5, cut: 0.5}" : "");
  write_chain(shape, text);
  write_roles(shape, text);
  write_places(shape, text);
  write_demand(shape, text);
  write_callers(shape, text);
  write_components(shape, text);
  write_functions(shape, text);
  shape.takeover = shape.centres > 1 && chance(60);
  if (shape.takeover)
    write_takeover(shape, text);
  shape.network = chance(30);
  if (shape.network)
    text.line(
        "network: {{latency: \"10 ms\", access: wan, bandwidth: \"10 Mbit/s\", channels: {}, "
        "picture: \"{} MB\"}}",
        number(1, 20), number(1, 20));
  return text.str();
}

}  // namespace random_study
