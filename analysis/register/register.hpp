#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "analysis/impact/adoption.hpp"
#include "analysis/impact/criteria.hpp"
#include "models/world/day.hpp"

namespace analysis {

/// The risk register: a file that people keep (docs/formats/register.md). It names functions, never
/// persons, and a text that nobody has filled in, or where "niet vastgesteld" stands, is empty.

enum class Choice { accept, mitigate, avoid, transfer };
enum class RiskStatus { not_set, open, in_treatment, decided, closed };
/// Words of the file.
std::string_view word_of(Choice choice);
std::string_view word_of(RiskStatus status);

/// What was decided about a risk, by which function, and on which figures.
struct Decision {
  Choice choice = Choice::accept;
  std::string text, by;
  models::Day on{};
  std::string criteria_version, criteria_sha256;  ///< of the criteria it was taken under
  std::string result;                             ///< `digest_of` the row it was taken on
  std::optional<Level> level;                     ///< accepted
  std::vector<std::string> conditions;
};

struct Treatment {
  enum class Status { planned, busy, done, dropped } status = Status::planned;
  std::string what, owner;
  std::string measure;  ///< its name in scenarios/measures.yaml, when it has one
  models::Mark measure_mark;
  std::optional<models::Day> due;
};
std::string_view word_of(Treatment::Status status);

/// Who may accept which level. Without a level nobody has fixed it.
struct Mandate {
  std::string function, source;
  std::optional<Level> up_to;
};

/// Whose view of the register somebody may ask for.
struct RegisterRole {
  std::string id, name, source;
  bool beheerorganisatie = false;
  std::vector<std::string> voorzieningen;  ///< it answers for; `bezetting` is its own staff
};

struct Risk {
  std::string id;
  models::Mark mark;
  std::string threat, target, plan;  ///< as in a campaign
  std::string background;            ///< name of the scenario that the threat is laid over
  std::string scenario;              ///< instead of a threat: name of the scenario of the row
  std::string package = "current";   ///< of measures, under which the residual risk is judged
  models::Mark package_mark;
  std::string recorded;                    ///< why there are no figures; empty: there should be
  std::vector<std::string> voorzieningen;  ///< of a risk without a threat, which says its own
  std::string eigenaar, beheerder, leverancier, mandaat;
  std::vector<std::string> hoofdgebruikers;
  std::optional<bool> disputed;
  RiskStatus status = RiskStatus::not_set;
  std::optional<Decision> decision;
  std::optional<models::Day> review;
  std::vector<Treatment> treatments;
  std::string rubricering, note;
};

/// What a risk is about; two risks of a register are about two things. Of nothing: recorded only.
struct RiskSubject {
  std::string threat, target, plan, background, scenario;
  bool any() const { return !threat.empty() || !scenario.empty(); }
  auto operator<=>(const RiskSubject&) const = default;
};
/// Two of one question are equal then: `DR-09@gms` is the threat DR-09 at gms, +1800 s is +30min.
RiskSubject in_one_form(RiskSubject subject);
/// In one form.
RiskSubject subject_of(const Risk& risk);

/// An id of a risk is a letter or digit and then at most 79 of these: letters, digits, _@:+/-.
constexpr std::size_t longest_risk_id = 80;
bool may_stand_in_risk_id(char c);

struct Register {
  std::string name, version, rubricering, note;
  Adoption adoption;
  std::vector<Mandate> mandates;
  std::vector<RegisterRole> roles;
  std::vector<Risk> risks;  ///< in the order of the file
  models::InputFile input;

  const Mandate* mandate(const std::string& function) const;
  const RegisterRole* role(const std::string& id) const;
};

/// Throws models::InvalidInput with everything that is wrong. The file is only read.
Register read_register(const std::filesystem::path& file);
/// The same of a text that is not on disk yet; `file` is its name in messages.
Register read_register_text(const std::string& text, const std::string& file);

/// What stands in the file where nobody has decided.
inline constexpr std::string_view not_established = "niet vastgesteld";

}  // namespace analysis
