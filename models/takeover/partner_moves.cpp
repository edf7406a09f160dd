#include "models/takeover/partner_moves.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include <fmt/format.h>

namespace models {
namespace {

using Move = PartnerMove::Kind;

double share_as_written(double share) {
  return std::strtod(fmt::format("{:.4g}", share).c_str(), nullptr);
}

const Partner* known_in(const std::vector<Partner>& all, Id<Centre> centre) {
  const auto at = std::ranges::find(all, centre, &Partner::centre);
  return at == all.end() ? nullptr : &*at;
}

/// Another partner in the place, with the share of that place.
Partner in_place_of(const Partner& before, Partner partner) {
  partner.share = before.share;
  return partner;
}

bool may_take(const Partner& partner, Id<Discipline> discipline) {
  return partner.disciplines.empty() ||
         std::ranges::find(partner.disciplines, discipline) != partner.disciplines.end();
}

class Moves {
public:
  Moves(const PartnerList& list, const PartnerLimits& limits)
      : list_(list), limits_(limits), parts_(parts_of(list)) {}

  std::vector<MovedList> all() {
    swaps();
    replacements();
    joining();
    leaving();
    alone();
    if (!limits_.narrowed.empty())
      disciplines();
    if (limits_.may_rehearse)
      rehearsals();
    return std::move(out_);
  }

private:
  bool takes_part(std::size_t place) const { return parts_[place] > 0; }
  bool matters(std::size_t place) const { return limits_.reserves_matter || takes_part(place); }

  /// Who is first gives the clock of the switch; equal parts of those who can do the same are the
  /// same in any order.
  bool order_matters(std::size_t one, std::size_t other) const {
    return limits_.reserves_matter || one == 0 || std::abs(parts_[one] - parts_[other]) > 0.005;
  }

  void add(PartnerMove move, PartnerList list) {
    const bool is_known = list == list_ || std::ranges::any_of(out_, [&](const MovedList& before) {
                            return before.list == list;
                          });
    if (!is_known)
      out_.push_back({move, std::move(list)});
  }

  void swaps() {
    for (std::size_t i = 0; i < list_.size(); ++i)
      for (std::size_t j = i + 1; j < list_.size(); ++j)
        if (matters(i) && order_matters(i, j)) {
          PartnerList list = list_;
          list[i] = in_place_of(list_[i], list_[j]);
          list[j] = in_place_of(list_[j], list_[i]);
          add({Move::swap, list_[j].centre, list_[i].centre, {}}, std::move(list));
        }
  }

  void replacements() {
    for (std::size_t i = 0; i < list_.size(); ++i)
      for (const Partner& partner : limits_.possible)
        if (matters(i) && known_in(list_, partner.centre) == nullptr) {
          PartnerList list = list_;
          list[i] = in_place_of(list_[i], partner);
          add({Move::replace, partner.centre, list_[i].centre, {}}, std::move(list));
        }
  }

  std::size_t dividing() const {
    return static_cast<std::size_t>(
        std::ranges::count_if(parts_, [](double part) { return part > 0; }));
  }

  void joining() {
    const double before = static_cast<double>(dividing()), after = before + 1;
    for (const Partner& partner : limits_.possible) {
      PartnerList list = list_;
      std::vector<double> parts = parts_;
      for (double& part : parts)
        part *= before / after;
      const auto at = std::ranges::find(list, partner.centre, &Partner::centre);
      if (at == list.end()) {
        list.push_back(partner);
        parts.push_back(1 / after);
      } else if (double& part = parts[static_cast<std::size_t>(at - list.begin())]; part == 0) {
        part = 1 / after;
      } else {
        continue;
      }
      add({Move::join, partner.centre, {}, {}}, with_parts(list, parts));
    }
  }

  void leaving() {
    for (std::size_t i = 0; i < list_.size(); ++i) {
      if (!takes_part(i) || dividing() < 2)
        continue;
      std::vector<double> parts = parts_;
      for (double& part : parts)
        part /= 1 - parts_[i];
      parts[i] = 0;
      add({Move::leave, list_[i].centre, {}, {}}, with_parts(list_, parts));
    }
  }

