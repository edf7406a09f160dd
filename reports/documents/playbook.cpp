#include "reports/documents/playbook.hpp"

#include <fmt/args.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include "models/chance/whole.hpp"
#include "models/takeover/takeover_capacity.hpp"
#include "models/text/reading.hpp"
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

  std::string text() {
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
  void line(const std::string& text) { out_ += text + "\n"; }
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
    line("> **" +
         (world_.rubricering.empty() ? "Rubricering niet vastgesteld: behandelen als vertrouwelijk"
                                     : world_.rubricering) +
         "**\n");
    line(say("book.title", world_.centres[home_].name) + "\n");
    const auto assumed = std::count_if(model_.parameters.begin(), model_.parameters.end(),
                                       [](const auto& known) { return known.kind == "assumed"; });
    const std::string plan = world_.takeover.plan ? world_.takeover_plans[world_.takeover.plan].name
                                                  : say("book.only_plan");
    line(say("book.basis", plan, world_.name, Count(model_.parameters.size()), assumed) + "\n");
  }

  void clock(PlanningKey key, const models::Distribution& distribution) {
    line(say("book.clock", planning_word(key, language_), time(models::quantile(distribution, 0.5)),
             time(models::quantile(distribution, 0.95))));
  }

  void triggers() {
    const models::Takeover& t = world_.takeover;
    line(say("book.triggers") + "\n");
    for (const auto& function : world_.functions)
      if (function.takeover)
        line(say("book.function", function.name));
    line(say("book.heartbeat", Count(t.heartbeat.misses), time(t.heartbeat.period_s),
             time(t.heartbeat.timeout_s)));
    line(say("book.lost_after", time(world_.lost_after_s)) + "\n");
    line(say("book.clocks"));
    line("|---|---:|---:|");
    clock("book.detect", t.detect_s);
    clock("book.decide", t.decide_s);
    const auto& partners = world_.takeover.partners[home_];
    const bool trained = partners.front().trained;
    clock(trained ? PlanningKey("book.switch_trained") : PlanningKey("book.switch_untrained"),
          trained ? t.switch_trained_s : t.switch_untrained_s);
    line("");
    line(say("book.fails", number(100 * (trained ? t.fails_trained : t.fails_untrained)),
             time(models::quantile(t.retry_s, 0.5))) +
         "\n");
  }

  void partners() {
    line(say("book.order") + "\n");
    line(say("book.order_columns"));
    line("|---:|---|---:|---|");
    double left = 1;
    int place = 0;
    for (const models::Partner& partner : world_.takeover.partners[home_]) {
      line(fmt::format("| {} | {} | {} | {} |", ++place, world_.centres[partner.centre].name,
                       left > 0 ? number(100 * left * partner.share) + " %" : say("book.reserve"),
                       partner.trained ? say("book.yes") : say("book.no")));
      left *= 1 - partner.share;
    }
    line("");
  }

  std::vector<Column> columns() const {
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
    line(say("book.staff", hour_name(day).substr(0, hour_name(day).find(' '))) + "\n");
    line(say("book.staff_how", number(100 * most_busy_),
             number(world_.takeover.foreign_handling, 1)) +
         "\n");
    std::string heading = "| " + say("book.hour") + " |", rule = "|---|";
    for (const Column& column : columns()) {
      heading += " " + name_of(column) + " |";
      rule += "---:|";
    }
    line(heading);
    line(rule);
    for (int hour = 0; hour < hours_of_day; ++hour) {
      std::string row = fmt::format("| {:02}-{:02} |", hour, hour + 1);
      for (const Column& column : columns())
        row += " " + cell(day + hour, column) + " |";
      line(row);
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
    line(say("book.shortages") + "\n");
    bool any = false;
    for (const Column& column : columns()) {
      const std::string hours = hours_short(column);
      if (hours.empty())
        continue;
      any = true;
      line(say("book.shortage", name_of(column), hours, narrow_places(column)));
    }
    if (!any)
      line(say("book.no_shortage"));
    line("");
  }

  /// Times of day at which a room's people change, with those on duty afterwards on a Monday.
  void shift_changes() {
    line(say("book.changes") + "\n");
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
      line(say("book.change", world_.centres[partner.centre].name,
               told.empty() ? say("book.no_change") : told));
    }
    line(say("book.before_change") + "\n");
  }

  void going_home() {
    const models::Takeover& t = world_.takeover;
    line(say("book.return") + "\n");
    line(say("book.verify", time(models::quantile(t.verify_s, 0.5)),
             time(models::quantile(t.verify_s, 0.95))));
    line(say("book.back", time(models::quantile(t.return_s, 0.5)),
             time(models::quantile(t.return_s, 0.95))));
    if (t.relocated_share > 0)
      line(say("book.relocate", number(100 * t.relocated_share),
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
  std::string out_;
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

}  // namespace

std::string playbook(const models::WorldModel& model, const PlaybookQuestion& question,
                     Language language) {
  return Playbook(model, find_home(model.world, question.meldkamer), question.most_busy, language)
      .text();
}

}  // namespace reports
