#pragma once

#include <nlohmann/json.hpp>

#include "models/world/world.hpp"
#include "reports/formats/document.hpp"
#include "reports/words/language.hpp"
#include "scenarios/attack/many_races.hpp"

namespace reports {

/// Many races of one attack: how they end, how long they take, what is taken how fast (in hours,
/// days or weeks: nobody has better inventories), and which ways the strike depends on. For the
/// analyst.
struct AttackRaces {
  const models::World& world;
  const scenarios::NamedAttack& attack;
  const scenarios::ManyRaces& races;
};

Document attack_document(const AttackRaces& told, Language language);
nlohmann::ordered_json attack_races_json(const AttackRaces& told, Language language);

}  // namespace reports
