#include "manual_rules.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <nlohmann/json.hpp>
#include <regex>

#include "tree_text.hpp"

namespace fs = std::filesystem;

namespace architecture {
namespace {

/// A page that people wrote; the kept outputs of the program are none.
bool is_page(const fs::path& file) {
  return file.extension() == ".md" &&
         file.generic_string().find("/goldens/documents/") == std::string::npos;
}

bool starts_a_fence(const std::string& line) {
  return line.rfind("```", 0) == 0;
}

/// The lines of a page that no fenced block holds.
std::vector<Line> prose_of(const fs::path& page) {
  std::vector<Line> out;
  bool fenced = false;
  for (const Line& line : lines_of(page)) {
    if (starts_a_fence(line.text))
      fenced = !fenced;
    else if (!fenced)
      out.push_back(line);
  }
  return out;
}

std::vector<std::string> matches_of(const std::string& text, const std::regex& wanted) {
  std::vector<std::string> out;
  for (std::sregex_iterator it(text.begin(), text.end(), wanted), end; it != end; ++it)
    out.push_back((*it)[1]);
  return out;
}

/// Characters, not bytes, of UTF-8.
std::size_t width_of(const std::string& text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

/// What a heading is called in a link, as GitHub and its likes do it.
std::string anchor_of(const std::string& heading) {
  std::string out;
  for (const char c : heading) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == ' ')
      out += '-';
    else if (std::isalnum(byte) || c == '-' || c == '_' || byte >= 0x80)
      out += static_cast<char>(std::tolower(byte));
  }
  return out;
}

bool has_heading(const fs::path& page, const std::string& anchor) {
  static const std::regex heading("^#+ +(.*)$");
  for (const Line& line : prose_of(page)) {
    std::smatch match;
    if (std::regex_match(line.text, match, heading) && anchor_of(match[1]) == anchor)
      return true;
  }
  return false;
}

bool leads_somewhere(const fs::path& page, const std::string& link) {
  const std::size_t hash = link.find('#');
  const std::string path = link.substr(0, hash);
  const fs::path to = path.empty() ? page : page.parent_path() / path;
  if (!fs::exists(to))
    return false;
  return hash == std::string::npos || has_heading(to, link.substr(hash + 1));
}

bool is_code(const fs::path& file) {
  static const std::set<std::string> kinds = {".cpp", ".hpp", ".c",  ".ts",   ".tsx",
                                              ".mjs", ".sh",  ".py", ".cmake"};
  return kinds.count(file.extension().string()) > 0;
}

bool is_yaml(const fs::path& file) {
  return file.extension() == ".yaml";
}

std::set<fs::path> folders_with(const fs::path& root, bool (*wanted)(const fs::path&)) {
  std::set<fs::path> out;
  for (const fs::path& file : files_of(root, wanted))
    out.insert(file.parent_path());
  return out;
}

/// Whether the page names a folder below its own, as `below/`.
bool names_folder(const fs::path& page, const fs::path& below) {
  return text_of(page).find("`" + below.generic_string() + "/") != std::string::npos;
}

/// Whether the folder has a README.md of so many lines; those of unit tests have one together,
/// which names each of them.
bool has_readme(const fs::path& root, const fs::path& folder, std::size_t least) {
  static const fs::path together = "tests/unit";
  const auto is_long = [&](const fs::path& of) {
    return lines_of(root / of / "README.md").size() >= least;
  };
  if (is_long(folder))
    return true;
  const fs::path below = folder.lexically_relative(together);
  return *below.begin() != ".." && is_long(together) &&
         names_folder(root / together / "README.md", below);
}

/// Whether a README.md in the folder or above it explains the folder: the first one that is found
/// has to name it, as `below/folder/`.
bool is_explained(const fs::path& root, const fs::path& folder) {
  // A folder for each small world, explained together.
  static const fs::path worlds = "tests/worlds";
  for (fs::path above = folder;; above = above.parent_path()) {
    const fs::path page = root / above / "README.md";
    if (fs::exists(page))
      return above == folder || above == worlds ||
             names_folder(page, folder.lexically_relative(above));
    if (above.empty())
      return false;
  }
}

/// Small letters and digits only: `Boost.Graph` and `boost-graph` are one name.
std::string bare(const std::string& name) {
  std::string out;
  for (const char c : name)
    if (std::isalnum(static_cast<unsigned char>(c)))
      out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

/// `libyaml-cpp-dev` is yaml-cpp, `nlohmann-json3-dev` nlohmann-json; a tool gives nothing.
std::string library_of(const std::string& package) {
  static const std::regex developed("(?:lib)?([a-z0-9-]+?)3?-dev");
  std::smatch match;
  return std::regex_match(package, match, developed) ? match[1].str() : "";
}

bool is_there(const fs::path& root, const std::string& place) {
  const fs::path path = root / place;
  if (fs::exists(path))
    return true;
  if (!fs::is_directory(path.parent_path()))
    return false;
  return std::any_of(fs::directory_iterator(path.parent_path()), fs::directory_iterator(),
                     [&](const auto& entry) { return entry.path().stem() == path.filename(); });
}

}  // namespace

Violations wide_lines(const fs::path& root, std::size_t most) {
  Violations out;
  for (const fs::path& page : files_of(root, is_page))
    for (const Line& line : lines_of(root / page))
      if (const std::size_t width = width_of(line.text); width > most)
        out.push_back(at(page, line.number, std::to_string(width) + " characters"));
  return out;
}

Violations dead_links(const fs::path& root) {
  static const std::regex link(R"re(\]\(([^)\s]+)\))re");
  static const std::regex elsewhere("[a-z]+:.*");
  Violations out;
  for (const fs::path& page : files_of(root, is_page))
    for (const Line& line : prose_of(root / page))
      for (const std::string& to : matches_of(line.text, link))
        if (!std::regex_match(to, elsewhere) && !leads_somewhere(root / page, to))
          out.push_back(at(page, line.number, "leads nowhere: " + to));
  return out;
}

Violations folders_without_readme(const fs::path& root, std::size_t least) {
  Violations out;
  for (const fs::path& folder : folders_with(root, is_code))
    if (!has_readme(root, folder, least))
      out.push_back(at(folder, 1, "no README.md of " + std::to_string(least) + " lines"));
  return out;
}

Violations data_without_readme(const fs::path& root) {
  Violations out;
  for (const fs::path& folder : folders_with(root, is_yaml))
    if (!is_explained(root, folder))
      out.push_back(at(folder, 1, "no README.md has anything about this folder"));
  return out;
}

Violations keys_without_a_page(const fs::path& root) {
  static const std::array asked = {
      std::regex(R"re(\.(?:find|require|required|optional|get)\(\s*"([a-z_0-9]+)")re"),
      std::regex(R"re(\{"([a-z_0-9]+)",\s*&?read_)re")};
  std::set<std::string> documented;
  for (const fs::path& page : files_of(root / "docs" / "formats", is_page))
    documented.merge(words_in_code(text_of(root / "docs" / "formats" / page)));
  Violations out;
  for (const char* const room : {"models", "scenarios", "analysis"}) {
    const auto is_cpp = [](const fs::path& file) { return file.extension() == ".cpp"; };
    for (const fs::path& file : files_of(root / room, is_cpp))
      for (const std::regex& how : asked)
        for (const std::string& key : matches_of(text_of(root / room / file), how))
          if (documented.count(key) == 0)
            out.push_back(at(room / file, 1, "no page in docs/formats has the key " + key));
  }
  return out;
}

Violations grids_without_a_name(const fs::path& root) {
  static const std::regex named(
      R"re((?:\b(?:grid|out|all|rows|changes|packages|together)\.name = |\b(?:grid|measured)\()"([a-z_-]+)")re");
  const std::string page = text_of(root / "docs/formats/documents.md");
  const auto is_cpp = [](const fs::path& file) { return file.extension() == ".cpp"; };
  Violations out;
  for (const char* const room : {"reports/documents", "cli"})
    for (const fs::path& file : files_of(root / room, is_cpp))
      for (const std::string& grid : matches_of(text_of(root / room / file), named))
        if (page.find("`" + grid) == std::string::npos)
          out.push_back(at(room / file, 1, "docs/formats/documents.md lacks the grid " + grid));
  return out;
}

Violations libraries_without_a_row(const fs::path& root) {
  const std::string page = bare(text_of(root / "docs/architecture.md"));
  Violations out;
  const auto look_for = [&](const std::string& list, const std::string& library) {
    if (!library.empty() && page.find(bare(library)) == std::string::npos)
      out.push_back(at(list, 1, "docs/architecture.md has no row for " + library));
  };
  const std::string packages = "cmake/debian-packages.txt";
  for (const Line& line : lines_of(root / packages))
    look_for(packages, library_of(line.text));
  const auto is_list = [](const fs::path& file) { return file.filename() == "package.json"; };
  for (const fs::path& list : files_of(root, is_list)) {
    const auto read = nlohmann::json::parse(text_of(root / list));
    const auto dependencies = read.value("dependencies", nlohmann::json::object());
    for (const auto& entry : dependencies.items())
      look_for(list.generic_string(), entry.key());
  }
  return out;
}

Violations places_that_are_gone(const fs::path& root) {
  static const std::regex place("`([a-z_]+/[^`]*)`");
  const fs::path page = "docs/README.md";
  Violations out;
  bool in_table = false;
  for (const Line& line : lines_of(root / page)) {
    if (line.text.rfind("## ", 0) == 0)
      in_table = line.text == "## Where is ...?";
    if (in_table)
      for (const std::string& path : matches_of(line.text, place))
        if (!is_there(root, path))
          out.push_back(at(page, line.number, "nothing is at " + path));
  }
  return out;
}

std::set<std::string> words_in_code(const std::string& page) {
  static const std::regex code("```([^`]*)```|`([^`]+)`");
  static const std::regex word("([A-Za-z_0-9]+)");
  std::set<std::string> out;
  for (std::sregex_iterator it(page.begin(), page.end(), code), end; it != end; ++it)
    for (const std::string& found : matches_of((*it)[1].str() + (*it)[2].str(), word))
      out.insert(found);
  return out;
}

}  // namespace architecture
