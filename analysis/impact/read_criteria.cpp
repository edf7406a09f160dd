#include <fmt/format.h>

#include <algorithm>

#include "analysis/impact/adoption.hpp"
#include "analysis/impact/criteria.hpp"
#include "analysis/impact/formats.hpp"
#include "models/text/read_values.hpp"
#include "models/world/world_tree.hpp"
#include "results/histogram.hpp"

namespace analysis {
namespace {

using models::Fields;
using models::Place;

constexpr models::Limits up_to_a_year = {0, models::year_s};

/// Four ascending numbers.
template <class Read>
auto bounds_of(Read read) {
  return [read](const Place& place) {
    Bounds out{};
    const std::vector<Place> list = models::items(place);
    if (place.node().type != models::Node::Type::sequence)
      return out;
    if (list.size() != out.size())
      place.fail(fmt::format("must be {} ascending bounds between {} classes, found {}", out.size(),
                             n_classes, list.size()));
    for (std::size_t i = 0; i < std::min(list.size(), out.size()); ++i) {
      out[i] = read(list[i]);
      if (i > 0 && out[i] <= out[i - 1])
        list[i].fail(fmt::format("must be more than the bound before it, found {}",
                                 describe(list[i].node())));
    }
    return out;
  };
}

/// T_lost can only be an edge of the time-to-contact histogram that results keep.
double read_lost_after(const Place& place) {
  const double seconds = models::time_in({0, models::hour_s, true})(place);
  const auto& edges = results::contact_bins::upper_s;
  if (std::find(edges.begin(), edges.end(), seconds) != edges.end())
    return seconds;
  place.fail(
      fmt::format("must be 1, 5, 10, 15, 30 or 60 min (what results can tell apart), found {}",
                  describe(place.node())));
  return edges[2];
}

void read_head(Fields& fields, Criteria& out) {
  out.name = fields.required("name", models::read_text);
  out.version = fields.required("version", models::read_text);
  const Adoption adoption = read_adoption(fields);
  out.adopted = adoption.adopted;
  out.adopted_by = adoption.by;
  out.date = adoption.date;
  out.decision = adoption.decision;
  out.rubricering = fields.get("rubricering", models::read_text, "");
  out.lost_after_s = fields.required("lost_after", read_lost_after);
}

void read_impact(Fields& fields, Criteria& out) {
  const auto into = [&](Criterion criterion, auto read) {
    out.impact[static_cast<std::size_t>(criterion)] =
        fields.required(word_of(criterion), bounds_of(read));
  };
  for (const Criterion of_callers :
       {Criterion::lost_callers, Criterion::late_help, Criterion::late_callers})
    into(of_callers, models::count_in(0, 100'000'000));
  for (const Criterion of_time : {Criterion::unreachable_112, Criterion::dispatch_impossible})
    into(of_time, models::time_in(up_to_a_year));
  into(Criterion::wrong_dispatch, models::read_share);
}

void read_recovery(Fields& fields, Criteria& out) {
  out.recovery_s = fields.required("above", bounds_of(models::time_in(up_to_a_year)));
  out.recovery_raises_by = fields.required("raises_by", models::count_in(0, 1));
}

void read_likelihood(Fields& fields, Criteria& out) {
  const auto per_year = models::factor_in({0, 1000, true});
  out.likelihood_per_y = fields.required("above", bounds_of(per_year));
  const auto lowest = fields.require("lowest"), highest = fields.require("highest");
  if (!lowest || !highest)
    return;
  out.lowest_per_y = per_year(*lowest);
  out.highest_per_y = per_year(*highest);
  if (out.lowest_per_y >= out.likelihood_per_y.front())
    lowest->fail(fmt::format("must be below the first bound, found {}", describe(lowest->node())));
  if (out.highest_per_y <= out.likelihood_per_y.back())
    highest->fail(fmt::format("must be above the last bound, found {}", describe(highest->node())));
}

/// More harm, or the same harm more often, is never a lower level.
void refuse_descending(const Place& cell, Level level, Level lower, const char* than) {
  if (level < lower)
    cell.fail(fmt::format("must not be below {} ({}), found {}", than,
                          level_words.at(static_cast<std::size_t>(lower)), describe(cell.node())));
}

void read_matrix(Fields& fields, Criteria& out) {
  for (std::size_t k = 0; k < n_classes; ++k) {
    const auto row = fields.require(fmt::format("k{}", k + 1));
    if (!row)
      continue;
    const std::vector<Place> cells = models::items(*row);
    if (cells.size() != n_classes) {
      row->fail(fmt::format("must be {} levels, of I1 to I5, found {}", n_classes, cells.size()));
      continue;
    }
    for (std::size_t i = 0; i < n_classes; ++i) {
      out.matrix[k][i] = read_level(cells[i]);
      if (i > 0)
        refuse_descending(cells[i], out.matrix[k][i], out.matrix[k][i - 1], "the class before it");
      if (k > 0)
        refuse_descending(cells[i], out.matrix[k][i], out.matrix[k - 1][i],
                          "the same class when it is rarer");
    }
  }
}

ExceedancePoint read_point(const Place& place, const std::vector<ExceedancePoint>& before) {
  Fields fields(place);
  const auto callers = fields.require("callers"), per_year = fields.require("per_year");
  if (!callers || !per_year)
    return {};
  const ExceedancePoint out{double(models::count_in(1, 100'000'000)(*callers)),
                            models::factor_in({0, 1000, true})(*per_year)};
  if (!before.empty() && out.callers <= before.back().callers)
    callers->fail(fmt::format("must be more than in the point before it, found {}",
                              describe(callers->node())));
  if (!before.empty() && out.per_year >= before.back().per_year)
    per_year->fail(fmt::format("must be less than in the point before it, found {}",
                               describe(per_year->node())));
  return out;
}

void read_exceedance(Fields& fields, Criteria& out) {
  if (const auto line = fields.require("line")) {
    for (const Place& item : models::items(*line))
      out.line.push_back(read_point(item, out.line));
    if (out.line.empty())
      line->fail("must have a point");
  }
  out.stated = fields.get("stated", models::read_prose, "");
}

void read_tolerance(Fields& fields, Criteria& out) {
  out.tolerable_class = fields.required("impact", models::count_in(1, int(n_classes) - 1));
  out.tolerable_share = fields.required("share", models::read_share);
}

void read_sections(Fields& file, Criteria& out) {
  using Read = void (*)(Fields&, Criteria&);
  const std::pair<const char*, Read> sections[] = {
      {"criteria", read_head},         {"impact", read_impact}, {"recovery", read_recovery},
      {"likelihood", read_likelihood}, {"matrix", read_matrix}, {"exceedance", read_exceedance},
      {"tolerance", read_tolerance}};
  for (const auto& [name, read] : sections)
    if (const auto section = file.require(name)) {
      Fields fields(*section);
      read(fields, out);
    }
}

}  // namespace

Level read_level(const Place& place) {
  const std::vector<std::string> words(level_words.begin(), level_words.end());
  return static_cast<Level>(models::read_word(place, words));
}

void ask_criteria(const models::Node& root, models::Reading& reading) {
  Criteria out;
  Fields fields(Place(root, "", reading));
  read_sections(fields, out);
}

Criteria read_criteria(const std::filesystem::path& file) {
  models::Reading reading;
  std::vector<models::InputFile> inputs;
  const auto root = models::read_tree(file, reading, inputs);
  if (!root)
    reading.problems.throw_if_any();
  Criteria out;
  {
    Fields fields(Place(*root, "", reading));
    read_sections(fields, out);
  }
  reading.problems.throw_if_any();
  out.input = inputs.at(0);
  out.parameters = std::move(reading.parameters);
  return out;
}

}  // namespace analysis