  void alone() {
    for (std::size_t i = 0; i < list_.size() && dividing() > 1; ++i) {
      if (!takes_part(i))
        continue;
      std::vector<double> parts(list_.size(), 0);
      parts[i] = 1;
      add({Move::alone, list_[i].centre, {}, {}}, with_parts(list_, parts));
    }
  }

  /// What the partner takes now, in the order of `narrowed`.
  std::vector<Id<Discipline>> taken(const Partner& partner) const {
    std::vector<Id<Discipline>> out;
    for (const auto discipline : limits_.narrowed)
      if (may_take(partner, discipline))
        out.push_back(discipline);
    return out;
  }

  void disciplines() {
    for (std::size_t i = 0; i < list_.size(); ++i) {
      const Partner* const known = known_in(limits_.possible, list_[i].centre);
      for (const auto discipline : limits_.narrowed) {
        Partner changed = list_[i];
        changed.disciplines = taken(list_[i]);
        const bool takes = may_take(list_[i], discipline);
        if (takes)
          std::erase(changed.disciplines, discipline);
        else if (known != nullptr && may_take(*known, discipline))
          changed.disciplines.push_back(discipline);
        if (changed.disciplines.empty())
          continue;
        std::ranges::sort(changed.disciplines);
        if (known != nullptr && changed.disciplines == taken(*known))
          changed.disciplines = known->disciplines;
        PartnerList list = list_;
        list[i] = changed;
        add({takes ? Move::narrow : Move::widen, changed.centre, {}, discipline}, std::move(list));
      }
    }
  }

  /// Who comes first gives the clock of the switch; others' rehearsals change nothing.
  void rehearsals() {
    for (std::size_t i = 0; i < std::min<std::size_t>(1, list_.size()); ++i) {
      PartnerList list = list_;
      list[i].trained = true;
      add({Move::rehearse, list_[i].centre, {}, {}}, std::move(list));
    }
  }

  const PartnerList& list_;
  const PartnerLimits& limits_;
  std::vector<double> parts_;
  std::vector<MovedList> out_;
};

}  // namespace

std::vector<double> parts_of(const PartnerList& list) {
  std::vector<double> out(list.size(), 0);
  double left = 1;
  for (std::size_t i = 0; i < list.size() && left > 0; ++i) {
    const bool is_last = i + 1 == list.size();
    out[i] = is_last || list[i].share >= 1 ? left : left * list[i].share;
    left = is_last || list[i].share >= 1 ? 0 : left - out[i];
  }
  return out;
}

PartnerList with_parts(const PartnerList& list, const std::vector<double>& parts) {
  PartnerList out, reserves;
  double left = 1;
  for (std::size_t i = 0; i < list.size(); ++i) {
    Partner partner = list[i];
    partner.share = parts[i] > 0 ? share_as_written(std::min(1.0, parts[i] / left)) : 1;
    left -= parts[i];
    (parts[i] > 0 ? out : reserves).push_back(partner);
  }
  if (!out.empty())
    out.back().share = 1;
  out.insert(out.end(), reserves.begin(), reserves.end());
  return out;
}

PartnerList within(const PartnerList& list, const PartnerLimits& limits) {
  std::vector<double> parts = parts_of(list), kept_parts;
  PartnerList kept;
  double sum = 0;
  for (std::size_t i = 0; i < list.size(); ++i)
    if (const Partner* const known = known_in(limits.possible, list[i].centre)) {
      kept.push_back(*known);
      kept_parts.push_back(parts[i]);
      sum += parts[i];
    }
  if (!kept.empty() && sum == 0)
    kept_parts.front() = sum = 1;
  for (double& part : kept_parts)
    part /= sum;
  return with_parts(kept, kept_parts);
}

std::vector<MovedList> moved_lists(const PartnerList& list, const PartnerLimits& limits) {
  return Moves(list, limits).all();
}

}  // namespace models
