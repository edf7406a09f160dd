#include "scenarios/attack/race.hpp"

#include <algorithm>
#include <cmath>
#include <queue>
#include <utility>

#include "models/chance/whole.hpp"

namespace scenarios {

namespace {

constexpr int opens_s = 8 * 3600, closes_s = 18 * 3600, saturday = 5;
constexpr double day_s = 86400;
constexpr std::size_t no_step = static_cast<std::size_t>(-1);

/// What would come later does not come: dates end with the year 9999.
double within_a_century(double s) {
  return s > 100 * 365 * day_s ? Race::not_at_all : s;
}

/// The race in the making. What happens after the alarm cannot move the alarm, so it is played
/// anew when there is one: with nobody in the way until the watch sees it, then with what is closed
/// because of that, then because somebody has noticed the strike.
class Play {
public:
  Play(const Attack& attack, const std::string& threat, const models::ReplicationKey& key,
       models::UtcSeconds access, const models::Calendar& calendar)
      : attack_(attack), threat_(threat), key_(key), access_(access), hours_(calendar) {
    race_.cuts.resize(attack.isolations.size());
  }

  Race run() && {
    begin();
    spread();
    const double planned_s = planned_strike_s();
    raise_alarm(watch_alarm_s());
    race_.seen = race_.alarm_s != Race::not_at_all;
    strike(planned_s);
    if (!race_.is_stopped()) {
      const double noticed_s = race_.strike_s + draw("notice", attack_.notice_s);
      if (noticed_s < race_.alarm_s) {
        race_.seen = false;
        raise_alarm(noticed_s);
        strike(planned_s);
      }
      recover();
    }
    touch();
    return std::move(race_);
  }

private:
  double uniform(const std::string& name) const {
    return models::uniform(key_, models::Purpose::effect,
                           {models::name_of(threat_ + "/attack/" + name), 0, 0});
  }
  double draw(const std::string& name, const models::Distribution& distribution) const {
    return models::quantile(distribution, uniform(name));
  }
  models::UtcSeconds clock(double s) const {
    return access_ + models::nearest<models::UtcSeconds>(s);
  }
  double decided_s(const std::string& name, const DecisionClock& clock_of, double alarm_s) const {
    if (alarm_s == Race::not_at_all)
      return alarm_s;
    const bool night = clock_of.night_s && !hours_.holds(clock(alarm_s));
    return within_a_century(alarm_s + draw(name, night ? *clock_of.night_s : clock_of.day_s));
  }

  void begin() {
    const auto ways = attack_.begins.size();
    const auto lot = static_cast<std::size_t>(uniform("begin") * static_cast<double>(ways));
    race_.begin = attack_.begins[std::min(lot, ways - 1)];
  }

  /// When each asset is taken by the fastest way that is open, and is not closed by then: Dijkstra
  /// over the times of this replication.
  void spread() {
    using Visit = std::pair<double, std::size_t>;
    std::priority_queue<Visit, std::vector<Visit>, std::greater<>> next;
    std::vector<std::vector<std::size_t>> out(attack_.assets.size());
    for (std::size_t step = 0; step < attack_.steps.size(); ++step)
      if (uniform(attack_.steps[step].id + "/chance") < attack_.steps[step].chance)
        out[attack_.steps[step].from].push_back(step);
    const std::vector<double> closed_s = closed_from_s();
    race_.holds.assign(attack_.assets.size(), {});
    race_.holds[race_.begin].taken_s = 0;
    next.emplace(0, race_.begin);
    while (!next.empty()) {
      const auto [s, asset] = next.top();
      next.pop();
      if (s > race_.holds[asset].taken_s)
        continue;
      for (const std::size_t step : out[asset]) {
        const std::size_t to = attack_.steps[step].to;
        const double at_s =
            within_a_century(s + draw(attack_.steps[step].id, attack_.steps[step].takes_s));
        if (at_s >= race_.holds[to].taken_s || at_s > std::min(closed_s[asset], closed_s[to]))
          continue;
        race_.holds[to].taken_s = at_s;
        race_.holds[to].step = step;
        next.emplace(at_s, to);
      }
    }
  }

  /// Moved to the other side of office hours when chance says so: within the time that they are
  /// closed each moment is as likely.
  double planned_strike_s() const {
    const double s = within_a_century(draw("strike", attack_.strike_s));
    if (s == Race::not_at_all)
      return s;
    const bool open = hours_.holds(clock(s)),
               shall_be_open = uniform("strike/hours") >= attack_.out_of_hours;
    if (open == shall_be_open)
      return s;
    if (shall_be_open)
      return s + hours_.until_open_s(clock(s));
    const double closing_s = s + hours_.until_closed_s(clock(s));
    return closing_s + uniform("strike/moment") * hours_.until_open_s(clock(closing_s));
  }

