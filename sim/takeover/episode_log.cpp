#include "sim/takeover/episode_log.hpp"

namespace sim {

void EpisodeLog::open(CentreId centre) {
  open_[centre] = Open{exchange_.taken_over_from(centre), {}};
}

void EpisodeLog::write(CentreId centre, const results::Episode& episode) {
  auto& row = open_[centre]->row;
  if (!row) {
    row = facts_.episodes.size();
    facts_.episodes.push_back(episode);
  }
  facts_.episodes[*row] = episode;
}

std::uint32_t EpisodeLog::answered(CentreId centre) const {
  return exchange_.taken_over_from(centre) - open_[centre]->answered_before;
}

void EpisodeLog::close(CentreId centre, results::Episode episode) {
  episode.answered = answered(centre);
  write(centre, episode);
  open_[centre].reset();
}

void EpisodeLog::finish() {
  for (const auto centre : open_.ids())
    if (const auto& open = open_[centre]; open && open->row)
      facts_.episodes[*open->row].answered = answered(centre);
}

}  // namespace sim
