#include "cli/campaign_words.hpp"

#include "cli/phrases.hpp"

namespace cli {
namespace {

const Phrases campaign_words = {
    {"row", {"ROW", "RIJ"}},
    {"replications", {"replications", "replicaties"}},
    {"processor", {"processor", "processor"}},
    {"shards", {"shards", "deelbestanden"}},
    {"in_all", {"in all", "samen"}},
    {"cost",
     {"{} rows x {} replications, tasks: {} of about {:.0f} s",
      "{} rijen x {} replicaties, taken: {} van ongeveer {:.0f} s"}},
    {"cost.time",
     {"about {} of one processor: {} with -j {}; merge at most {}",
      "ongeveer {} van een processor: {} met -j {}; samenvoegen hoogstens {}"}},
    {"cost.disk", {"at most {:.0f} MB of shards in {}", "hoogstens {:.0f} MB deelbestanden in {}"}},
    {"cost.measured",
     {"measured on this machine, three replications of each row",
      "gemeten op deze machine, drie replicaties van elke rij"}},
    {"next", {"next: {}", "hierna: {}"}},
    {"state.tasks",
     {"tasks: {}; done {}, running {}, missing {}", "taken: {}; klaar {}, bezig {}, ontbreken {}"}},
    {"state.replications", {"{} of {} replications", "{} van {} replicaties"}},
    {"state.left", {"about {} of one processor left", "nog ongeveer {} van een processor"}},
    {"state.time_left", {"about {} left with {} at work", "nog ongeveer {} met {} aan het werk"}},
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
    {"submitted", {"array job {}, then merge job {}", "arraytaak {}, daarna samenvoegtaak {}"}},
    {"wrote", {"wrote {}", "geschreven: {}"}},
};

}  // namespace

std::string campaign_word(std::string_view key, Language language) {
  return phrase({&campaign_words}, key, language);
}

}  // namespace cli
