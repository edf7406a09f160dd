#include "reports/documents/playbook.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include "models/chance/whole.hpp"
#include "models/takeover/takeover_capacity.hpp"
#include "models/text/reading.hpp"
#include "reports/documents/document_head.hpp"
#include "reports/documents/graph/findings.hpp"
#include "reports/words/numbers.hpp"
#include "reports/words/planning_words.hpp"
#include "reports/words/plural.hpp"

namespace reports {
namespace {

using models::Centre;
using models::Id;
using models::World;

constexpr int hours_of_day = 24, hours_of_week = 168;

/// Work that is taken over, as a column.
using Column = std::pair<Id<models::Stage>, Id<models::Discipline>>;

/// The same twice: a page of Markdown, and its tables with what stands beside them as notes.
struct Card {
  std::string markdown;
  Document document;
};

/// "**4** (−2)" without its marks.
std::string unmarked(std::string text) {
  for (auto at = text.find("**"); at != std::string::npos; at = text.find("**", at))
    text.erase(at, 2);
  return text;
}

/// What stands behind the marks at the beginning of a line.
std::string without(const std::string& marks, const std::string& line) {
  return unmarked(line.starts_with(marks) ? line.substr(marks.size()) : line);
}

/// "a" and "b" of "| a | b |".
std::vector<std::string> cells_of(const std::string& row) {
  std::vector<std::string> out;
  std::size_t from = row.find('|') + 1;
  for (auto end = row.find('|', from); end != std::string::npos; end = row.find('|', from)) {
    const std::string cell = row.substr(from, end - from);
    const auto first = cell.find_first_not_of(' ');
    out.push_back(first == std::string::npos
                      ? ""
                      : cell.substr(first, cell.find_last_not_of(' ') + 1 - first));
    from = end + 1;
  }
  return out;
}

class Playbook {
public:
  Playbook(const models::WorldModel& model, Id<Centre> home, double most_busy, Language language)
      : model_(model),
        world_(model.world),
        home_(home),
        most_busy_(most_busy),
        language_(language),
        numbers_(language),
        load_(model.world) {
    for (int hour = 0; hour < hours_of_week; ++hour)
      week_.push_back(models::takeover_capacity(world_, load_, {home},
                                                {hour, models::Receiving::plan, false, most_busy}));
  }

  Card told() {
    head();
    triggers();
    partners();
    staff();
    shortages();
    shift_changes();
    going_home();
    return std::move(out_);
  }

private:
  template <class... Values>
  std::string say(std::type_identity_t<Form<planning_phrases, Values...>> form,
                  const Values&... values) const {
    return form.filled(language_, values...);
  }
  void line(const std::string& text) { out_.markdown += text + "\n"; }
  void section(const char* name, const std::string& heading) {
    line(heading + "\n");
    Grid& grid = out_.document.grids.emplace_back();
    grid.name = name;
    grid.title = without("## ", heading);
  }
  void note(const std::string& text) {
    line(text);
    out_.document.grids.back().notes.push_back(without("- ", text));
  }
  void columns(const std::string& heading, const std::string& rule) {
    line(heading);
    line(rule);
    out_.document.grids.back().headings = cells_of(heading);
  }
  void row(const std::vector<std::string>& cells) {
    line(fmt::format("| {} |", fmt::join(cells, " | ")));
    GridRow& made = out_.document.grids.back().rows.emplace_back();
    for (const std::string& cell : cells)
      made.emplace_back(unmarked(cell));
  }
  std::string time(double seconds) const { return duration(seconds); }
  /// "sat 23:00", in Dutch "za 23:00".
  std::string hour_name(int hour_of_week) const {
    constexpr std::array dutch = {"ma", "di", "wo", "do", "vr", "za", "zo"};
    const std::string text = hour_text(hour_of_week);
    return language_ == Language::dutch
               ? dutch[static_cast<std::size_t>(hour_of_week / hours_of_day)] + text.substr(3)
               : text;
  }
  std::string number(double value, int decimals = 0) const {
    return numbers_.plain(value, decimals);
  }

  void head() {
    const std::string marking = world_.rubricering.empty()
                                    ? "Rubricering niet vastgesteld: behandelen als vertrouwelijk"
                                    : world_.rubricering;
    const std::string title = say("book.title", world_.centres[home_].name);
    const auto assumed = std::count_if(model_.parameters.begin(), model_.parameters.end(),
                                       [](const auto& known) { return known.kind == "assumed"; });
    const std::string plan = world_.takeover.plan ? world_.takeover_plans[world_.takeover.plan].name
                                                  : say("book.only_plan");
    const std::string basis =
        say("book.basis", plan, world_.name, Count(model_.parameters.size()), assumed);
    line("> **" + marking + "**\n");
    line(title + "\n");
    line(basis + "\n");
    out_.document.title = without("# ", title);
    out_.document.head = {marking_line(marking, language_), basis, say("book.not_a_rule")};
  }

