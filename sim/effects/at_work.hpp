#pragma once

#include <algorithm>
#include <functional>
#include <numeric>
#include <vector>

#include "models/chance/random_stream.hpp"
#include "models/world/world.hpp"
#include "scenarios/scenario.hpp"
#include "sim/calls/call_exchange.hpp"
#include "sim/calls/source.hpp"
#include "sim/effects/drawn_effects.hpp"
#include "sim/people/staff_desk.hpp"
#include "sim/systems/infrastructure.hpp"
#include "sim/systems/shared_wires.hpp"

namespace sim {

/// What effects act on; each takes what it needs from here.
struct Parts {
  const models::World& world;
  models::ReplicationKey key;
  CallExchange& exchange;
  Infrastructure& infrastructure;
  StaffDesk& staff;
  SharedWires& wires;
};

/// What arrivals are made of: the world, the replication, and when the effect is at work in it.
struct Origin {
  const models::World& world;
  const models::ReplicationKey& key;
  const DrawnEffect& drawn;
};

/// The effects of one kind that are at work, and what they do. Each kind has a specialisation in a
/// file of its own, with
///   explicit AtWork(const Parts&);
///   void begin(const Effect&);  // called by an actor, like `end`; the effect outlives both
///   void end(const Effect&);
///   static std::vector<Source> sources(const Origin&, const Effect&);
template <class Effect>
class AtWork;

/// Base of effects that bring no arrivals of their own.
struct NoSources {
  template <class Effect>
  static std::vector<Source> sources(const Origin&, const Effect&) {
    return {};
  }
};

/// Base of effects that somebody asks about: it knows which are at work, the earliest first.
template <class Effect>
class Listed : public NoSources {
public:
  void begin(const Effect& effect) { at_work_.push_back(&effect); }
  void end(const Effect& effect) { std::erase(at_work_, &effect); }

protected:
  const std::vector<const Effect*>& at_work() const { return at_work_; }

private:
  std::vector<const Effect*> at_work_;
};

/// Base of effects on single calls: the exchange asks as long as one is at work.
template <class Effect>
class ListedDetour : public Listed<Effect>, public Detour {
public:
  explicit ListedDetour(const Parts& parts) : detours_(parts.exchange.detours()) {}

  void begin(const Effect& effect) {
    if (this->at_work().empty())
      detours_.add(*this);
    detours_.note_change();
    Listed<Effect>::begin(effect);
  }
  void end(const Effect& effect) {
    Listed<Effect>::end(effect);
    if (this->at_work().empty())
      detours_.remove(*this);
    detours_.note_change();
  }

private:
  Detours& detours_;
};

/// Factors of effects on one thing; they multiply.
class Factors {
public:
  void add(double factor) { factors_.push_back(factor); }
  void remove(double factor) { factors_.erase(std::ranges::find(factors_, factor)); }
  double product() const {
    return std::accumulate(factors_.begin(), factors_.end(), 1.0, std::multiplies<>());
  }

private:
  std::vector<double> factors_;
};

/// Whether an effect names this centre, region, ... among its targets.
template <class Of>
bool hits(const std::vector<models::Id<Of>>& targets, models::Id<Of> id) {
  return std::ranges::find(targets, id) != targets.end();
}

}  // namespace sim
