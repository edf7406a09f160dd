#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "analysis/impact/formats.hpp"
#include "analysis/register/read_risk.hpp"
#include "models/text/read_values.hpp"
#include "models/text/sha256.hpp"
#include "models/world/world_tree.hpp"

namespace analysis {

bool may_stand_in_risk_id(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 ||
         std::string_view("_@:+/-").find(c) != std::string_view::npos;
}

namespace {

using models::Fields;
using models::Node;
using models::Place;

bool is_risk_id(const std::string& text) {
  return !text.empty() && text.size() <= longest_risk_id &&
         std::isalnum(static_cast<unsigned char>(text[0])) != 0 &&
         std::ranges::all_of(text, may_stand_in_risk_id);
}

/// One risk a threat, target, plan and background: two would be two answers to one question.
void refuse_twins(const Place& place, const Risk& risk, const std::vector<Risk>& before) {
  for (const Risk& other : before)
    if (subject_of(risk).any() && subject_of(risk) == subject_of(other))
      place.fail_at(risk.mark,
                    fmt::format("is about the same {} as {} in line {}",
                                risk.threat.empty() ? "scenario and plan"
                                                    : "threat, target, plan and background",
                                other.id, other.mark.line));
}

/// Entries of a map whose keys people choose.
std::vector<models::Named> entries(const Place& place) {
  std::vector<models::Named> out;
  place.may_have_entries();
  place.may_be_null();
  if (place.node().type == Node::Type::null)
    return out;
  if (place.node().type != Node::Type::map) {
    place.fail(fmt::format("must be a map of names, found {}", describe(place.node())));
    return out;
  }
  for (const Node::Entry& entry : place.node().entries)
    out.push_back({entry.key, entry.mark, place.child(entry.value, entry.key)});
  return out;
}

void read_risks(const Place& place, Register& out) {
  for (const models::Named& entry : entries(place)) {
    if (!is_risk_id(entry.id))
      place.fail_at(entry.mark, fmt::format("must have ids of at most 80 letters, digits and "
                                            "_@:+/-, found \"{}\"",
                                            entry.id));
    Risk risk = read_risk(entry.place, out);
    risk.id = entry.id;
    risk.mark = entry.mark;
    refuse_twins(entry.place, risk, out.risks);
    out.risks.push_back(std::move(risk));
  }
}

/// A mandate that says up to which level must say who has decided so: it is never invented.
void read_mandates(const Place& place, Register& out) {
  for (const models::Named& entry : entries(place)) {
    Fields fields(entry.place);
    Mandate mandate;
    mandate.function = entry.id;
    if (const auto at = fields.find("tot_en_met")) {
      at->may_be_word(not_established.data());
      if (at->node().text != not_established)
        mandate.up_to = read_level(*at);
    }
    mandate.source = fields.get("bron", read_words, "");
    if (mandate.up_to && mandate.source.empty())
      entry.place.fail(
          "says tot_en_met, so it must have a bron: the decision that gave the mandate");
    out.mandates.push_back(std::move(mandate));
  }
}

void read_roles(const Place& place, Register& out) {
  for (const models::Named& entry : entries(place)) {
    Fields fields(entry.place);
    RegisterRole role;
    role.id = entry.id;
    role.name = fields.required("naam", read_words);
    role.source = fields.get("bron", read_words, "");
    role.beheerorganisatie = fields.get("beheerorganisatie", models::read_boolean, false);
    if (const auto at = fields.find("voorzieningen"))
      role.voorzieningen = read_list(*at, read_voorziening);
    const bool second = role.beheerorganisatie &&
                        std::any_of(out.roles.begin(), out.roles.end(),
                                    [](const RegisterRole& r) { return r.beheerorganisatie; });
    if (second)
      entry.place.fail("is a second beheerorganisatie: there is one");
    out.roles.push_back(std::move(role));
  }
}

void read_head(Fields& fields, Register& out) {
  out.name = fields.required("name", read_words);
  out.version = fields.required("version", read_words);
  out.adoption = read_adoption(fields);
  out.rubricering = fields.get("rubricering", models::read_text, "");
  out.note = fields.get("toelichting", read_words, "");
  fields.find("vrij");  // the writers' own
}

void read_sections(Fields& file, Register& out) {
  if (const auto head = file.require("register")) {
    Fields fields(*head);
    read_head(fields, out);
  }
  if (const auto mandates = file.find("mandaten"))
    read_mandates(*mandates, out);
  if (const auto roles = file.find("rollen"))
    read_roles(*roles, out);
  if (const auto risks = file.find("risicos"))
    read_risks(*risks, out);
}

Register read_input(models::InputFile input, models::Reading& reading) {
  Register out;
  const auto root = models::parse_yaml(input.text, input.path, reading.problems);
  if (root) {
    Fields file(Place(*root, "", reading));
    read_sections(file, out);
  }
  reading.problems.throw_if_any();
  out.input = std::move(input);
  return out;
}

}  // namespace

const Mandate* Register::mandate(const std::string& function) const {
  const auto found = std::find_if(mandates.begin(), mandates.end(),
                                  [&](const Mandate& one) { return one.function == function; });
  return found == mandates.end() ? nullptr : &*found;
}

const RegisterRole* Register::role(const std::string& id) const {
  const auto found = std::find_if(roles.begin(), roles.end(),
                                  [&](const RegisterRole& one) { return one.id == id; });
  return found == roles.end() ? nullptr : &*found;
}

void ask_register(const Node& root, models::Reading& reading) {
  Register out;
  Fields file(Place(root, "", reading));
  read_sections(file, out);
}

Register read_register(const std::filesystem::path& file) {
  models::Reading reading;
  auto input = models::read_input_file(file, reading.problems);
  reading.problems.throw_if_any();
  return read_input(std::move(*input), reading);
}

Register read_register_text(const std::string& text, const std::string& file) {
  models::Reading reading;
  return read_input({file, text, models::sha256_hex(text)}, reading);
}

}  // namespace analysis
