#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace reports {

/// What the manual says of a key, a word or a code: an item of a list, or a row of a table.
struct ManualEntry {
  std::string page;     ///< "formats/world.md"
  std::string heading;  ///< below which it stands
  std::string key;      ///< "decide", "redial.probability", "disciplines.*.share"
  std::string text;     ///< without marks
};

/// A line of a block of YAML that the manual shows.
struct ManualLine {
  std::string page, heading, text;
};

struct Manual {
  std::vector<ManualEntry> entries;
  std::vector<ManualLine> lines;

  /// Those of that key, in the order of the pages.
  std::vector<ManualEntry> of(std::string_view key) const;
  /// The nearest to an address on one of the pages: that of its last step, or of one above it; of a
  /// world's address only below the heading of its section. Null: none.
  const ManualEntry* of_address(const std::string& address,
                                const std::vector<std::string_view>& pages) const;
  /// How a key is written, from the blocks of its page; "": in none.
  std::string example(const ManualEntry& entry) const;
};

/// All pages that are part of the program.
Manual manual();
/// One page.
void add_page(Manual& manual, std::string_view name, std::string_view text);

}  // namespace reports
