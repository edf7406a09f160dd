#include "reports/documents/installation/doctor.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <type_traits>

#include "reports/words/doctor_words.hpp"
#include "reports/words/plural.hpp"
#include "results/schemas.hpp"

namespace reports {
namespace {

using analysis::Check;
using analysis::Checked;
using analysis::Machine;

/// In the order of Checked; keys of JSON.
constexpr auto part_names = std::to_array<const char*>(
    {"program", "simulator", "data", "python", "here", "temporary", "output", "locale", "terminal",
     "cores", "memory", "address_space", "file_size", "processes", "open_files", "slurm",
     "time_zone", "browser"});

class Doctor {
public:
  Doctor(const Machine& machine, Language language) : machine_(machine), language_(language) {}

  std::string found(const Check& check) const {
    switch (check.part) {
      case Checked::program:
        return say("program", machine_.version, machine_.commit, machine_.program) + "; " +
               say("libraries", libraries());
      case Checked::simulator:
        return say("simulator", check.is_fine ? machine_.simulator : machine_.simulator_fault);
      case Checked::data:
        return check.is_fine ? say("data", machine_.data) : say("data.none");
      case Checked::python:
        return check.is_fine ? say("python", machine_.python) : say("python.none");
      case Checked::here:
        return check.is_fine ? say("folder.here") : say("folder.here_not", machine_.here.fault);
      case Checked::temporary:
        return folder(machine_.temporary);
      case Checked::output:
        return folder(machine_.outputs.at(check.row));
      case Checked::locale:
        return check.is_fine ? say("locale", locale()) : say("locale.not", locale());
      case Checked::terminal:
        return machine_.columns ? say("terminal", Count(*machine_.columns)) : say("terminal.none");
      case Checked::slurm:
        return machine_.sbatch.empty() ? say("slurm.none") : say("slurm", machine_.sbatch);
      case Checked::time_zone:
        return check.is_fine ? say("zone", zone()) : say("zone.not", machine_.time_zone);
      case Checked::browser:
        return machine_.browser.empty() ? say("browser.none") : say("browser", machine_.browser);
      default:
        return limit(check.part);
    }
  }

  /// "" when it is fine.
  std::string advice(const Check& check) const {
    if (check.is_fine)
      return "";
    switch (check.part) {
      case Checked::simulator:
        return say("simulator.do");
      case Checked::data:
        return say("data.do");
      case Checked::python:
        return say("python.do");
      case Checked::here:
        return say("folder.here_do");
      case Checked::temporary:
        return say("folder.temporary_do");
      case Checked::output:
        return say("folder.output_do");
      case Checked::locale:
        return say("locale.do");
      case Checked::terminal:
        return say("terminal.do");
      case Checked::time_zone:
        return say("zone.do");
      default:
        return limit_advice(check.part);
    }
  }

private:
  template <class... Value>
  std::string say(std::type_identity_t<Form<doctor_phrases, Value...>> form,
                  const Value&... value) const {
    return form.filled(language_, value...);
  }

  std::string libraries() const {
    std::vector<std::string> out;
    for (const auto& [name, version] : machine_.libraries)
      out.push_back(name + " " + version);
    return fmt::format("{}", fmt::join(out, ", "));
  }
  std::string folder(const analysis::WorkFolder& one) const {
    return one.fault.empty() ? say("folder.temporary", one.path)
                             : say("folder.not", one.path, one.fault);
  }
  std::string locale() const { return machine_.locale.empty() ? "C" : machine_.locale; }
  std::string zone() const {
    return machine_.time_zone.empty() ? say("zone.here") : machine_.time_zone;
  }