  void clock(PlanningKey key, const models::Distribution& distribution) {
    row({planning_word(key, language_), time(models::quantile(distribution, 0.5)),
         time(models::quantile(distribution, 0.95))});
  }

  void triggers() {
    const models::Takeover& t = world_.takeover;
    section("when", say("book.triggers"));
    for (const auto& function : world_.functions)
      if (function.takeover)
        note(say("book.function", function.name));
    note(say("book.heartbeat", Count(t.heartbeat.misses), time(t.heartbeat.period_s),
             time(t.heartbeat.timeout_s)));
    note(say("book.lost_after", time(world_.lost_after_s)));
    line("");
    columns(say("book.clocks"), "|---|---:|---:|");
    clock("book.detect", t.detect_s);
    clock("book.decide", t.decide_s);
    const auto& partners = world_.takeover.partners[home_];
    const bool trained = partners.front().trained;
    clock(trained ? PlanningKey("book.switch_trained") : PlanningKey("book.switch_untrained"),
          trained ? t.switch_trained_s : t.switch_untrained_s);
    line("");
    note(say("book.fails", number(100 * (trained ? t.fails_trained : t.fails_untrained)),
             time(models::quantile(t.retry_s, 0.5))));
    line("");
  }

  void partners() {
    section("who", say("book.order"));
    columns(say("book.order_columns"), "|---:|---|---:|---|");
    double left = 1;
    int place = 0;
    for (const models::Partner& partner : world_.takeover.partners[home_]) {
      row({std::to_string(++place), world_.centres[partner.centre].name,
           left > 0 ? number(100 * left * partner.share) + " %" : say("book.reserve"),
           partner.trained ? say("book.yes") : say("book.no")});
      left *= 1 - partner.share;
    }
    line("");
  }

  std::vector<Column> work() const {
    std::set<Column> out;
    for (const auto& hour : week_)
      for (const auto& work : hour.work)
        out.insert({work.stage, work.discipline});
    return {out.begin(), out.end()};
  }
  std::string name_of(const Column& column) const {
    return fmt::format("{} {}", world_.disciplines[column.second].name,
                       world_.stages[column.first].id);
  }

  static const models::CarriedWork* work_of(const models::TakeoverCapacity& hour,
                                            const Column& column) {
    for (const auto& work : hour.work)
      if (work.stage == column.first && work.discipline == column.second)
        return &work;
    return nullptr;
  }

  /// People who are at work the whole hour for that much work of the lost room.
  int people(double erlang) const {
    const double needed = erlang * world_.takeover.foreign_handling / most_busy_;
    return models::whole_above<int>(needed);
  }

  /// "4", or "**4** (2)" when two of them are missing.
  std::string cell(int hour, const Column& column) const {
    const auto* work = work_of(week_[static_cast<std::size_t>(hour)], column);
    if (work == nullptr)
      return dash;
    const int needed = people(work->offered_erlang);
    return work->holds() ? number(needed)
                         : fmt::format("**{}** (−{})", needed,
                                       people(work->offered_erlang - work->carried_erlang));
  }

  void staff() {
    const int busiest = models::busiest_hour(world_.demand);
    const int day = busiest - busiest % hours_of_day;
    section("people", say("book.staff", hour_name(day).substr(0, hour_name(day).find(' '))));
    note(say("book.staff_how", number(100 * most_busy_),
             number(world_.takeover.foreign_handling, 1)));
    line("");
    std::string heading = "| " + say("book.hour") + " |", rule = "|---|";
    for (const Column& column : work()) {
      heading += " " + name_of(column) + " |";
      rule += "---:|";
    }
    columns(heading, rule);
    for (int hour = 0; hour < hours_of_day; ++hour) {
      std::vector<std::string> cells = {fmt::format("{:02}-{:02}", hour, hour + 1)};
      for (const Column& column : work())
        cells.push_back(cell(day + hour, column));
      row(cells);
    }
    line("");
  }

