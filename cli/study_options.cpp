#include "cli/study_options.hpp"

#include <fmt/format.h>
#include <CLI/Error.hpp>

#include <cctype>

namespace cli {
namespace {

std::string check_setting(const std::string& text) {
  const std::size_t equals = text.find('=');
  return equals == 0 || equals == std::string::npos ? "'" + text + "' is not PATH=VALUE" : "";
}

}  // namespace

void WorldOptions::add_to(CLI::App& app) {
  app.add_option("--set", set,
                 "Replace one parameter, with its unit:\n"
                 "takeover.decide='2 min'; repeatable; 'uitwijk describe'\n"
                 "lists addresses, units and values")
      ->option_text("PATH=VALUE")
      ->allow_extra_args(false)
      ->check(check_setting);
  app.add_option("--with", with,
                 "Lay a file of your own numbers, like the real roster, over\n"
                 "the world; repeatable, the last one wins")
      ->option_text("FILE.yaml")
      ->allow_extra_args(false);
}

std::vector<models::Setting> WorldOptions::settings() const {
  std::vector<models::Setting> out;
  for (const std::string& text : set) {
    const std::size_t equals = text.find('=');
    out.push_back({text.substr(0, equals), text.substr(equals + 1), {"--set " + text, 0, 0}});
  }
  return out;
}

std::vector<std::filesystem::path> WorldOptions::overlays() const {
  for (const std::string& file : with)
    require_there(file);
  return {with.begin(), with.end()};
}

std::string WorldOptions::canonical() const {
  std::string out;
  for (const std::string& text : set)
    out += " --set " + shell_quoted(text);
  for (const std::string& file : with)
    out += " --with " + shell_quoted(file);
  return out;
}

void StudyOptions::add_to(CLI::App& app) {
  CLI::Option* const file =
      app.add_option("SCENARIO", scenario, "The scenario file (scenarios/*.yaml)")
          ->option_text("FILE");
  threat.add_to(app);
  app.get_option("--threat")->excludes(file);
  app.parse_complete_callback([this] {
    if (scenario.empty() && threat.threat.empty())
      throw CLI::RequiredError("SCENARIO or --threat");
  });
  app.add_option("--seed", seed,
                 "Whole number from which all chance comes; the same seed\n"
                 "gives the same results [1]")
      ->option_text("S");
  world.add_to(app);
}

scenarios::Study StudyOptions::read() const {
  if (!threat.threat.empty())
    return scenarios::read_scenario(threat.tree(), world.settings(), world.overlays());
  require_there(scenario);
  return scenarios::read_scenario(scenario, world.settings(), world.overlays());
}

std::string StudyOptions::subject() const {
  return threat.threat.empty() ? shell_quoted(scenario) : threat.canonical();
}

std::string StudyOptions::reproduce(std::uint64_t replication) const {
  return fmt::format("uitwijk run {} --seed {} --replication {}{}", subject(), seed, replication,
                     world.canonical());
}

std::string shell_quoted(const std::string& word) {
  std::string out = "'";
  bool plain = !word.empty();
  for (const char c : word) {
    plain = plain && (std::isalnum(static_cast<unsigned char>(c)) != 0 ||
                      std::string_view("_-./=:,@%+").find(c) != std::string_view::npos);
    out += c == '\'' ? "'\\''" : std::string(1, c);
  }
  return plain ? word : out + "'";
}

void require_there(const std::filesystem::path& path) {
  models::Problems problems;
  if (!std::filesystem::exists(path))
    problems.add({path.string(), 0, 0}, "no such file or folder");
  problems.throw_if_any();
}

}  // namespace cli