  /// What a limit allows, and what is needed.
  std::string limit(Checked part) const {
    const int jobs = machine_.jobs();
    switch (part) {
      case Checked::cores:
        return machine_.cores_quota
                   ? say("cores.quota", jobs, Count(machine_.cores), one_decimal(quota()))
                   : say("cores", jobs, Count(machine_.cores));
      case Checked::memory:
        return say("memory", bytes(machine_.memory), bytes(analysis::memory_need(jobs)));
      case Checked::address_space:
        return say("address", bytes(machine_.address_space), bytes(analysis::address_need(jobs)));
      case Checked::file_size:
        return say("file", bytes(machine_.file_size), bytes(analysis::file_need()));
      case Checked::processes:
        return say("processes", count(machine_.processes), analysis::process_need(jobs));
      default:
        return say("open_files", count(machine_.open_files), analysis::open_file_need());
    }
  }

  std::string limit_advice(Checked part) const {
    switch (part) {
      case Checked::cores:
        return say("cores.do", std::max(1, static_cast<int>(quota())));
      case Checked::memory:
        return say("memory.do");
      case Checked::address_space:
        return say("address.do");
      case Checked::file_size:
        return say("file.do");
      case Checked::processes:
        return say("processes.do", analysis::process_need(machine_.jobs()));
      default:
        return say("open_files.do", analysis::open_file_need());
    }
  }

  double quota() const { return machine_.cores_quota.value_or(machine_.cores); }
  /// "1.5", in Dutch "1,5".
  std::string one_decimal(double value) const {
    std::string out = fmt::format("{:.1f}", value);
    if (language_ == Language::dutch)
      out[out.find('.')] = ',';
    return out;
  }
  std::string bytes(std::optional<std::uint64_t> size) const {
    if (!size)
      return say("no_limit");
    const double megabytes = static_cast<double>(*size) / 1e6;
    return megabytes < 1000 ? fmt::format("{:.0f} MB", megabytes)
                            : one_decimal(megabytes / 1000) + " GB";
  }
  std::string count(std::optional<std::uint64_t> limit) const {
    return limit ? std::to_string(*limit) : say("no_limit");
  }

  const Machine& machine_;
  Language language_;
};

}  // namespace

std::string doctor_text(const Machine& machine, Language language) {
  const Doctor doctor(machine, language);
  const std::vector<Check> checks = analysis::checks_of(machine);
  const std::string fine = doctor_word("fine", language), look = doctor_word("look", language);
  const std::size_t width = std::max(fine.size(), look.size());
  std::string out;
  for (const Check& check : checks) {
    const char* const mark = check.is_fine ? "  " : check.is_vital ? "!!" : " !";
    out += fmt::format("{} {:{}}  {}\n", mark, check.is_fine ? fine : look, width,
                       doctor.found(check));
    if (!check.is_fine)
      out += fmt::format("   {:{}}  -> {}\n", "", width, doctor.advice(check));
  }
  return out +
         (analysis::is_usable(checks) ? doctor_word("usable", language)
                                      : doctor_word("unusable", language)) +
         "\n";
}

nlohmann::ordered_json doctor_json(const Machine& machine, Language language) {
  const Doctor doctor(machine, language);
  const std::vector<Check> checks = analysis::checks_of(machine);
  auto libraries = nlohmann::ordered_json::array(), told = libraries;
  for (const auto& [name, version] : machine.libraries)
    libraries.push_back({{"name", name}, {"version", version}});
  for (const Check& check : checks) {
    const std::string advice = doctor.advice(check);
    told.push_back(
        {{"check", part_names[static_cast<std::size_t>(check.part)]},
         {"fine", check.is_fine},
         {"vital", check.is_vital},
         {"found", doctor.found(check)},
         {"advice", advice.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(advice)}});
  }
  return {{"schema", name_of(results::Schema::doctor)},
          {"usable", analysis::is_usable(checks)},
          {"version", machine.version},
          {"commit", machine.commit},
          {"libraries", libraries},
          {"program", machine.program},
          {"data", machine.data},
          {"python", machine.python},
          {"cores", machine.cores_allowed},
          {"checks", told}};
}

}  // namespace reports
