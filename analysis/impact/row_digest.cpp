#include "analysis/impact/row_digest.hpp"

#include <fmt/format.h>

#include <cmath>

#include "models/text/sha256.hpp"

namespace analysis {
namespace {

/// The shortest digits that give the number again.
void add(std::string& out, double value) {
  out += std::isnan(value) ? "nan " : fmt::format("{} ", value);
}

void add(std::string& out, const std::string& text) {
  out += fmt::format("{}:{} ", text.size(), text);
}

}  // namespace

std::string figures_of(const Consequence& one) {
  std::string out = fmt::format("\n{} {} ", one.replication, one.hour_of_week);
  for (const double value :
       {one.lost_callers, one.answer_delay_p90_s, one.delayed_share, one.unreachable_s,
        one.wrong_dispatch_share, one.recover_s, one.callers})
    add(out, value);
  for (const double value : one.no_contact_after)
    add(out, value);
  out += fmt::format("{:d} {} {} ", one.truncated, one.first_switches, one.first_switches_failed);
  for (const auto* losses : {&one.intake_losses, &one.dispatch_losses})
    for (const Spell& loss : *losses) {
      add(out, loss.s);
      out += fmt::format("{} ", loss.cause);
    }
  return out;
}

std::string digest_of(const Row& row) {
  const results::RowLabels& labels = row.labels;
  std::string out;
  for (const std::string& text :
       {row.scenario, labels.threat, labels.target, labels.package, labels.plan, labels.onset_rule,
        labels.duration, labels.varied, labels.role, row.meldkamer})
    add(out, text);
  out += fmt::format("{} {} {} ", row.seed, labels.draw, labels.likelihood_class);
  add(out, labels.likelihood_rate_per_y);
  add(out, labels.target_share);
  for (const Consequence& one : row.replications)
    out += figures_of(one);
  return models::sha256_hex(out);
}

}  // namespace analysis
