#include "cli/options/input_options.hpp"

#include <ctime>

#include "studies/installation/shipped_files.hpp"

namespace cli {
namespace {

constexpr const char* standard_criteria = "analysis/criteria/standard.yaml";
constexpr const char* standard_catalogue = "scenarios/threat_catalogue.yaml";

CLI::Option* add_file(CLI::App& app, const char* name, std::string& file, const std::string& what,
                      const std::string& shipped = "") {
  const std::string otherwise = shipped.empty() ? "" : "[" + shipped + "]";
  return app
      .add_option(name, file, what + (what.empty() || shipped.empty() ? "" : "\n") + otherwise)
      ->option_text("FILE");
}

std::string day_check(const std::string& text) {
  return models::parse_day(text) ? "" : "'" + text + "' is not a date such as 2026-12-01";
}

}  // namespace

CLI::Option* add_criteria_option(CLI::App& app, std::string& file, const std::string& of) {
  return add_file(
      app, "--criteria", file,
      of.empty() ? "What the numbers are held against" : of + "what they are held against",
      standard_criteria);
}

CLI::Option* add_catalogue_option(CLI::App& app, std::string& file, const std::string& what) {
  return add_file(app, "--catalogue", file, what, standard_catalogue);
}

CLI::Option* add_record_option(CLI::App& app, std::string& file, const std::string& of) {
  return add_file(app, "--record", file, of + "what is publicly known of past outages",
                  "analysis/record.yaml");
}

CLI::Option* add_register_option(CLI::App& app, std::string& file, const std::string& what) {
  return add_file(app, "--register", file, what);
}

CLI::Option* add_measure_file_option(CLI::App& app, std::string& file, const std::string& what) {
  return add_file(app, "--measure-file", file, what, "scenarios/measures.yaml");
}

CLI::Option* add_today_option(CLI::App& app, std::string& asked) {
  return app
      .add_option("--today", asked,
                  "The day on which ages are told and dates are held against\n"
                  "[the clock's]")
      ->check(day_check)
      ->option_text("DATE");
}

analysis::Criteria criteria_of(const std::string& file) {
  return analysis::read_criteria(studies::given_or_shipped(file, standard_criteria));
}

scenarios::Catalogue catalogue_of(const std::string& file) {
  return scenarios::read_catalogue(studies::given_or_shipped(file, standard_catalogue));
}

models::Day day_of(const std::string& asked) {
  if (const auto day = models::parse_day(asked))
    return *day;
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  return {std::chrono::year(1900 + local.tm_year),
          std::chrono::month(static_cast<unsigned>(local.tm_mon) + 1),
          std::chrono::day(static_cast<unsigned>(local.tm_mday))};
}

}  // namespace cli
