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

namespace {

void add(std::string& out, const Harm& harm) {
  for (const double value : {harm.lost_callers, harm.late_help, harm.late_callers,
                             harm.unreachable_112_s, harm.dispatch_impossible_s, harm.degraded_s,
                             harm.wrong_dispatch_share, harm.recover_s, harm.callers})
    add(out, value);
  for (const double value : harm.no_contact_after)
    add(out, value);
}

}  // namespace

std::string figures_of(const Consequence& one) {
  std::string out = fmt::format("\n{} {} ", one.replication, one.hour_of_week);
  add(out, static_cast<const Harm&>(one));
  if (one.touched)
    add(out, *one.touched);
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
