#include "studies/campaign/survey.hpp"

#include <fmt/format.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <system_error>

#include "models/text/file_reader.hpp"
#include "results/campaign_file.hpp"
#include "results/json_text.hpp"
#include "results/result_file.hpp"
#include "sim/replications/child_process.hpp"
#include "studies/campaign/cost_line.hpp"
#include "studies/campaign/row.hpp"
#include "studies/campaign/shards.hpp"
#include "studies/campaign/worker.hpp"

namespace studies {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

/// Replications whose windows are drawn to learn how long they are, and the order statistics of
/// these that are run: a short, a middling and a long one.
constexpr std::uint64_t drawn_windows = 100;
constexpr std::array<double, 3> tried_windows = {0.1, 0.5, 0.9};

/// Processor seconds of this process and its children.
double processor_s() {
  double sum = 0;
  for (const int who : {RUSAGE_SELF, RUSAGE_CHILDREN}) {
    rusage used{};
    getrusage(who, &used);
    for (const timeval& time : {used.ru_utime, used.ru_stime})
      sum += static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
  }
  return sum;
}

template <class Act>
double processor_cost(Act act) {
  const double before = processor_s();
  act();
  return processor_s() - before;
}

struct Window {
  double length_s;
  std::uint64_t replication;
  auto operator<=>(const Window&) const = default;
};

/// Processor seconds and bytes of a shard: written, and read again into the row of a campaign.
struct ShardCost {
  double write_s = 0, merge_s = 0, bytes = 0;
};

/// Runs and writes a few replications of one row and looks what that took.
class Trial {
public:
  Trial(const Manifest& manifest, std::size_t row, const scenarios::ScenarioInWorld& input,
        const fs::path& scratch)
      : manifest_(manifest),
        row_(row),
        input_(input),
        file_(scratch / fmt::format("{}.h5", row)),
        all_(empty_study_of(manifest, row, input)) {}

  RowCost cost() {
    const auto windows = drawn();
    std::set<Window> tried;
    for (const double share : tried_windows)
      tried.insert(windows[static_cast<std::size_t>(share * static_cast<double>(windows.size()))]);
    results::Study first;
    for (const Window& window : tried) {
      run(window);
      if (first.replications.empty())
        first = all_;
    }
    if (all_.replications.empty())
      throw models::SystemFault(fmt::format("row {} cannot be tried: {}", manifest_.rows[row_].id,
                                            all_.failures.at(0).reason));
    return cost_of(windows, shard_cost(first), shard_cost(all_));
  }

private:
  std::vector<Window> drawn() const {
    std::vector<Window> out;
    for (std::uint64_t i = 0; i < std::min(drawn_windows, manifest_.replications); ++i) {
      const auto window = input_.scenario_of({manifest_.seed, i}).window;
      out.push_back({window.end_s + window.drain_s, i});
    }
    std::sort(out.begin(), out.end());
    return out;
  }

  void run(const Window& window) {
    results::Study study;
    const double took_s = processor_cost([&] {
      study = *run_block(manifest_, {row_, window.replication, 1}, input_,
                         [](std::uint64_t) { return true; });
    });
    const bool failed = study.replications.empty();
    append(all_, std::move(study));
    if (failed)
      return;
    run_s_.push_back(took_s);
    lengths_.push_back(window.length_s);
    std::sort(all_.replications.begin(), all_.replications.end(),
              [](const auto& a, const auto& b) { return a.replication < b.replication; });
  }

  ShardCost shard_cost(const results::Study& study) const {
    ShardCost out;
    out.write_s =
        processor_cost([&] { results::write_study(study, file_, results::Timelines::each); });
    out.bytes = static_cast<double>(fs::file_size(file_));
    out.merge_s = processor_cost([&] {
      results::CampaignWriter writer(file_, {});
      writer.add("", 1, results::read_study(file_));
    });
    fs::remove(file_);
    return out;
  }

  /// What the shard of all has more than that of the first grows with the length of the windows;
  /// the rest comes once with each block.
  RowCost cost_of(const std::vector<Window>& windows, const ShardCost& first,
                  const ShardCost& all) const {
    double lengths_s = 0, tried_s = 0;
    for (const Window& window : windows)
      lengths_s += window.length_s;
    for (const double length_s : lengths_)
      tried_s += length_s;
    const double mean_s = lengths_s / static_cast<double>(windows.size());
    const auto split = [&](double ShardCost::*part, double& each, double& block) {
      const double more_s = tried_s - lengths_[0];
      const double per_s = more_s > 0 ? std::max(0.0, (all.*part - first.*part) / more_s) : 0;
      each += per_s * mean_s;
      block += std::max(0.0, first.*part - per_s * lengths_[0]);
    };
    RowCost out;
    const CostLine line = line_through(lengths_, run_s_);
    for (const Window& window : windows)
      out.replication_s += line(window.length_s) / static_cast<double>(windows.size());
    split(&ShardCost::write_s, out.replication_s, out.block_s);
    split(&ShardCost::merge_s, out.merge_s, out.block_merge_s);
    split(&ShardCost::bytes, out.replication_bytes, out.block_bytes);
    return out;
  }

