#include "reports/words/campaign_words.hpp"

#include "reports/words/phrases.hpp"

namespace reports {
namespace {

const Phrases campaign_words = {
    {"row", {"ROW", "RIJ"}},
    {"replications", {"replications", "replicaties"}},
    {"processor", {"processor", "processor"}},
    {"shards", {"shards", "deelbestanden"}},
    {"in_all", {"in all", "samen"}},
    {"about", {"about", "ongeveer"}},
    {"at_most", {"at most ", "hoogstens "}},
    {"at_most_about", {"at most about", "hoogstens ongeveer"}},
    {"cost",
     {"{} rows x {}{} replications, tasks: {} of about {:.0f} s",
      "{} rijen x {}{} replicaties, taken: {} van ongeveer {:.0f} s"}},
    {"cost.precision",
     {"a row stops at the first of {} replications at which it reaches {}",
      "een rij stopt bij de eerste van {} replicaties waarbij ze {} haalt"}},
    {"cost.time",
     {"{} {} of one processor: {} with -j {}; merge at most {}",
      "{} {} van een processor: {} met -j {}; samenvoegen hoogstens {}"}},
    {"cost.disk", {"at most {:.0f} MB of shards in {}", "hoogstens {:.0f} MB deelbestanden in {}"}},
    {"cost.measured",
     {"measured on this machine, three replications of each row",
      "gemeten op deze machine, drie replicaties van elke rij"}},
    {"next", {"next: {}", "hierna: {}"}},
    {"state.tasks",
     {"tasks: {}; done {}, running {}, missing {}", "taken: {}; klaar {}, bezig {}, ontbreken {}"}},
    {"state.replications", {"{} of {}{} replications", "{} van {}{} replicaties"}},
    {"state.rows",
     {"{}: {} of {} rows are finished, {} before the most replications",
      "{}: {} van {} rijen zijn klaar, {} voor het hoogste aantal replicaties"}},
    {"state.left", {"{} {} of one processor left", "nog {} {} van een processor"}},
    {"state.time_left", {"{} {} left with {} at work", "nog {} {} met {} aan het werk"}},
    {"not_precise",
     {"precision not reached with {} replications: {}",
      "nauwkeurigheid niet gehaald met {} replicaties: {}"}},
    {"state.missing", {"nobody works on: {}", "niemand werkt aan: {}"}},
    {"state.worker", {"{} pid {}", "{} pid {}"}},
    {"complete", {"complete", "compleet"}},
    {"incomplete",
     {"not complete: 'uitwijk campaign status {}' says what is missing",
      "niet compleet: 'uitwijk campaign status {}' zegt wat ontbreekt"}},
    {"taken", {"task {} is being worked on by {} pid {}", "aan taak {} werkt al {} pid {}"}},
    {"task_done", {"task {} is done", "taak {} is klaar"}},
    {"merged",
     {"{}: {} rows, {} of {} replications, {} failed",
      "{}: {} rijen, {} van {} replicaties, {} mislukt"}},
    {"partial",
     {"PARTIAL: {} replications are missing; the file says so",
      "NIET COMPLEET: {} replicaties ontbreken; het bestand zegt dat"}},
    {"missing",
     {"{} replications are missing; nothing was written. --partial merges what is there",
      "{} replicaties ontbreken; niets geschreven. --partial voegt samen wat er is"}},
    {"missing.or_more",
     {"{} or more replications are missing; nothing was written. --partial merges what is there",
      "{} of meer replicaties ontbreken; niets geschreven. --partial voegt samen wat er is"}},
    {"submitted", {"array job {}, then merge job {}", "arraytaak {}, daarna samenvoegtaak {}"}},
    {"wrote", {"wrote {}", "geschreven: {}"}},
};

}  // namespace

std::string campaign_word(std::string_view key, Language language) {
  return phrase({&campaign_words}, key, language);
}

}  // namespace reports
