#include "analysis/register/read_risk.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <regex>

#include "analysis/impact/coverage.hpp"
#include "models/text/read_values.hpp"
#include "models/text/shape.hpp"
#include "scenarios/threats/threat_parts.hpp"

namespace analysis {
namespace {

using models::Fields;
using models::Node;
using models::Place;

template <class T>
using Words = std::vector<std::pair<std::string, T>>;

const Words<Choice> choices = {{"accepteren", Choice::accept},
                               {"mitigeren", Choice::mitigate},
                               {"vermijden", Choice::avoid},
                               {"overdragen", Choice::transfer}};
const Words<RiskStatus> statuses = {{std::string(not_established), RiskStatus::not_set},
                                    {"open", RiskStatus::open},
                                    {"in behandeling", RiskStatus::in_treatment},
                                    {"besloten", RiskStatus::decided},
                                    {"gesloten", RiskStatus::closed}};
const Words<Treatment::Status> treatment_statuses = {{"gepland", Treatment::Status::planned},
                                                     {"in uitvoering", Treatment::Status::busy},
                                                     {"gereed", Treatment::Status::done},
                                                     {"vervallen", Treatment::Status::dropped}};
template <class T>
std::string_view word_in(const Words<T>& table, T value) {
  return std::find_if(table.begin(), table.end(),
                      [&](const auto& row) { return row.second == value; })
      ->first;
}

/// What gives a person away: an e-mail address, a title ("drs. ...", "meneer ...", "Ir Jansen"), or
/// initials before or behind a surname. A first name with a surname looks like any two words.
bool looks_like_a_person(const std::string& text) {
  static const std::regex title(
      R"((^|[\s,;(])((dr|drs|mr|ir|ing|prof|bc|dhr|mevr|mw)\.)"  // IR and ING are words too
      R"(|(drs|dhr|mevr|mw|meneer|mevrouw|de heer)(\s|$)))",
      std::regex::icase);
  static const std::regex bare(R"(^(Dr|Mr|Ir|Ing|Prof|Bc)\s+[A-Z])"
                               R"(|^[A-Z]\s+(van|de|der|den|ter|ten|het|te|in|'t)\s)"
                               R"(|,\s*([A-Z]\.\s?)+$)");
  static const std::regex initials(
      R"((^|[,;(]\s*)([A-Z]\.\s?)+((van|de|der|den|ter|ten|het|te|in|'t)\s+)*[A-Z][a-z]+)");
  return text.find('@') != std::string::npos || std::regex_search(text, title) ||
         std::regex_search(text, initials) || std::regex_search(text, bare);
}

/// A function ("CISO LMS"); empty when nobody has been named.
std::string read_function(const Place& place) {
  place.may_be_null();
  if (place.node().type == Node::Type::null)
    return "";
  std::string text = models::read_text(place);
  if (looks_like_a_person(text))
    place.fail(
        fmt::format("must be a function and not a person, found {}; suggestion: \"hoofd "
                    "beheer\"",
                    describe(place.node())));
  return text == not_established ? "" : text;
}

std::vector<std::string> read_functions(const Place& place) {
  if (place.node().type == Node::Type::sequence)
    return read_list(place, read_function);
  std::string only = read_function(place);
  return only.empty() ? std::vector<std::string>{} : std::vector{std::move(only)};
}

std::string read_sha256(const Place& place) {
  static constexpr models::TextForm form = {
      "a SHA-256 of 64 small hexadecimal digits",
      "0000000000000000000000000000000000000000000000000000000000000000", "[0-9a-f]{64}"};
  place.may_be(form);
  const std::string& text = place.node().text;
  const bool hex = text.size() == 64 && std::all_of(text.begin(), text.end(), [](unsigned char c) {
                     return std::isdigit(c) != 0 || (c >= 'a' && c <= 'f');
                   });
  if (!hex)
    place.fail(
        fmt::format("must be a SHA-256 of 64 small hexadecimal digits (as `uitwijk register "
                    "--grondslag` gives it), found {}",
                    describe(place.node())));
  return text;
}

/// true, false, or that nobody has said.
std::optional<bool> read_disputed(const Place& place) {
  place.may_be_word(not_established.data());
  if (place.node().text == not_established)
    return {};
  return models::read_boolean(place);
}

Decision read_decision(const Place& place) {
  Fields fields(place);
  Decision out;
  out.choice = fields.required("keuze", models::one_of(choices));
  out.text = fields.required("tekst", read_words);
  out.on = fields.required("datum", models::read_day);
  out.by = fields.required("door", read_function);
  if (const auto criteria = fields.find("criteria")) {
    Fields said(*criteria);
    out.criteria_version = said.required("version", read_words);
    out.criteria_sha256 = said.required("sha256", read_sha256);
  }
  out.result = fields.get("resultaat", read_sha256, "");
  out.level = fields.optional("niveau", read_level);
  if (out.choice == Choice::accept && !fields.find("niveau") && fields.is_map())
    place.fail("says accepteren, so it must say niveau too: laag, midden, hoog or zeer_hoog");
  if (const auto conditions = fields.find("voorwaarden"))
    out.conditions = read_list(*conditions, read_words);
  return out;
}

Treatment read_treatment(const Place& place) {
  Fields fields(place);
  Treatment out;
  out.what = fields.required("wat", read_words);
  out.owner = fields.get("eigenaar", read_function, "");
  if (const auto at = fields.find("measure")) {
    out.measure = read_words(*at);
    out.measure_mark = at->mark();
  }
  out.due = fields.optional("gereed_op", models::read_day);
  out.status = fields.get("status", models::one_of(treatment_statuses), Treatment::Status::planned);
  return out;
}

/// One threat of the catalogue, or several at once.
std::string read_threat(const Place& place) {
  std::string text = read_words(place);
  try {
    if (!text.empty())
      scenarios::read_parts(text, place.mark());
  } catch (const models::InvalidInput& invalid) {
    place.fail(invalid.problems().front().message);
    return "";
  }
  return text;
}

/// `DR-09@gms`, and several at once, whose targets stand behind each.
bool says_targets(const std::string& threat) {
  return threat.find_first_of("@,") != std::string::npos;
}

void read_subject(Fields& fields, Risk& out) {
  out.threat = fields.get("threat", read_threat, "");
  out.target = fields.get("target", read_words, "");
  out.plan = fields.get("plan", read_words, "");
  out.background = fields.get("background", read_words, "");
  out.scenario = fields.get("scenario", read_words, "");
  if (const auto at = fields.find("package")) {
    out.package = read_words(*at);
    out.package_mark = at->mark();
  }
  out.recorded = fields.get("recorded", read_words, "");
  if (const auto at = fields.find("voorzieningen")) {
    out.voorzieningen = read_list(*at, read_voorziening);
    if (!out.threat.empty())
      at->fail("are those of its threat; they are only asked of a risk without one");
  }
  if (!fields.is_map())
    return;
  const auto threat = fields.find("threat");
  const bool any = !out.scenario.empty() || (threat && !threat->node().text.empty());
  if (!any && out.recorded.empty())
    fields.place().fail(
        "must name a threat (threat: DR-07) or a scenario (scenario: new-year), or say why it is "
        "only recorded (recorded: \"...\")");
  if (const auto at = fields.find("scenario"); at && !out.threat.empty())
    at->fail("is a row of its own; a threat that is laid over it is a threat with background: " +
             out.scenario);
  if (const auto at = fields.find("target"); at && says_targets(out.threat))
    at->fail("stands beside " + out.threat + ", which says its targets itself");
  for (const char* key : {"target", "background"})
    if (const auto at = fields.find(key); at && !threat)
      at->fail("needs a threat beside it");
  for (const char* key : {"plan", "package"})
    if (const auto at = fields.find(key); at && !any)
      at->fail("needs a threat or a scenario beside it");
}

void read_responsibility(Fields& fields, Risk& out) {
  out.eigenaar = fields.get("eigenaar", read_function, "");
  out.beheerder = fields.get("beheerder", read_function, "");
  if (const auto at = fields.find("hoofdgebruiker"))
    out.hoofdgebruikers = read_functions(*at);
  out.leverancier = fields.get("leverancier", read_function, "");
  if (const auto at = fields.find("verantwoordelijkheid_betwist"))
    out.disputed = read_disputed(*at);
}

void read_state(Fields& fields, Risk& out) {
  out.status = fields.get("status", models::one_of(statuses), RiskStatus::not_set);
  out.decision = fields.optional("besluit", read_decision);
  out.review = fields.optional("herbeoordeling", models::read_day);
  if (out.status == RiskStatus::decided && !out.decision)
    fields.place().fail("says status besloten, so it must have a besluit");
  if (out.decision && (out.status == RiskStatus::not_set || out.status == RiskStatus::open))
    fields.place().fail(
        fmt::format("has a besluit, so its status must be in behandeling, besloten or gesloten, "
                    "found {}",
                    word_of(out.status)));
  if (out.decision && out.review && *out.review < out.decision->on)
    fields.find("herbeoordeling")
        ->fail(fmt::format("must be after the besluit of {}, found {}",
                           models::written(out.decision->on), models::written(*out.review)));
  if (const auto at = fields.find("maatregelen"))
    for (const Place& item : models::items(*at))
      out.treatments.push_back(read_treatment(item));
}

/// `mandaat: X` is one of `mandaten:`, so that a typo is not a function nobody knows.
std::string read_mandate_name(const Place& place, const Register& all) {
  std::string name = read_function(place);
  if (name.empty() || all.mandate(name) != nullptr)
    return name;
  std::vector<std::string> known;
  for (const Mandate& mandate : all.mandates)
    known.push_back(mandate.function);
  const std::string hint = models::did_you_mean(name, known);
  place.fail(fmt::format("must be \"{}\" or one of mandaten ({}), found {}{}", not_established,
                         known.empty() ? "none there" : fmt::format("{}", fmt::join(known, ", ")),
                         describe(place.node()), hint));
  return "";
}

}  // namespace

std::string read_words(const Place& place) {
  return models::read_prose(place);
}

std::string read_voorziening(const Place& place) {
  static const std::vector<std::string> known(voorziening_ids.begin(), voorziening_ids.end());
  return known[models::read_word(place, known)];
}

Risk read_risk(const Place& place, const Register& all) {
  Fields fields(place);
  Risk out;
  read_subject(fields, out);
  read_responsibility(fields, out);
  if (const auto at = fields.find("mandaat"))
    out.mandaat = read_mandate_name(*at, all);
  read_state(fields, out);
  out.rubricering = fields.get("rubricering", models::read_text, "");
  out.note = fields.get("toelichting", read_words, "");
  fields.find("vrij");  // the writers' own
  return out;
}

RiskSubject in_one_form(RiskSubject subject) {
  if (subject.threat.empty())
    return subject;
  auto parts = scenarios::in_one_form(scenarios::parts_of_label(subject.threat));
  if (parts.size() == 1 && subject.target.empty())
    std::swap(subject.target, parts.front().target);
  subject.threat = scenarios::to_text(parts);
  return subject;
}

RiskSubject subject_of(const Risk& risk) {
  return in_one_form({risk.threat, risk.target, risk.plan, risk.background, risk.scenario});
}

std::string_view word_of(Choice choice) {
  return word_in(choices, choice);
}

std::string_view word_of(RiskStatus status) {
  return word_in(statuses, status);
}

std::string_view word_of(Treatment::Status status) {
  return word_in(treatment_statuses, status);
}

}  // namespace analysis
