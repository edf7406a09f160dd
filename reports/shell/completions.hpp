#pragma once

#include <string>
#include <vector>

#include "reports/shell/command_page.hpp"

namespace reports {

enum class Shell { bash, zsh, fish };

/// A script that completes `uitwijk` in that shell, with all names in it.
std::string completion_script(Shell shell, const std::vector<CommandPage>& pages,
                              const NamesToComplete& names);

/// What is offered for a value.
struct Offer {
  /// `words`: one of a list; `list`: several with commas; `address`: one of a list, then "=";
  /// `scenario`: a file, or a shipped one; `file`: that ends so; `nothing`: only its user knows.
  enum class Kind { flag, words, list, address, scenario, file, nothing };
  Kind kind = Kind::nothing;
  std::string variable;            ///< of the script that has the words: "threats"; "": `words`
  std::vector<std::string> words;  ///< of its own
  std::string ending;              ///< of files: ".h5", or "" for all
};
Offer offer_of(const OptionPage& option);

}  // namespace reports
