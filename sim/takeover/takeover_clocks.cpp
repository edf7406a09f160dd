#include "sim/takeover/takeover_clocks.hpp"

namespace sim {

/// Part of the names of numbers: never renumber. Attempts to switch count on from the last.
enum class TakeoverClocks::Step : std::uint32_t {
  detect,
  decide,
  relocate,
  verify,
  back,
  number,
  false_alarm,
  switching = 16
};

std::array<double, 4> TakeoverClocks::draw(Step step, std::uint32_t turn) const {
  return models::uniforms(key_, models::Purpose::takeover_clock,
                          {models::name_of(world_.centres[centre_].id), episode_,
                           static_cast<std::uint32_t>(step) + turn});
}

double TakeoverClocks::drawn(const models::Distribution& clock_s, Step step) const {
  return models::quantile(clock_s, draw(step)[0]);
}

double TakeoverClocks::false_alarm_s() const {
  return drawn(world_.takeover.detect_s, Step::false_alarm);
}

double TakeoverClocks::detect_s() const {
  return drawn(world_.takeover.detect_s, Step::detect);
}

double TakeoverClocks::decide_s() const {
  return drawn(world_.takeover.decide_s, Step::decide);
}

double TakeoverClocks::relocate_s() const {
  return drawn(world_.takeover.relocate_s, Step::relocate);
}

double TakeoverClocks::verify_s() const {
  return drawn(world_.takeover.verify_s, Step::verify);
}

double TakeoverClocks::return_s() const {
  return drawn(world_.takeover.return_s, Step::back);
}

std::optional<double> TakeoverClocks::old_number_s() const {
  return disturbances_.of<scenarios::StaleNumbers>().found_out_s(centre_, draw(Step::number));
}

double TakeoverClocks::switch_s(const models::Partner& partner, std::uint32_t turn) const {
  const auto& takeover = world_.takeover;
  const auto u = draw(Step::switching, turn);
  const auto& clock_s = partner.trained ? takeover.switch_trained_s : takeover.switch_untrained_s;
  return models::quantile(clock_s, u[0]) +
         disturbances_.of<scenarios::DelayTakeover>().delay_s(centre_, u[3]);
}

bool TakeoverClocks::switch_fails(const models::Partner& partner, std::uint32_t turn) const {
  const auto& takeover = world_.takeover;
  const double normally = partner.trained ? takeover.fails_trained : takeover.fails_untrained;
  return draw(Step::switching, turn)[1] <
         disturbances_.of<scenarios::TakeoverFails>().probability(centre_, normally);
}

double TakeoverClocks::retry_s(std::uint32_t turn) const {
  return models::quantile(world_.takeover.retry_s, draw(Step::switching, turn)[2]);
}

double TakeoverClocks::relocated_share() const {
  return disturbances_.of<scenarios::Evacuate>().relocated_share(centre_,
                                                                 world_.takeover.relocated_share);
}

}  // namespace sim
