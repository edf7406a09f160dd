#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "sim/calls/caller_ledger.hpp"
#include "sim/calls/exchange_books.hpp"
#include "sim/calls/kept_fates.hpp"

namespace sim {

/// What is kept of one window.
struct WindowBooks {
  CallerLedger persons;
  ExchangeBooks groups;
  std::uint64_t jobs = 0;  ///< dispatch jobs of measured callers that are not done

  /// Measured callers whose story goes on, and their jobs.
  std::uint64_t open() const { return persons.open_measured() + jobs; }
};

/// A shorter window of the same run, from its end until its books close. Whoever dials later is
/// around it, as in a run that has this window alone: up to its end the two were one.
class EndedWindow {
public:
  /// Copies what is there at this moment.
  EndedWindow(const WindowBooks& running, results::Facts facts, PairedFates fates, double end_s)
      : end_s_(end_s),
        facts_(std::move(facts)),
        fates_(fates),
        books_{CallerLedger(running.persons, facts_, fates_.all()),
               ExchangeBooks(running.groups, facts_, end_s), running.jobs} {}
  EndedWindow(const EndedWindow&) = delete;
  EndedWindow& operator=(const EndedWindow&) = delete;

  double end_s() const { return end_s_; }
  results::Facts& facts() { return facts_; }
  KeptFates& fates() { return fates_; }
  WindowBooks& books() { return books_; }
  /// The call as this window has it.
  Call seen(const Call& call) const {
    Call out = call;
    if (call.call_class == results::CallClass::measured && call.first_attempt_s >= end_s_)
      out.call_class = results::CallClass::around;
    return out;
  }

  /// When its books close; none: nobody knows yet.
  std::optional<double> closes_s;

private:
  double end_s_;
  results::Facts facts_;
  KeptFates fates_;
  WindowBooks books_;
};

/// The books of a run, and of each shorter window that has ended and is not closed: all of them are
/// told what happens.
class Books {
public:
  using Group = ExchangeBooks::Group;
  using Mark = ExchangeBooks::Mark;

  Books(const models::World& world, const scenarios::Window& window, results::Facts& facts,
        PairedFates fates, std::size_t sources);

  WindowBooks& running() { return running_; }
  const WindowBooks& running() const { return running_; }
  const std::vector<std::unique_ptr<EndedWindow>>& ended() const { return ended_; }
  /// From now on. `callers` are those of both worlds so far.
  EndedWindow& end_window(double end_s, std::size_t callers);
  template <class Which>
  void forget_those(const Which& which) {
    std::erase_if(ended_, [&](const auto& window) { return which(*window); });
  }

  // ---- persons
  void open(Call& call, std::uint16_t source, const InBurst& burst) {
    tell(call, [&](WindowBooks& of, Call& seen) { of.persons.open(seen, source, burst); });
  }
  void close(Call& call, results::CallerCount final_state, double now_s) {
    tell(call, [&](WindowBooks& of, Call& seen) { of.persons.close(seen, final_state, now_s); });
  }
  void answer(Call& call, double t_s) {
    tell(call, [&](WindowBooks& of, Call& seen) { of.persons.answer(seen, t_s); });
  }
  void contact(Call& call, double t_s, std::uint32_t centre) {
    tell(call, [&](WindowBooks& of, Call& seen) { of.persons.contact(seen, t_s, centre); });
  }
  void alert(Call& call, double t_s) {
    tell(call, [&](WindowBooks& of, Call& seen) { of.persons.alert(seen, t_s); });
  }
  void count(Call& call, results::CallerCount what) {
    tell(call, [&](WindowBooks& of, Call& seen) { of.persons.count(seen, what); });
  }

  // ---- dispatch jobs
  void begin_job(Call& call) {
    tell(call, [](WindowBooks& of, Call& seen) { of.jobs += is_measured(seen) ? 1 : 0; });
  }
  void end_job(Call& call) {
    tell(call, [](WindowBooks& of, Call& seen) { of.jobs -= is_measured(seen) ? 1 : 0; });
  }

  // ---- groups
  void count(Group group, Call& call, results::GroupCount what) {
    tell(call, [&](WindowBooks& of, Call& seen) { of.groups.count(group, seen, what); });
  }
  void wait(Call& call, const AgentPool& pool, double t_s) {
    tell(call, [&](WindowBooks& of, Call& seen) { of.groups.wait(seen, pool, t_s); });
  }
  void dispatch(Call& call, double t_s) {
    tell(call, [&](WindowBooks& of, Call& seen) { of.groups.dispatch(seen, t_s); });
  }
  void contact(Call& call, const AgentPool& pool) {
    tell(call, [&](WindowBooks& of, Call& seen) { of.groups.contact(seen, pool); });
  }
  void hide_picture(Call& call, double t_s) {
    tell(call, [&](WindowBooks& of, Call& seen) {
      if (is_measured(seen))
        of.groups.hide_picture(seen, t_s);
    });
  }
  void count_work(std::size_t work, double t_s, results::WorkCount what) {
    tell_groups([&](ExchangeBooks& of) { of.count_work(work, t_s, what); });
  }
  void flow(std::size_t centre, results::TimelineCount what) {
    tell_groups([&](ExchangeBooks& of) { of.flow(centre, what); });
  }
  void spend(Group group, results::GroupTime what, double from_s, double to_s, int many = 1) {
    tell_groups([&](ExchangeBooks& of) { of.spend(group, what, from_s, to_s, many); });
  }
  void way(std::size_t cell, const WayState& state, double from_s, double to_s) {
    tell_groups([&](ExchangeBooks& of) { of.way(cell, state, from_s, to_s); });
  }
  void settle_pictures(Group group, double t_s) {
    tell_groups([&](ExchangeBooks& of) { of.settle_pictures(group, t_s); });
  }
  void level(const std::vector<AgentPool>& pools) {
    tell_groups([&](ExchangeBooks& of) { of.level(pools); });
  }
  void miss(std::uint64_t heads) {
    tell_groups([&](ExchangeBooks& of) { of.miss(heads); });
  }
  void mark(double t_s, std::uint64_t subject, Mark what) {
    tell_groups([&](ExchangeBooks& of) { of.mark(t_s, subject, what); });
  }
  void mark_duty(double t_s, Group group, int people) {
    tell_groups([&](ExchangeBooks& of) { of.mark_duty(t_s, group, people); });
  }

private:
  static bool is_measured(const Call& call) {
    return call.call_class == results::CallClass::measured;
  }
  /// Those that have ended first: what the running ones write into the call, all of them write.
  template <class Tell>
  void tell(Call& call, const Tell& tell_one) {
    for (const auto& window : ended_) {
      Call seen = window->seen(call);
      tell_one(window->books(), seen);
    }
    tell_one(running_, call);
  }
  template <class Tell>
  void tell_groups(const Tell& tell_one) {
    for (const auto& window : ended_)
      tell_one(window->books().groups);
    tell_one(running_.groups);
  }

  const models::World& world_;
  scenarios::Window window_;
  results::Facts& facts_;
  PairedFates fates_;
  WindowBooks running_;
  std::vector<std::unique_ptr<EndedWindow>> ended_;
};

}  // namespace sim
