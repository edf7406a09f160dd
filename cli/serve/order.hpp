#pragma once

#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "cli/serve/command_line.hpp"
#include "cli/serve/jobs.hpp"
#include "reports/words/language.hpp"
#include "studies/installation/offer.hpp"

namespace cli {

/// A request that cannot be carried out, with everything that is wrong.
class BadRequest : public std::runtime_error {
public:
  explicit BadRequest(std::vector<FieldProblem> problems)
      : std::runtime_error("bad request"), problems_(std::move(problems)) {}
  const std::vector<FieldProblem>& problems() const { return problems_; }

private:
  std::vector<FieldProblem> problems_;
};

/// Of a run: up to here it is a preview, in a lane of its own.
inline constexpr std::uint64_t quick_replications = 50;

/// Reads what the page asks: docs/commands/serve.md has the keys. Strict: an unknown key is a
/// problem. Throws BadRequest.
JobOrder order_of(const nlohmann::json& asked, const studies::Offer& offer,
                  reports::Language language);

/// The same run as a scenario file that is written to `file`.
JobOrder order_to_save(const nlohmann::json& asked, const studies::Offer& offer,
                       reports::Language language, const std::string& file);

}  // namespace cli
