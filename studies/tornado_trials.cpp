#include "studies/tornado_trials.hpp"

#include <array>

#include "analysis/impact/impact.hpp"
#include "studies/interrupt.hpp"
#include "studies/provenance.hpp"

namespace studies {
namespace {

struct End {
  const char* name;
  double u;
};
constexpr std::array<End, 2> ends = {{{"P5", 0.05}, {"P95", 0.95}}};

class TornadoPlay {
public:
  TornadoPlay(const TornadoQuestion& question, const OnProgress& on_progress)
      : question_(question), on_progress_(on_progress) {}

  TornadoAnswer run() {
    const Interrupt interrupt;
    const scenarios::ScenarioInWorld base = question_.study.read();
    if (base.year)
      models::refuse({"--year", 0, 0}, "is no event: leave it out, and name a threat");
    if (base.scenario.threats.empty())
      models::refuse({base.scenario.id, 0, 0},
                     "has no threat, so nobody is lost because of it: name one with --threat");
    out_.assumptions = assumptions_of(base);
    total_ =
        (1 + ends.size() * out_.assumptions.size() + question_.draws) * question_.request.count;
    add(base, out_.base);
    for (const models::Assumption& one : out_.assumptions)
      if (out_.signal == 0)
        vary(one);
    if (out_.signal == 0 && question_.draws > 0)
      draw();
    return std::move(out_);
  }

private:
  void vary(const models::Assumption& one) {
    analysis::VariedRows varied{one.id, {}};
    for (const End& end : ends) {
      std::vector<analysis::Row> row;
      add(question_.study.with(models::moved(one, end.u)).read(), row);
      if (!row.empty())
        varied.ends.emplace_back(end.name, std::move(row.front()));
    }
    if (varied.ends.size() == ends.size())
      out_.ends.push_back(std::move(varied));
  }

  /// Nothing when it is cut short.
  void add(const scenarios::ScenarioInWorld& input, std::vector<analysis::Row>& rows) {
    if (out_.signal != 0)
      return;
    analysis::RunReport report = conduct(input, question_.request, [&](Done done, std::uint64_t) {
      return on_progress_(done.after(done_), total_);
    });
    out_.signal = report.signal;
    if (out_.signal != 0)
      return;
    done_ += question_.request.count;
    out_.failed += report.study.failures.size();
    Asked asked = question_.study.asked();
    asked.replications = question_.request.count;
    report.study.provenance = provenance_of(input, asked);
    rows.push_back(analysis::reduce(report.study));
  }

  void draw() {
    Asked asked = question_.study.asked();
    asked.replications = question_.request.count;
    asked.draws = question_.draws;
    UncertainRows drawn = conduct_uncertain(
        {question_.study, asked, question_.request, out_.assumptions, ""},
        [&](Done done, std::uint64_t) { return on_progress_(done.after(done_), total_); });
    out_.drawn = std::move(drawn.rows);
    out_.failed += drawn.failed;
    out_.signal = drawn.signal;
  }

  const TornadoQuestion& question_;
  const OnProgress& on_progress_;
  TornadoAnswer out_;
  std::uint64_t done_ = 0, total_ = 0;
};

}  // namespace

analysis::VarianceShares TornadoAnswer::shares(const analysis::Criteria& criteria,
                                               std::uint64_t seed) const {
  std::vector<std::vector<double>> by_draw;
  for (const analysis::Row& row : drawn)
    by_draw.push_back(analysis::lost_callers(row, criteria));
  std::vector<analysis::DrawnInput> inputs;
  for (const models::Assumption& one : assumptions) {
    analysis::DrawnInput& input = inputs.emplace_back();
    input.id = one.id;
    input.confirmed = one.confirmed();
    for (std::uint64_t draw = 1; draw <= drawn.size(); ++draw)
      input.u.push_back(drawn_u(one, seed, draw));
  }
  return analysis::variance_shares(by_draw, inputs);
}

TornadoAnswer tornado(const TornadoQuestion& question, const OnProgress& on_progress) {
  return TornadoPlay(question, on_progress).run();
}

}  // namespace studies
