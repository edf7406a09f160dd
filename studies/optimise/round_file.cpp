#include "studies/optimise/round_file.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

#include "analysis/statistics/estimate.hpp"
#include "models/text/file_reader.hpp"
#include "models/text/problems.hpp"
#include "models/text/sha256.hpp"
#include "results/json_text.hpp"
#include "results/part_file.hpp"
#include "results/result_file.hpp"
#include "results/schemas.hpp"

namespace studies {
namespace {

using nlohmann::ordered_json;

constexpr const char* rounds_schema = name_of(results::Schema::optimise_rounds);

/// JSON has no NaN: a replication that failed is null.
ordered_json json_of(const RoundValues& round) {
  ordered_json out = ordered_json::array();
  for (const auto& room : round) {
    ordered_json lists = ordered_json::array();
    for (const auto& list : room) {
      ordered_json values = ordered_json::array();
      for (const double value : list)
        values.push_back(std::isfinite(value) ? ordered_json(value) : ordered_json());
      lists.push_back(std::move(values));
    }
    out.push_back(std::move(lists));
  }
  return out;
}

RoundValues round_of(const ordered_json& in) {
  RoundValues out;
  for (const auto& room : in) {
    auto& lists = out.emplace_back();
    for (const auto& list : room) {
      auto& values = lists.emplace_back();
      for (const auto& value : list)
        values.push_back(value.is_null() ? analysis::undefined : value.get<double>());
    }
  }
  return out;
}

}  // namespace

RoundFile::RoundFile(std::filesystem::path file, std::string asked)
    : file_(std::move(file)), asked_(models::sha256_hex(asked)) {
  if (file_.empty())
    return;
  const models::Mark mark{file_.string(), 0, 0};
  const auto text = models::bytes_if_there(file_);
  if (!text || text->empty()) {
    results::check_writable(file_);
    return;
  }
  try {
    const auto in = ordered_json::parse(*text);
    if (in.at("schema") != rounds_schema)
      models::refuse(mark, "is no file of rounds of this program");
    if (in.at("digest") != asked_)
      models::refuse(mark,
                     "has rounds of another question, world or program: name another file, or "
                     "remove it");
    for (const auto& round : in.at("rounds"))
      rounds_.push_back(round_of(round));
  } catch (const ordered_json::exception&) {
    models::refuse(mark, "is no file of rounds, or is damaged");
  }
}

void RoundFile::add(const RoundValues& values) {
  rounds_.push_back(values);
  if (file_.empty())
    return;
  ordered_json rounds = ordered_json::array();
  for (const RoundValues& round : rounds_)
    rounds.push_back(json_of(round));
  results::write_private(
      file_, results::json_line(
                 {{"schema", rounds_schema}, {"digest", asked_}, {"rounds", std::move(rounds)}}));
}

}  // namespace studies
