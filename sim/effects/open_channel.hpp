#pragma once

#include "sim/effects/at_work.hpp"

namespace sim {

/// A channel is announced. Of several announcements the latest holds; when it is over, the one
/// before it.
template <>
class AtWork<scenarios::OpenChannel> : public NoSources {
public:
  explicit AtWork(const Parts& parts)
      : exchange_(parts.exchange), open_(parts.world.callers.channels.size()) {}

  void begin(const scenarios::OpenChannel& effect) {
    open_[effect.channel].push_back(&effect);
    exchange_.open_channel(effect.channel, effect.share);
  }
  void end(const scenarios::OpenChannel& effect) {
    auto& open = open_[effect.channel];
    std::erase(open, &effect);
    if (open.empty())
      exchange_.close_channel(effect.channel);
    else
      exchange_.keep_channel_open(effect.channel, open.back()->share);
  }

private:
  CallExchange& exchange_;
  std::vector<std::vector<const scenarios::OpenChannel*>> open_;  ///< [channel]
};

}  // namespace sim
