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
                          {of_.name, of_.episode, static_cast<std::uint32_t>(step) + turn});
}

double TakeoverClocks::drawn(const models::Distribution& clock_s, Step step) const {
  return models::quantile(clock_s, draw(step)[0]);
}

double TakeoverClocks::false_alarm_s() const {
  return drawn(rules().detect_s, Step::false_alarm);
}

double TakeoverClocks::detect_s() const {
  return drawn(rules().detect_s, Step::detect);
}

double TakeoverClocks::decide_s() const {
  return drawn(rules().decide_s, Step::decide);
}

double TakeoverClocks::relocate_s() const {
  return drawn(rules().relocate_s, Step::relocate);
}

double TakeoverClocks::verify_s() const {
  return drawn(rules().verify_s, Step::verify);
}

double TakeoverClocks::return_s() const {
  return drawn(rules().return_s, Step::back);
}

std::optional<double> TakeoverClocks::old_number_s() const {
  return disturbances_.of<scenarios::StaleNumbers>().found_out_s(of_.centre, draw(Step::number));
}

double TakeoverClocks::switch_s(const models::Partner& partner, std::uint32_t turn) const {
  const models::Takeover& takeover = rules();
  const auto u = draw(Step::switching, turn);
  const auto& clock_s = partner.trained ? takeover.switch_trained_s : takeover.switch_untrained_s;
  return models::quantile(clock_s, u[0]) +
         disturbances_.of<scenarios::DelayTakeover>().delay_s(of_.centre, u[3]);
}

bool TakeoverClocks::switch_fails(const models::Partner& partner, std::uint32_t turn) const {
  const models::Takeover& takeover = rules();
  const double normally = partner.trained ? takeover.fails_trained : takeover.fails_untrained;
  return draw(Step::switching, turn)[1] <
         disturbances_.of<scenarios::TakeoverFails>().probability(of_.centre, normally);
}

double TakeoverClocks::retry_s(std::uint32_t turn) const {
  return models::quantile(rules().retry_s, draw(Step::switching, turn)[2]);
}

double TakeoverClocks::relocated_share() const {
  return disturbances_.of<scenarios::Evacuate>().relocated_share(of_.centre,
                                                                 rules().relocated_share);
}

}  // namespace sim