  const Manifest& manifest_;
  std::size_t row_;
  const scenarios::ScenarioInWorld& input_;
  fs::path file_;
  results::Study all_;
  std::vector<double> lengths_, run_s_;
};

Json json_of(const models::Problem& problem) {
  return {problem.mark.file, problem.mark.line, problem.mark.column, problem.message};
}

/// In the child: the row read, and a few replications of it run. What is no problem of the row is a
/// fault, of the system or `ours`.
Json look_at(const Manifest& manifest, std::size_t row, const fs::path& scratch) {
  Json out = {{"problems", Json::array()}, {"inputs", Json::array()}};
  try {
    scenarios::ScenarioInWorld input;
    const double read_s =
        processor_cost([&] { input = options_of(manifest, manifest.rows[row].row).read(); });
    const results::Provenance provenance = empty_study_of(manifest, row, input).provenance;
    for (const auto& file : provenance.inputs)
      out["inputs"].push_back({file.path, file.sha256});
    out["rubricering"] = provenance.rubricering;
    const RowCost cost = Trial(manifest, row, input, scratch).cost();
    out["cost"] = {cost.replication_s, cost.block_s + read_s,  cost.merge_s,
                   cost.block_merge_s, cost.replication_bytes, cost.block_bytes};
  } catch (const models::InvalidInput& invalid) {
    for (const models::Problem& problem : invalid.problems())
      out["problems"].push_back(json_of(problem));
  } catch (const std::logic_error& error) {
    out["ours"] = error.what();
  } catch (const std::bad_alloc&) {
    out["fault"] = "not enough memory to try row " + manifest.rows[row].id;
  } catch (const std::exception& error) {
    out["fault"] = error.what();
  }
  return out;
}

RowSurvey survey_of(const Json& in) {
  if (in.contains("ours"))
    throw std::logic_error(in.at("ours").get<std::string>());
  if (in.contains("fault"))
    throw models::SystemFault(in.at("fault").get<std::string>());
  RowSurvey out;
  for (const Json& problem : in.at("problems"))
    out.problems.push_back({{problem[0], problem[1], problem[2]}, problem[3]});
  for (const Json& input : in.at("inputs"))
    out.inputs.push_back({input[0], input[1]});
  out.rubricering = in.value("rubricering", "");
  if (const auto cost = in.find("cost"); cost != in.end())
    out.cost = {(*cost)[0], (*cost)[1], (*cost)[2], (*cost)[3], (*cost)[4], (*cost)[5]};
  return out;
}

class Surveyors {
public:
  Surveyors(const Manifest& manifest, const fs::path& scratch)
      : manifest_(manifest), scratch_(scratch), out_(manifest.rows.size()) {}

  ~Surveyors() {
    for (const auto& [child, report] : reports_) {
      kill(child, SIGKILL);
      sim::end_of(child);
      close(report.descriptor);
    }
  }
  Surveyors(const Surveyors&) = delete;
  Surveyors& operator=(const Surveyors&) = delete;

  std::size_t at_work() const { return reports_.size(); }

  void send(std::size_t row) {
    const int report = memfd_create("report", MFD_CLOEXEC);
    const pid_t parent = getpid();
    const pid_t child = report < 0 ? -1 : fork();
    if (child < 0)
      throw std::system_error(errno, std::generic_category(), "cannot start a child process");
    if (child == 0)
      live(row, report, parent);
    reports_[child] = {row, report};
  }

  void wait_for_one(bool stop) {
    if (stop)
      for (const auto& [child, report] : reports_)
        kill(child, SIGTERM);
    int status = 0;
    const pid_t child = waitpid(-1, &status, 0);
    const auto known = reports_.find(child);
    if (known == reports_.end())
      return;
    const auto [row, report] = known->second;
    reports_.erase(known);
    const std::string text = models::bytes_of(fmt::format("/proc/self/fd/{}", report));
    close(report);
    const Json found = Json::parse(text, nullptr, false);
    if (found.is_object())
      out_[row] = survey_of(found);
    else if (!stop)
      throw models::SystemFault(fmt::format("row {} cannot be tried: its process was ended by {}",
                                            manifest_.rows[row].id, ender_of(status)));
  }

  std::vector<RowSurvey> take() { return std::move(out_); }

private:
  /// In memory, so that a full disk does not matter to it.
  struct Report {
    std::size_t row;
    int descriptor;
  };

  [[noreturn]] void live(std::size_t row, int report, pid_t parent) const {
    if (sim::belong_to(parent)) {
      sim::keep_open(std::array{report});
      const std::string text = results::json_line(look_at(manifest_, row, scratch_));
      for (std::size_t at = 0; at < text.size();) {
        const auto written = write(report, text.data() + at, text.size() - at);
        if (written < 0 && errno != EINTR)
          _exit(1);
        at += written > 0 ? static_cast<std::size_t>(written) : 0;
      }
    }
    _exit(0);
  }

  static std::string ender_of(int status) {
    return WIFSIGNALED(status) ? strsignal(WTERMSIG(status)) : "itself";
  }

  const Manifest& manifest_;
  const fs::path& scratch_;
  std::map<pid_t, Report> reports_;
  std::vector<RowSurvey> out_;
};

}  // namespace

std::vector<RowSurvey> survey(const Manifest& manifest, int jobs, const fs::path& scratch,
                              const OnProgress& on_progress, const Interrupt& interrupt) {
  Surveyors surveyors(manifest, scratch);
  std::size_t sent = 0;
  on_progress(0, manifest.rows.size());
  while ((sent < manifest.rows.size() && interrupt.signal() == 0) || surveyors.at_work() > 0) {
    const bool stop = interrupt.signal() != 0;
    if (!stop && sent < manifest.rows.size() &&
        surveyors.at_work() < static_cast<std::size_t>(jobs)) {
      surveyors.send(sent++);
      continue;
    }
    surveyors.wait_for_one(stop);
    on_progress(sent - surveyors.at_work(), manifest.rows.size());
  }
  return surveyors.take();
}

}  // namespace studies
