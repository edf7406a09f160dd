#pragma once

#include <functional>
#include <string>
#include <vector>

#include "models/world/read_world.hpp"

namespace reports {

/// A place in a file where something is used.
struct Use {
  std::string file;
  int line = 0;
  std::string in;  ///< the threat, measure or section there
};

/// What is looked for in files: it is in a key or a text below these keys.
struct Wanted {
  std::string needle;  ///< a file whose text lacks it is not looked at
  std::function<bool(const std::vector<std::string>& above, const std::string& text)> is;
};

/// A setting of the address, of what is above or below it, or an assumption about it.
Wanted address_wanted(const std::string& address);
/// An effect with that word.
Wanted effect_wanted(const std::string& word);
/// A name or code, by itself in a key or a text: DR-20 of "DR-20@amsterdam".
Wanted name_wanted(const std::string& name);

/// One for each threat, measure or section that has it.
std::vector<Use> uses_of(const Wanted& wanted, const std::vector<models::InputFile>& files);

}  // namespace reports
