#include "studies/begin/new_file.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cctype>

#include "models/text/annotations.hpp"
#include "models/text/problems.hpp"
#include "models/text/shown.hpp"
#include "models/text/yaml_document.hpp"
#include "models/world/read_world.hpp"
#include "scenarios/effects/read_effects.hpp"
#include "studies/asked.hpp"
#include "studies/installation/shipped_files.hpp"

namespace studies {
namespace {

namespace fs = std::filesystem;

/// Small letters, digits and _ of a name: "soc-detection 2" is soc_detection_2.
std::string id_of(const std::string& name) {
  std::string out;
  for (const unsigned char c : name)
    out += std::isalnum(c) != 0 ? static_cast<char>(std::tolower(c)) : '_';
  if (out.empty() || std::isalpha(static_cast<unsigned char>(out[0])) == 0)
    out = "my_" + out;
  return out;
}

/// Its capitals with a number: "MYFLOOD-01".
std::string code_of(const std::string& name) {
  std::string out;
  for (const unsigned char c : name)
    if (std::isalpha(c) != 0)
      out += static_cast<char>(std::toupper(c));
  return (out.empty() ? "MY" : out) + "-01";
}

/// As YAML text between double quotes has it.
std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text)
    out += c == '"' || c == '\\' ? std::string("\\") + c : std::string(1, c);
  return out;
}

/// As it is written in a file of that folder.
std::string seen_from(const fs::path& folder, const fs::path& path) {
  const fs::path whole = fs::absolute(path).lexically_normal();
  const fs::path near = whole.lexically_proximate(fs::absolute(folder).lexically_normal());
  return models::to_yaml(models::text_node((near.empty() ? whole : near).generic_string()));
}

/// The first that answers for a region: one that can be lost.
std::string room_of(const fs::path& folder) {
  const models::World world = models::read_world(folder).world;
  for (const models::Region& region : world.regions)
    if (region.centre)
      return world.centres[region.centre].id;
  return world.centres[world.centres.ids().front()].id;
}

std::string effect_words() {
  std::vector<std::string> words;
  for (const scenarios::WhatWord& what : scenarios::what_words())
    words.emplace_back(what.word);
  return fmt::format("{}", fmt::join(words, ", "));
}

/// Where it is written, and what it is called.
fs::path file_of(const std::string& kind, const fs::path& name) {
  if (kind == "world")
    return name / "world.yaml";
  return name.extension() == ".yaml" ? name : fs::path(name.string() + ".yaml");
}

std::vector<std::string> next_of(const std::string& kind, const NewFile& made, const fs::path& name,
                                 const fs::path& world) {
  const std::string file = shell_quoted(made.file.string());
  const std::string check = "uitwijk check " + file;
  if (kind == "world")
    return {"uitwijk check " + shell_quoted(name.string()),
            fmt::format("uitwijk new scenario {} --world {}", shell_quoted(name.string() + "-day"),
                        shell_quoted(name.string()))};
  if (kind == "scenario")
    return {check, fmt::format("uitwijk run {} -n 50", file)};
  if (kind == "threat")
    return {check, fmt::format("uitwijk run --threat {} --catalogue {} -n 50", made.fill.at("code"),
                               file)};
  if (kind == "measure")
    return {check, fmt::format("uitwijk run --threat DR-20 --measure-file {} --measures {} -n 50",
                               file, made.fill.at("id"))};
  if (kind == "campaign")
    return {check, "uitwijk campaign plan " + file};
  if (kind == "criteria")
    return {check, "uitwijk table RESULT.h5 --criteria " + file};
  if (kind == "register")
    return {check, "uitwijk register RESULT.h5 --register " + file};
  return {check, fmt::format("uitwijk exercise {} {} -n 50", file, shell_quoted(world.string()))};
}

}  // namespace

NewFile new_file(const std::string& kind, const std::string& name, const std::string& world) {
  if (models::shown_name(name) != name)  // what is read has no such name either
    models::refuse({"NAME", 0, 0}, "must stand on one line, without control characters");
  NewFile out;
  fs::path path = fs::path(name).lexically_normal();
  if (!path.has_filename())  // a folder, as Tab completes it
    path = path.parent_path();
  out.file = file_of(kind, path);
  const std::string called = kind == "world" ? path.filename().string() : out.file.stem().string();
  const fs::path of = given_or_shipped(world, "models/netherlands");
  const fs::path folder = out.file.has_parent_path() ? out.file.parent_path() : fs::path(".");
  out.fill = {{"name", escaped(called)},
              {"id", id_of(called)},
              {"code", code_of(called)},
              {"world", seen_from(folder, of)},
              {"catalogue", seen_from(folder, shipped("scenarios/threat_catalogue.yaml"))},
              {"measures", seen_from(folder, shipped("scenarios/measures.yaml"))},
              {"kinds", fmt::format("{}", fmt::join(models::kinds_of_source(), ", "))},
              {"effects", effect_words()}};
  if (kind == "exercise")
    out.fill["room"] = room_of(of);
  out.next = next_of(kind, out, path, of);
  return out;
}

}  // namespace studies
