#include "reports/documents/onset_notes.hpp"

#include "models/chance/whole.hpp"
#include "models/world/calendar.hpp"
#include "reports/words/words.hpp"

namespace reports {
namespace {

using scenarios::ScenarioInWorld;

/// The local time at which all replications begin; nothing when it is drawn.
std::optional<std::string> fixed_onset(const ScenarioInWorld& study) {
  const models::Calendar calendar(study.model.world.zone);
  if (study.laid && study.laid->at_s())
    return calendar.to_local(study.scenario.window.start +
                             models::nearest<models::UtcSeconds>(*study.laid->at_s()));
  if (study.drawn && study.drawn->onset() && study.drawn->onset()->fixed)
    return calendar.to_local(*study.drawn->onset()->fixed);
  return {};
}

bool has_onset(const ScenarioInWorld& study) {
  return study.laid || (study.drawn && study.drawn->onset());
}

}  // namespace

std::vector<std::string> onset_notes(const ScenarioInWorld& study, Language language) {
  if (!has_onset(study))
    return {};
  std::vector<std::string> out;
  if (study.laid)
    out.push_back(word_text("laid_over", language, study.background_name));
  if (const auto fixed = fixed_onset(study))
    out.push_back(word("onset_at", language) + " " + *fixed);
  else
    out.push_back(study.laid ? word("onset_within", language) : word("onset_any_hour", language));
  return out;
}

nlohmann::ordered_json onset_json(const ScenarioInWorld& study) {
  if (!has_onset(study))
    return nullptr;
  const auto fixed = fixed_onset(study);
  const char* const drawn = study.laid ? "within_background" : "any_hour";
  nlohmann::ordered_json out = {{"rule", fixed ? "fixed" : drawn}, {"at", nullptr}};
  if (fixed)
    out["at"] = *fixed;
  if (study.laid)
    out["background"] = study.background_name;
  return out;
}

std::string cut_off_note(const ScenarioInWorld& study, std::size_t windows, Language language) {
  if (windows == 0)
    return "";
  return study.laid ? counted("cut_off_by_background", windows, language)
                    : counted("cut_off_note", windows, language);
}

}  // namespace reports
