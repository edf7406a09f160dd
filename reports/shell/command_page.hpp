#pragma once

#include <string>
#include <vector>

namespace reports {

/// An option, or what stands without one (then `names` is empty).
struct OptionPage {
  std::vector<std::string> names;    ///< "--lang", "-q"
  std::string value;                 ///< what its help calls its value, "FILE.h5"; "" of a flag
  std::string meaning;               ///< lines of its help
  std::vector<std::string> choices;  ///< the only values that it takes; empty: others too
  bool takes_value = false;
};

/// A command, with the parts of its help.
struct CommandPage {
  std::string words;  ///< "run", "campaign plan"; "" of the program itself
  std::string summary, examples, usage, notes;
  std::vector<OptionPage> options, places;
};

/// What a world and its catalogue name, to choose from.
struct NamesToComplete {
  std::vector<std::string> threats, measures, plans, meldkamers, addresses, scenarios;
};

}  // namespace reports
