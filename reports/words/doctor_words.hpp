#pragma once

#include <string>

#include "reports/words/phrases.hpp"

namespace reports {

/// Words of `uitwijk doctor`, in both languages. A line is what was found; behind it, where
/// something is to be looked at, what to do.
inline constexpr Phrase doctor_phrases[] = {
    {"fine", "ok", "goed"},
    {"look", "attention", "let op"},
    {"usable", "This installation can be used.", "Deze installatie is bruikbaar."},
    {"unusable", "Nothing can be run here yet: see what is marked with !!",
     "Hier kan nog niets worden gedraaid: zie wat met !! is gemerkt"},
    {"program", "uitwijk {0} ({1}), {2}", "uitwijk {0} ({1}), {2}"},
    {"libraries", "made with {}", "gemaakt met {}"},
    {"simulator", "simulator: {}", "simulator: {}"},
    {"simulator.do", "install the program again, all of it: libraries of SimGrid are needed",
     "installeer het programma opnieuw, in zijn geheel: de bibliotheken van SimGrid zijn nodig"},
    {"data", "the Dutch world: {}", "de Nederlandse wereld: {}"},
    {"data.none", "the Dutch world: not found", "de Nederlandse wereld: niet gevonden"},
    {"data.do", "install share/uitwijk beside bin/, or name worlds and scenarios yourself",
     "installeer share/uitwijk naast bin/, of noem werelden en scenario's zelf"},
    {"python", "reader for Python: {}", "lezer voor Python: {}"},
    {"python.none", "reader for Python: not found", "lezer voor Python: niet gevonden"},
    {"python.do", "install share/uitwijk/python; only Python needs it",
     "installeer share/uitwijk/python; alleen Python heeft het nodig"},
    {"folder.here", "this folder can be written", "in deze map kan worden geschreven"},
    {"folder.here_not", "this folder: {}", "deze map: {}"},
    {"folder.here_do", "give -o a file in a folder of your own",
     "geef -o een bestand in een eigen map"},
    {"folder.temporary", "{} can be written", "in {} kan worden geschreven"},
    {"folder.not", "{}: {}", "{}: {}"},
    {"folder.temporary_do", "set TMPDIR to a folder of your own; campaign plan needs one",
     "zet TMPDIR op een eigen map; campaign plan heeft er een nodig"},
    {"folder.output_do", "make it, or choose another", "maak hem, of kies een andere"},
    {"locale", "locale {}, with UTF-8", "taalinstelling {}, met UTF-8"},
    {"locale.not", "locale {}, without UTF-8", "taalinstelling {}, zonder UTF-8"},
    {"locale.do", "export LC_ALL=C.UTF-8; what is written is UTF-8 all the same",
     "export LC_ALL=C.UTF-8; wat wordt geschreven is hoe dan ook UTF-8"},
    {"terminal", "terminal of {0} {0:column|columns}", "terminal van {0} {0:kolom|kolommen}"},
    {"terminal.none", "no terminal: text is as wide as it needs",
     "geen terminal: tekst is zo breed als nodig"},
    {"terminal.do", "make it 80 or wider, or take --format csv",
     "maak hem 80 of breder, of neem --format csv"},
    {"cores", "{0} of {1} {1:core|cores} allowed, all used unless you say -j",
     "{0} van {1} {1:kern|kernen} toegestaan, alle gebruikt tenzij u -j zegt"},
    {"cores.quota", "{0} of {1} {1:core|cores} allowed, but time of {2} only",
     "{0} van {1} {1:kern|kernen} toegestaan, maar tijd van {2}"},
    {"cores.do", "take -j {}: more processes get no more time",
     "neem -j {}: meer processen krijgen niet meer tijd"},
    {"memory", "memory: {0}; a national run needs {1}",
     "geheugen: {0}; een landelijke run vraagt {1}"},
    {"memory.do", "take a smaller -j", "neem een kleinere -j"},
    {"address", "address space: {0}; a national run needs {1}, a year 2.2 GB and more",
     "adresruimte: {0}; een landelijke run vraagt {1}, een jaar 2,2 GB en meer"},
    {"address.do", "ulimit -v unlimited, or a smaller -j",
     "ulimit -v unlimited, of een kleinere -j"},
    {"file", "largest file: {0}; a national campaign makes {1}",
     "grootste bestand: {0}; een landelijke campagne maakt {1}"},
    {"file.do", "ulimit -f unlimited", "ulimit -f unlimited"},
    {"processes", "processes: {0}; a run needs {1}", "processen: {0}; een run vraagt {1}"},
    {"processes.do", "ulimit -u {}, or a smaller -j", "ulimit -u {}, of een kleinere -j"},
    {"open_files", "open files: {0}; a run needs {1}", "open bestanden: {0}; een run vraagt {1}"},
    {"open_files.do", "ulimit -n {}", "ulimit -n {}"},
    {"no_limit", "without limit", "zonder grens"},
    {"slurm", "Slurm: {}", "Slurm: {}"},
    {"slurm.none", "no Slurm: campaign run does the same on one machine",
     "geen Slurm: campaign run doet hetzelfde op een machine"},
    {"zone", "time zones stand in the worlds; today's date is that of {}",
     "tijdzones staan in de werelden; de datum van vandaag is die van {}"},
    {"zone.here", "this machine", "deze machine"},
    {"zone.not", "TZ={}: the system does not know it, and takes UTC for today's date",
     "TZ={}: het systeem kent die niet, en neemt UTC voor de datum van vandaag"},
    {"zone.do", "install tzdata, or give --today", "installeer tzdata, of geef --today"},
    {"browser", "browser for serve: {}", "browser voor serve: {}"},
    {"browser.none", "no browser: serve prints an address to open on this machine",
     "geen browser: serve geeft een adres om op deze machine te openen"},
};

inline std::string doctor_word(Key<doctor_phrases> key, Language language) {
  return key.in(language);
}

}  // namespace reports
