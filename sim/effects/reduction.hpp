#pragma once

#include "sim/effects/at_work.hpp"

namespace sim {

/// Callers who are not urgent stay away, more and more the longer it lasts.
template <>
class AtWork<scenarios::Reduction> : public NoSources, public Detour {
public:
  explicit AtWork(const Parts& parts) : exchange_(parts.exchange) {}

  void begin(const scenarios::Reduction& effect);
  void end(const scenarios::Reduction& effect);
  bool deters(const Call& call, double u) const override;

private:
  struct Since {
    const scenarios::Reduction* effect;
    double since_s;
  };

  CallExchange& exchange_;
  std::vector<Since> at_work_;
};

}  // namespace sim
