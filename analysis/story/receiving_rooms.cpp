#include "analysis/story/receiving_rooms.hpp"

#include "analysis/measures/short_time.hpp"

namespace analysis {
namespace {

using results::CallClass;
using results::Facts;
using results::GroupCount;
using results::GroupTime;

double taken_over(const Facts& facts, std::size_t group) {
  const auto at =
      (group * results::size_of<CallClass> + static_cast<std::size_t>(CallClass::measured)) *
          results::size_of<GroupCount> +
      static_cast<std::size_t>(GroupCount::taken_over);
  return facts.groups[at];
}

/// "politie, brandweer" names it.
bool names(const std::string& list, const std::string& id) {
  return (", " + list + ", ").find(", " + id + ", ") != std::string::npos;
}

/// The replications of one centre.
class Account {
public:
  Account(const results::Dimensions& dimensions, std::uint32_t centre)
      : dimensions_(dimensions), centre_(centre), short_(dimensions.disciplines.size()) {}

  void add(const Facts& world, const Facts& twin) {
    ++replications_;
    double answered = 0;
    for (std::size_t group = 0; group < dimensions_.groups.size(); ++group)
      if (dimensions_.group_centre[group] == centre_)
        answered += taken_over(world, group);
    if (answered == 0)
      return;
    answered_.push_back(answered);
    for (std::size_t discipline = 0; discipline < short_.size(); ++discipline)
      short_[discipline].push_back(extra_min(world, twin, discipline));
  }

  bool empty() const { return answered_.empty(); }

  ReceivingRoom finish() const {
    ReceivingRoom out;
    out.centre = centre_;
    out.received = proportion(answered_.size(), replications_);
    out.answered = estimate(answered_);
    for (const auto& values : short_)
      out.short_min.push_back(estimate(values));
    return out;
  }

private:
  double extra_min(const Facts& world, const Facts& twin, std::size_t discipline) const {
    double out = 0;
    for (std::size_t group = 0; group < dimensions_.groups.size(); ++group)
      if (dimensions_.group_centre[group] == centre_ &&
          names(dimensions_.group_disciplines[group], dimensions_.disciplines[discipline]))
        out += group_short_min(world, group) - group_short_min(twin, group);
    return out;
  }

  const results::Dimensions& dimensions_;
  std::uint32_t centre_;
  std::size_t replications_ = 0;
  std::vector<double> answered_;
  std::vector<std::vector<double>> short_;
};

}  // namespace

std::vector<ReceivingRoom> receiving_rooms(const results::Study& study) {
  const results::Dimensions& dimensions = study.dimensions;
  std::vector<ReceivingRoom> out;
  if (dimensions.group_disciplines.empty())
    return out;
  for (std::uint32_t centre = 0; centre < dimensions.centres.size(); ++centre) {
    Account account(dimensions, centre);
    for (const results::Observations& seen : study.replications)
      if (seen.twin)
        account.add(seen.world, *seen.twin);
    if (!account.empty())
      out.push_back(account.finish());
  }
  return out;
}

}  // namespace analysis