  /// "fri 23:00 - sat 07:00, ...": hours of the week in which this work is not all carried.
  std::string hours_short(const Column& column) const {
    std::vector<bool> is_short;
    for (const auto& hour : week_) {
      const auto* work = work_of(hour, column);
      is_short.push_back(work != nullptr && !work->holds());
    }
    std::string out;
    int stretches = 0;
    for (int from = 0; from < hours_of_week; ++from) {
      if (!is_short[static_cast<std::size_t>(from)])
        continue;
      int until = from;
      while (until < hours_of_week && is_short[static_cast<std::size_t>(until)])
        ++until;
      if (++stretches <= most_stretches)
        out += fmt::format("{}{}–{}", out.empty() ? "" : ", ", hour_name(from),
                           until == hours_of_week ? "24:00" : hour_name(until));
      from = until;
    }
    if (stretches > most_stretches)
      out += say("book.and_more", stretches - most_stretches);
    return out;
  }

  /// Who is the narrow place in those hours, by how often.
  std::string narrow_places(const Column& column) const {
    std::map<std::string, int> count;
    for (const auto& hour : week_)
      if (const auto* work = work_of(hour, column); work != nullptr && !work->holds())
        for (const auto& bottleneck : work->bottlenecks)
          ++count[bottleneck.kind == models::Bottleneck::Kind::no_receiver
                      ? say("book.nobody")
                      : world_.centres[bottleneck.centre].name];
    std::string out;
    for (const auto& [name, hours] : count)
      out += (out.empty() ? "" : ", ") + name;
    return out;
  }

  void shortages() {
    section("short", say("book.shortages"));
    bool any = false;
    for (const Column& column : work()) {
      const std::string hours = hours_short(column);
      if (hours.empty())
        continue;
      any = true;
      note(say("book.shortage", name_of(column), hours, narrow_places(column)));
    }
    if (!any)
      note(say("book.no_shortage"));
    line("");
  }

  /// Times of day at which a room's people change, with those on duty afterwards on a Monday.
  void shift_changes() {
    section("changes", say("book.changes"));
    for (const models::Partner& partner : world_.takeover.partners[home_]) {
      std::set<int> times;
      for (const models::AgentGroup& group : world_.groups)
        if (group.centre == partner.centre && group.roster.steps.size() > 1)
          for (const auto& step : group.roster.steps)
            times.insert(step.second_of_week % (hours_of_day * 3600));
      std::string told;
      for (const int second : times)
        told +=
            fmt::format("{}{:02}:{:02}", told.empty() ? "" : ", ", second / 3600, second / 60 % 60);
      note(say("book.change", world_.centres[partner.centre].name,
               told.empty() ? say("book.no_change") : told));
    }
    note(say("book.before_change"));
    line("");
  }

  void going_home() {
    const models::Takeover& t = world_.takeover;
    section("return", say("book.return"));
    note(say("book.verify", time(models::quantile(t.verify_s, 0.5)),
             time(models::quantile(t.verify_s, 0.95))));
    note(say("book.back", time(models::quantile(t.return_s, 0.5)),
             time(models::quantile(t.return_s, 0.95))));
    if (t.relocated_share > 0)
      note(say("book.relocate", number(100 * t.relocated_share),
               time(models::quantile(t.relocate_s, 0.5)),
               world_.centres[t.partners[home_].front().centre].name));
    line("");
    line(say("book.not_a_rule"));
  }

  static constexpr int most_stretches = 6;

  const models::WorldModel& model_;
  const World& world_;
  Id<Centre> home_;
  double most_busy_;
  Language language_;
  Numbers numbers_;
  models::OfferedLoad load_;
  std::vector<models::TakeoverCapacity> week_;
  Card out_;
};

Id<Centre> find_home(const World& world, const std::string& meldkamer) {
  std::vector<std::string> known;
  const models::Mark mark{"--draaiboek " + meldkamer, 0, 0};
  for (const auto centre : world.centres.ids()) {
    if (world.centres[centre].id != meldkamer)
      known.push_back(world.centres[centre].id);
    else if (world.takeover.partners[centre].empty())
      models::refuse(mark, "is a meldkamer from which nobody takes over");
    else
      return centre;
  }
  models::refuse(mark, "is not a meldkamer of this world" + models::did_you_mean(meldkamer, known));
}

Card card(const models::WorldModel& model, const PlaybookQuestion& question, Language language) {
  return Playbook(model, find_home(model.world, question.meldkamer), question.most_busy, language)
      .told();
}

}  // namespace

std::string playbook(const models::WorldModel& model, const PlaybookQuestion& question,
                     Language language) {
  return card(model, question, language).markdown;
}

Document playbook_document(const models::WorldModel& model, const PlaybookQuestion& question,
                           Language language) {
  return card(model, question, language).document;
}

}  // namespace reports
