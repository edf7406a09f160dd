#pragma once

#include <fmt/format.h>

#include "analysis/register/register.hpp"
#include "analysis/register/register_view.hpp"
#include "tests/text.hpp"

/// A register with a decision, and results for it.
namespace register_example {

using tests::replaced;

inline const std::string kept = R"(# kept by people
register:
  name: "Ours"
  version: "3"
  status: concept
  rubricering: "Openbare bronnen"
mandaten:
  SMB: {tot_en_met: midden, bron: "besluit SMB 2026-11"}
  BMB: {}
rollen:
  LMS: {naam: "Landelijke Meldkamer Samenwerking", beheerorganisatie: true, voorzieningen: [huisvesting]}
  politie: {naam: "Politie", voorzieningen: [bezetting]}
risicos:
  R-1:
    threat: DR-20
    target: rotterdam
    package: planned
    eigenaar: "Directeur LMS"
    beheerder: LMS
    hoofdgebruiker: [Politie, Brandweer]
    mandaat: SMB
    verantwoordelijkheid_betwist: true
    status: besloten
    besluit:
      keuze: accepteren
      tekst: |
        Tot de vervanging
        van het aggregaat.
      datum: 2026-11-20
      door: SMB
      criteria: {version: "1", sha256: "CRITERIA"}
      resultaat: "RESULT"
      niveau: midden
      voorwaarden: ["aggregaat maandelijks beproefd"]
    herbeoordeling: 2027-11-20
    maatregelen:
      - {wat: "Nieuw aggregaat", eigenaar: "Hoofd huisvesting", gereed_op: 2027-06-01, status: in uitvoering}
    vrij: {ticket: 4711, anything: [at, all]}
  R-2: {threat: DR-07, status: open}   # in braces, but on a line of its own
  lek: {recorded: "vertrouwelijkheid wordt niet gesimuleerd"}
)";

inline const std::string some_sha256(64, 'a');

/// With those digests in the decision.
inline std::string decided_on(const std::string& criteria = some_sha256,
                              const std::string& result = some_sha256) {
  return replaced(replaced(kept, "CRITERIA", criteria), "RESULT", result);
}

inline analysis::Row row_of(const std::string& threat, const std::string& target,
                            const std::string& package, double lost) {
  analysis::Row row;
  row.labels.threat = threat;
  row.labels.target = target;
  row.labels.package = package;
  row.labels.onset_rule = "any_hour";
  row.labels.role = "event";
  row.labels.likelihood_class = 3;
  row.labels.likelihood_basis = "expert";
  row.labels.target_share = 1;
  row.rubricering = "Openbare bronnen";
  for (std::uint64_t i = 0; i < 400; ++i) {
    analysis::Consequence& one = row.replications.emplace_back();
    one.replication = i;
    one.lost_callers = lost + double(i % 3);
  }
  return row;
}

}  // namespace register_example
