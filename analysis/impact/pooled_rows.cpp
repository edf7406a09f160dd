#include "analysis/impact/pooled_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "analysis/impact/row_digest.hpp"
#include "results/result_file.hpp"

namespace analysis {
namespace {

/// Every label but the draw, and by which definitions it is answered.
std::string question_of(const Row& row) {
  std::string out;
  for (const std::string& part :
       {row.scenario, row.labels.threat, row.labels.target, row.labels.package, row.labels.plan,
        row.labels.onset_rule, row.labels.duration, row.labels.varied, row.meldkamer})
    out += part + '\n';
  return out + std::to_string(row.definitions) + '\n';
}

std::set<std::string> contents_of(const Row& row) {
  std::set<std::string> out;
  for (const auto& [name, sha256] : row.inputs)
    out.insert(sha256);
  return out;
}

/// Names of the inputs of one row whose contents another does not have.
std::vector<std::string> only_in(const Row& row, const Row& other) {
  const std::set<std::string> known = contents_of(other);
  std::vector<std::string> out;
  for (const auto& [name, sha256] : row.inputs)
    if (known.count(sha256) == 0)
      out.push_back(std::filesystem::path(name).filename().string());
  return out;
}

OtherInputs other_inputs(std::size_t number, const Row& row, const Row& first) {
  OtherInputs out{number, only_in(row, first), only_in(first, row)};
  std::erase_if(out.lacks, [&](const std::string& name) {
    return std::find(out.has.begin(), out.has.end(), name) != out.has.end();
  });
  return out;
}

std::string origin_of(const Row& row) {
  return fmt::format("'{}' by uitwijk {} ({})", row.command, row.version, row.commit);
}

void require_same(const Row& row, const Consequence& one, const Row& other,
                  const Consequence& same) {
  if (figures_of(one) != figures_of(same))
    throw results::ResultError(
        fmt::format("replication {} of {} (seed {}) is there twice with other figures: of {}, and "
                    "of {}",
                    one.replication, row.id(), row.seed, origin_of(row), origin_of(other)));
}

/// More of what has the same seed and draw.
void add(Row& row, const Row& more) {
  std::map<std::uint64_t, std::size_t> there;
  for (std::size_t i = 0; i < row.replications.size(); ++i)
    there[row.replications[i].replication] = i;
  bool overlap = false;
  for (const Consequence& one : more.replications) {
    const auto [same, is_new] = there.try_emplace(one.replication, row.replications.size());
    overlap = overlap || !is_new;
    if (is_new)
      row.replications.push_back(one);
    else
      require_same(row, row.replications[same->second], more, one);
  }
  std::stable_sort(
      row.replications.begin(), row.replications.end(),
      [](const Consequence& a, const Consequence& b) { return a.replication < b.replication; });
  const auto joined = [&](std::uint64_t a, std::uint64_t b) {
    return overlap ? std::max(a, b) : a + b;
  };
  row.asked = joined(row.asked, more.asked);
  row.failed = joined(row.failed, more.failed);
  row.conservation_error = joined(row.conservation_error, more.conservation_error);
}

void add(PooledRows& line, Row row) {
  const auto same = std::find_if(line.draws.begin(), line.draws.end(), [&](const Row& known) {
    return known.seed == row.seed && known.labels.draw == row.labels.draw;
  });
  if (same == line.draws.end())
    line.draws.push_back(std::move(row));
  else
    add(*same, row);
}

}  // namespace

std::string key_of(const Row& row) {
  std::string out = question_of(row);
  for (const std::string& sha256 : contents_of(row))
    out += sha256 + '\n';
  return out;
}

std::vector<PooledRows> pool(std::vector<Row> rows) {
  std::vector<PooledRows> out;
  std::map<std::string, std::size_t> at;
  std::map<std::string, std::vector<std::size_t>> of_question;
  for (Row& row : rows) {
    const auto [found, is_new] = at.try_emplace(key_of(row), out.size());
    if (is_new) {
      std::vector<std::size_t>& alike = of_question[question_of(row)];
      alike.push_back(out.size());
      const Row& first = alike.size() == 1 ? row : out[alike.front()].draws.front();
      out.push_back({{}, other_inputs(alike.size(), row, first)});
    }
    add(out[found->second], std::move(row));
  }
  return out;
}

}  // namespace analysis
