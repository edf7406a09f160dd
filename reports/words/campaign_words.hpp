#pragma once

#include <string>
#include <string_view>
#include <type_traits>

#include "reports/words/phrases.hpp"

namespace reports {

/// Words of `uitwijk campaign`, in both languages.
inline constexpr Phrase campaign_phrases[] = {
    {"row", "ROW", "RIJ"},
    {"replications", "replications", "replicaties"},
    {"processor", "processor", "processor"},
    {"shards", "shards", "deelbestanden"},
    {"in_all", "in all", "samen"},
    {"about", "about", "ongeveer"},
    {"at_most", "at most ", "hoogstens "},
    {"at_most_about", "at most about", "hoogstens ongeveer"},
    {"cost",
     "{0} {0:row|rows} x {1}{2} {2:replication|replications}, tasks: {3} of about {4:.0f} s",
     "{0} {0:rij|rijen} x {1}{2} {2:replicatie|replicaties}, taken: {3} van ongeveer {4:.0f} s"},
    {"cost.precision", "a row stops at the first of {} replications at which it reaches {}",
     "een rij stopt bij de eerste van {} replicaties waarbij ze {} haalt"},
    {"cost.time", "{} {} of one processor: {} with -j {}; merge at most {}",
     "{} {} van een processor: {} met -j {}; samenvoegen hoogstens {}"},
    {"cost.disk", "at most {:.0f} MB of shards in {}", "hoogstens {:.0f} MB deelbestanden in {}"},
    {"cost.measured", "measured on this machine, three replications of each row",
     "gemeten op deze machine, drie replicaties van elke rij"},
    {"next", "next: {}", "hierna: {}"},
    {"state.tasks", "tasks: {}; done {}, running {}, missing {}",
     "taken: {}; klaar {}, bezig {}, ontbreken {}"},
    {"state.replications", "{0} of {1}{2} {2:replication|replications}",
     "{0} van {1}{2} {2:replicatie|replicaties}"},
    {"state.rows",
     "{0}: {1} of {2} {2:row|rows} {1:is|are} finished, {3} before the most replications",
     "{0}: {1} van {2} {2:rij|rijen} {1:is|zijn} klaar, {3} voor het hoogste aantal replicaties"},
    {"state.left", "{} {} of one processor left", "nog {} {} van een processor"},
    {"state.time_left", "{} {} left with {} at work", "nog {} {} met {} aan het werk"},
    {"not_precise", "precision not reached with {0} {0:replication|replications}: {1}",
     "nauwkeurigheid niet gehaald met {0} {0:replicatie|replicaties}: {1}"},
    {"state.missing", "nobody works on: {}", "niemand werkt aan: {}"},
    {"state.worker", "{} pid {}", "{} pid {}"},
    {"complete", "complete", "compleet"},
    {"incomplete", "not complete: 'uitwijk campaign status {}' says what is missing",
     "niet compleet: 'uitwijk campaign status {}' zegt wat ontbreekt"},
    {"taken", "task {} is being worked on by {} pid {}", "aan taak {} werkt al {} pid {}"},
    {"task_done", "task {} is done", "taak {} is klaar"},
    {"merged", "{0}: {1} {1:row|rows}, {2} of {3} {3:replication|replications}, {4} failed",
     "{0}: {1} {1:rij|rijen}, {2} van {3} {3:replicatie|replicaties}, {4} mislukt"},
    {"partial", "PARTIAL: {0} {0:replication is|replications are} missing; the file says so",
     "NIET COMPLEET: {0} {0:replicatie ontbreekt|replicaties ontbreken}; het bestand zegt dat"},
    {"missing",
     "{0} {0:replication is|replications are} missing; nothing was written. --partial merges what "
     "is there",
     "{0} {0:replicatie ontbreekt|replicaties ontbreken}; niets geschreven. --partial voegt samen "
     "wat er is"},
    {"missing.or_more",
     "{} or more replications are missing; nothing was written. --partial merges what is there",
     "{} of meer replicaties ontbreken; niets geschreven. --partial voegt samen wat er is"},
    {"submitted", "array job {}, then merge job {}", "arraytaak {}, daarna samenvoegtaak {}"},
    {"wrote", "wrote {}", "geschreven: {}"},
};

using CampaignKey = Key<campaign_phrases>;

inline std::string campaign_word(CampaignKey key, Language language) {
  return key.in(language);
}

/// The phrase with its gaps filled in.
template <class... Value>
std::string campaign_text(std::type_identity_t<Form<campaign_phrases, Value...>> form,
                          Language language, const Value&... value) {
  return form.filled(language, value...);
}

}  // namespace reports
