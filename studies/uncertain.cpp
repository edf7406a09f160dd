#include "studies/uncertain.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "models/chance/random_stream.hpp"
#include "results/result_file.hpp"
#include "studies/interrupt.hpp"
#include "studies/provenance.hpp"

namespace studies {
namespace {

std::string file_of(const std::string& output, std::uint64_t draw) {
  const std::filesystem::path path(output);
  return (path.parent_path() /
          fmt::format("{}-draw-{:02}{}", path.stem().string(), draw, path.extension().string()))
      .string();
}

/// One draw: its study. Nothing when it was cut short.
std::optional<results::Study> study_of(const UncertainRun& run, std::uint64_t draw,
                                       const OnProgress& on_progress) {
  const scenarios::ScenarioInWorld input =
      run.study.with(drawn_settings(run.assumptions, run.request.seed, draw)).read();
  RunRequest request = run.request;
  request.first = (draw - 1) * request.count;
  analysis::RunReport report = conduct(input, request, on_progress);
  if (report.study.replications.size() + report.study.failures.size() < request.count)
    return {};
  Asked asked = run.asked;
  asked.draw = draw;
  report.study.provenance = provenance_of(input, asked);
  return std::move(report.study);
}

void write(const UncertainRun& run, std::uint64_t draw, const results::Study& study,
           UncertainRows& out) {
  if (run.output.empty() || study.replications.empty() || out.unwritten)
    return;
  try {
    const std::string file = file_of(run.output, draw);
    results::write_study(study, file);
    out.written.push_back(file);
  } catch (const std::exception&) {
    out.unwritten = std::current_exception();
  }
}

/// "threats.DR-20.duration" of "threats.dr_20.duration", where a threat of the catalogue is set; of
/// a threat of a file as it is.
std::string settable_address(const std::string& address, const scenarios::ScenarioInWorld& study) {
  const std::size_t begin = address.find('.') + 1, end = address.find('.', begin);
  const auto found = study.of_catalogue.find(address.substr(begin, end - begin));
  return found == study.of_catalogue.end() ? address
                                           : "threats." + found->second + address.substr(end);
}

}  // namespace

double drawn_u(const models::Assumption& assumption, std::uint64_t seed, std::uint64_t draw) {
  return models::uniform({seed, draw}, models::Purpose::parameter,
                         {models::name_of(assumption.id), 0, 0});
}

std::vector<models::Setting> drawn_settings(const std::vector<models::Assumption>& assumptions,
                                            std::uint64_t seed, std::uint64_t draw) {
  std::vector<models::Setting> out;
  for (const models::Assumption& assumption : assumptions)
    for (models::Setting& setting : models::moved(assumption, drawn_u(assumption, seed, draw)))
      out.push_back(std::move(setting));
  return out;
}

std::vector<models::Assumption> assumptions_of(const scenarios::ScenarioInWorld& study) {
  std::vector<models::Parameter> all = study.model.parameters;
  for (models::Parameter number : study.own_parameters) {
    number.address = settable_address(number.address, study);
    all.push_back(std::move(number));
  }
  return models::assumptions_of(models::assumption_groups(study.scenario.inputs), all);
}

UncertainRows conduct_uncertain(const UncertainRun& run, const OnProgress& on_progress) {
  const Interrupt interrupt;
  UncertainRows out;
  const std::uint64_t draws = run.asked.draws;
  for (std::uint64_t draw = 1; draw <= draws && !run.output.empty(); ++draw)
    results::check_writable(file_of(run.output, draw));
  for (std::uint64_t draw = 1; draw <= draws && interrupt.signal() == 0; ++draw) {
    const auto before = (draw - 1) * run.request.count;
    const auto study = study_of(run, draw, [&](Done done, std::uint64_t) {
      return on_progress(done.after(before), draws * run.request.count);
    });
    if (!study)
      break;
    write(run, draw, *study, out);
    out.failed += study->failures.size();
    if (run.study.year.year)
      out.years.push_back(analysis::whole_years(*study, run.study.year.bounds()));
    else
      out.rows.push_back(analysis::reduce(*study));
  }
  out.signal = interrupt.signal();
  return out;
}

}  // namespace studies
