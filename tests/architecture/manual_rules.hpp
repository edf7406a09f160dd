#pragma once

#include <filesystem>
#include <set>
#include <string>

#include "rules.hpp"

/// The rules of the manual: all `.md` files of a tree, and what they say of the sources beside it.
namespace architecture {

/// Lines of `.md` files with more than `most` characters: prose, tables and blocks alike.
Violations wide_lines(const std::filesystem::path& root, std::size_t most);
/// Relative links of `.md` files to a file, a folder or a heading that is not there.
Violations dead_links(const std::filesystem::path& root);
/// Folders with code that have no README.md of at least so many lines. Folders of unit tests have
/// one together, in tests/unit, which names them.
Violations folders_without_readme(const std::filesystem::path& root, std::size_t least);
/// Folders with YAML that have no README.md, and that no README.md above them names either.
Violations data_without_readme(const std::filesystem::path& root);
/// Keys that a reader of YAML asks for and no page in docs/formats has.
Violations keys_without_a_page(const std::filesystem::path& root);
/// Names of grids in reports/documents and cli that docs/formats/documents.md lacks.
Violations grids_without_a_name(const std::filesystem::path& root);
/// Libraries of cmake/debian-packages.txt and of the web parts that docs/architecture.md lacks.
Violations libraries_without_a_row(const std::filesystem::path& root);
/// Paths in the table "Where is ...?" of docs/README.md at which nothing is.
Violations places_that_are_gone(const std::filesystem::path& root);

/// Every word within the code of a page: between backticks, or in a fenced block.
std::set<std::string> words_in_code(const std::string& page);

}  // namespace architecture