  /// The earliest alarm about a step that was taken.
  double watch_alarm_s() const {
    double out = Race::not_at_all;
    for (const Race::Hold& hold : race_.holds) {
      if (!attack_.watch || hold.step == no_step)
        continue;
      const AttackStep& step = attack_.steps[hold.step];
      if (uniform(step.id + "/seen") >= step.seen)
        continue;
      const double wait_s = attack_.watch->always ? 0 : hours_.until_open_s(clock(hold.taken_s));
      out = std::min(out, hold.taken_s + wait_s + draw(step.id + "/alarm", attack_.watch->alarm_s));
    }
    return out;
  }

  /// What follows from it: who is cut off when, and when the intruder is out.
  void raise_alarm(double alarm_s) {
    race_.alarm_s = alarm_s;
    race_.evicted_s = decided_s("evict", attack_.evict, alarm_s);
    for (std::size_t i = 0; i < attack_.isolations.size(); ++i) {
      const Isolation& isolation = attack_.isolations[i];
      Race::Cut& cut = race_.cuts[i] = {};
      const std::string name = "isolations/" + isolation.id;
      if (uniform(name + "/decided") >= isolation.chance)
        continue;
      cut.from_s = decided_s(name, isolation.after, alarm_s);
      cut.to_s = cut.from_s + draw(name + "/lasts", isolation.lasts_s);
    }
  }

  /// After that nobody takes an asset, goes on from it or strikes it.
  std::vector<double> closed_from_s() const {
    std::vector<double> out(attack_.assets.size(), race_.evicted_s);
    for (std::size_t i = 0; i < attack_.isolations.size(); ++i)
      for (const std::size_t asset : attack_.isolations[i].of)
        out[asset] = std::min(out[asset], race_.cuts[i].from_s);
    return out;
  }

  /// Spreads as far as nothing was closed in time, then strikes what is held.
  void strike(double planned_s) {
    spread();
    const std::vector<double> closed_s = closed_from_s();
    double first_s = Race::not_at_all;
    for (std::size_t asset = 0; asset < race_.holds.size(); ++asset)
      if (attack_.assets[asset].has_effects)
        first_s = std::min(first_s, std::max(planned_s, race_.holds[asset].taken_s));
    race_.strike_s = Race::not_at_all;
    for (std::size_t asset = 0; asset < race_.holds.size(); ++asset) {
      const double at_s = std::max(first_s, race_.holds[asset].taken_s);
      if (at_s == Race::not_at_all || at_s > closed_s[asset])
        continue;
      race_.holds[asset].struck_s = at_s;
      if (attack_.assets[asset].has_effects)
        race_.strike_s = std::min(race_.strike_s, at_s);
    }
    if (race_.is_stopped())
      for (Race::Hold& hold : race_.holds)
        hold.struck_s = Race::not_at_all;
  }

  /// Crews take what was struck in the order of the assets; who is free first takes the next.
  void recover() {
    const Recovery& how = attack_.recovery;
    const double from_s = std::max(race_.evicted_s, race_.strike_s) + draw("triage", how.triage_s);
    std::priority_queue<double, std::vector<double>, std::greater<>> free;
    for (int crew = 0; crew < how.crews; ++crew)
      free.push(from_s);
    for (std::size_t asset = 0; asset < race_.holds.size(); ++asset) {
      Race::Hold& hold = race_.holds[asset];
      if (hold.struck_s == Race::not_at_all)
        continue;
      const std::string& id = attack_.assets[asset].id;
      const bool clean = uniform(id + "/backup") < how.clean_backup;
      const double done_s = free.top() + draw(id + "/work", clean ? how.restore_s : how.rebuild_s);
      free.pop();
      free.push(done_s);
      hold.back_s = done_s + draw(id + "/verify", how.verify_s);
    }
  }

  void touch() {
    race_.touch_s = race_.strike_s;
    for (std::size_t i = 0; i < race_.cuts.size(); ++i)
      if (attack_.isolations[i].has_effects)
        race_.touch_s = std::min(race_.touch_s, race_.cuts[i].from_s);
  }

  const Attack& attack_;
  const std::string& threat_;
  const models::ReplicationKey& key_;
  models::UtcSeconds access_;
  OfficeHours hours_;
  Race race_;
};

}  // namespace

bool OfficeHours::holds(models::UtcSeconds utc) const {
  const auto civil = calendar_.civil(utc);
  return civil.weekday < saturday && civil.second_of_day >= opens_s &&
         civil.second_of_day < closes_s;
}

double OfficeHours::until_open_s(models::UtcSeconds utc) const {
  if (holds(utc))
    return 0;
  const auto civil = calendar_.civil(utc);
  int days = civil.second_of_day < opens_s ? 0 : 1;
  while ((civil.weekday + days) % 7 >= saturday)
    ++days;
  return days * day_s + opens_s - civil.second_of_day;
}

double OfficeHours::until_closed_s(models::UtcSeconds utc) const {
  return holds(utc) ? closes_s - calendar_.civil(utc).second_of_day : 0;
}

Race play(const Attack& attack, const std::string& threat, const models::ReplicationKey& key,
          models::UtcSeconds access, const models::Calendar& calendar) {
  return Play(attack, threat, key, access, calendar).run();
}

}  // namespace scenarios
