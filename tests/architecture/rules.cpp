#include "rules.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>

#include "names.hpp"
#include "tree_text.hpp"

namespace fs = std::filesystem;

namespace architecture {
namespace {

const std::set<std::string> rooms = {"models",   "scenarios", "sim",     "results",
                                     "analysis", "studies",   "reports", "cli"};

/// Who may include whom, besides itself. sim and analysis meet in studies alone.
const std::map<std::string, std::set<std::string>> may_include = {
    {"models", {}},
    {"scenarios", {"models"}},
    {"results", {"models"}},
    {"sim", {"scenarios", "models", "results"}},
    {"analysis", {"results", "scenarios", "models"}},
    {"studies", {"sim", "analysis", "results", "scenarios", "models"}},
    {"reports", {"analysis", "results", "scenarios", "models"}},
    {"cli", {"models", "scenarios", "sim", "results", "analysis", "studies", "reports"}},
};

/// Which files may include a header: `header` and `files` match from the start of the text.
struct Tenancy {
  std::regex header, files;
  std::string says;
};
const std::vector<Tenancy> tenancies = {
    {std::regex("(simgrid|xbt)[./]"), std::regex("sim/"), "SimGrid is known in sim/ only"},
    {std::regex("(H5|hdf5)"), std::regex("results/"), "HDF5 is known in results/ only"},
    {std::regex("yaml-cpp/"), std::regex("models/"), "yaml-cpp is known in models/ only"},
    {std::regex("boost/graph/"), std::regex("models/graph/dependency_graph"),
     "Boost.Graph is known in models/graph/dependency_graph only"},
    {std::regex("csv\\.h"), std::regex("models/text/csv_document"),
     "libcsv is known in models/text/csv_document only"},
    {std::regex("boost/(asio|beast)"), std::regex("cli/serve/(server|request)"),
     "Boost.Beast is known in cli/serve/server and cli/serve/request only"},
    {std::regex("fstream"), std::regex("$."),
     "files are read by models/text/file_reader, which checks, and written by results/part_file"},
    {std::regex("CLI/"), std::regex("cli/"), "CLI11 is known in cli/ only"},
    {std::regex("xlsxwriter"), std::regex("reports/formats/xlsx"),
     "libxlsxwriter is known in reports/formats/xlsx only"},
    {std::regex("duktape\\.h"), std::regex("reports/web/"),
     "Duktape is known in reports/web/ only"},
    {std::regex("mpi\\.h"), std::regex("$."), "libsimgrid exports MPI_*: no MPI in the program"},
};

bool is_source(const fs::path& file) {
  return file.extension() == ".cpp" || file.extension() == ".hpp";
}

std::string room_of(const fs::path& relative) {
  return relative.begin()->string();
}

struct Include {
  fs::path file;
  int line;
  bool quoted;
  std::string header;
};

std::vector<Include> includes_of_rooms(const fs::path& root) {
  static const std::regex directive(R"re(^\s*#\s*include\s*([<"])([^>"]+)[>"])re");
  std::vector<Include> out;
  for (const fs::path& file : files_of(root, is_source)) {
    if (rooms.count(room_of(file)) == 0)
      continue;
    for (const Line& line : lines_of(root / file)) {
      std::smatch match;
      if (std::regex_search(line.text, match, directive))
        out.push_back({file, line.number, match[1] == "\"", match[2]});
    }
  }
  return out;
}

bool is_cpp(const fs::path& file) {
  return file.extension() == ".cpp";
}

bool starts_with(const std::string& text, const std::regex& pattern) {
  return std::regex_search(text, pattern, std::regex_constants::match_continuous);
}

std::string what_is_wrong(const Include& include) {
  const std::string from = room_of(include.file);
  const std::string to = room_of(include.header);
  if (rooms.count(to) == 0)
    return include.quoted ? "\"" + include.header + "\" does not start at the root" : "";
  if (from == to || may_include.at(from).count(to) > 0)
    return "";
  return from + " must not know " + to + " (" + include.header + ")";
}

/// A file that is compiled, and what it includes where CMake wrote it to compile several together.
std::vector<fs::path> compiled_with(const fs::path& file) {
  std::vector<fs::path> out = {file};
  if (file.parent_path().filename() != "Unity")
    return out;
  std::ifstream in(file);
  const std::string include = "#include \"";
  for (std::string line; std::getline(in, line);)
    if (line.rfind(include, 0) == 0)
      out.emplace_back(line.substr(include.size(), line.rfind('"') - include.size()));
  return out;
}

}  // namespace

Violations arrows_against_the_plan(const fs::path& root) {
  Violations out;
  for (const Include& include : includes_of_rooms(root)) {
    const std::string wrong = what_is_wrong(include);
    if (!wrong.empty())
      out.push_back(at(include.file, include.line, wrong));
  }
  return out;
}

Violations libraries_out_of_their_room(const fs::path& root) {
  Violations out;
  std::set<fs::path> yaml_readers;
  for (const Include& include : includes_of_rooms(root)) {
    for (const Tenancy& tenancy : tenancies) {
      if (starts_with(include.header, tenancy.header) &&
          !starts_with(include.file.generic_string(), tenancy.files))
        out.push_back(at(include.file, include.line, tenancy.says));
    }
    if (include.header.rfind("yaml-cpp/", 0) == 0 && room_of(include.file) == "models")
      yaml_readers.insert(include.file);
  }
  for (auto it = yaml_readers.begin(); yaml_readers.size() > 1 && it != yaml_readers.end(); ++it)
    out.push_back(at(*it, 1, "one of several files with yaml-cpp; one is enough"));
  return out;
}

Violations sources_not_built(const fs::path& root, const fs::path& compile_commands) {
  std::set<std::string> built;
  for (const auto& entry : nlohmann::json::parse(std::ifstream(compile_commands)))
    for (const fs::path& file : compiled_with(entry.at("file").get<std::string>()))
      built.insert(file.lexically_normal().string());
  Violations out;
  for (const fs::path& file : files_of(root, is_cpp))
    if (built.count((root / file).lexically_normal().string()) == 0)
      out.push_back(at(file, 1, "nothing builds this file"));
  return out;
}

Violations paths_of_one_machine(const fs::path& root) {
  // Not behind a letter, digit, dot or slash: "../work/" and addresses on the web are no such path.
  static const std::regex anywhere("(^|[^A-Za-z0-9_./~-])/(home|work|root|Users)/");
  static const std::regex outside_tests("(^|[^A-Za-z0-9_./~-])/tmp(/|\\b)");
  static const std::set<std::string> texts = {".cpp", ".hpp", ".txt",   ".yaml", ".md", ".json",
                                              ".sh",  ".py",  ".cmake", ".ts",   ".js", ""};
  const auto is_text = [](const fs::path& file) {
    return texts.count(file.extension().string()) > 0;
  };
  Violations out;
  for (const fs::path& file : files_of(root, is_text)) {
    const bool is_test = room_of(file) == "tests";
    for (const Line& line : lines_of(root / file))
      if (std::regex_search(line.text, anywhere) ||
          (!is_test && std::regex_search(line.text, outside_tests)))
        out.push_back(at(file, line.number, "a path of one machine: " + line.text));
  }
  return out;
}

Violations scenarios_without_a_row(const fs::path& root) {
  std::string rows;
  for (const char* const page : {"README.md", "scenarios/README.md"})
    rows += text_of(root / page);
  Violations out;
  const auto is_yaml = [](const fs::path& file) { return file.extension() == ".yaml"; };
  for (const fs::path& file : files_of(root / "scenarios", is_yaml))
    if (rows.find(file.filename().string()) == std::string::npos)
      out.push_back(at("scenarios" / file, 1, "no row in README.md or scenarios/README.md"));
  return out;
}

Violations labels_completed_late(const fs::path& root) {
  static const std::regex completed("provenance(\\.|->)(row\\.)?\\w+\\s*\\+?=[^=]");
  static const std::regex born("\\w+/(.*/)?(provenance|study_reader)\\.cpp");
  Violations out;
  for (const fs::path& file : files_of(root, is_source)) {
    if (rooms.count(room_of(file)) == 0 || std::regex_match(file.generic_string(), born))
      continue;
    for (const Line& line : lines_of(root / file))
      if (std::regex_search(line.text, completed))
        out.push_back(at(file, line.number, "a provenance is whole when it is made"));
  }
  return out;
}

Violations unknown_to_clang(const fs::path& root) {
  static const std::regex unknown(
      "ranges::(unique|remove|remove_if|partition|stable_partition|rotate|search|find_end|"
      "equal_range|subrange)\\(|views::"
      "split");
  Violations out;
  for (const fs::path& file : files_of(root, is_source))
    for (const Line& line : lines_of(root / file))
      if (std::regex_search(line.text, unknown))
        out.push_back(
            at(file, line.number, "clang 14, which builds the fuzzers, has no such range"));
  return out;
}

Violations crowded_files(const fs::path& root, int most) {
  Violations out;
  for (const fs::path& file : files_of(root, is_source)) {
    const auto lines = static_cast<int>(lines_of(root / file).size());
    if (lines > most)
      out.push_back(at(file, lines, "more than " + std::to_string(most) + " lines"));
  }
  return out;
}

Violations crowded_folders(const fs::path& root, int most) {
  std::map<fs::path, int> files;
  for (const fs::path& file : files_of(root, [](const fs::path&) { return true; }))
    ++files[file.parent_path()];
  Violations out;
  for (const auto& [folder, count] : files)
    if (count > most)
      out.push_back(folder.generic_string() + ": " + std::to_string(count) + " files, more than " +
                    std::to_string(most) + ": which sentence has it become?");
  return out;
}

Violations names_of_two_files(const fs::path& root) {
  struct Definition {
    fs::path file;
    OwnName own;
  };
  std::map<fs::path, std::vector<Definition>> of_folder;
  Violations out;
  for (const fs::path& file : files_of(root, is_cpp)) {
    if (file.parent_path() == "tests/fuzz")
      continue;
    std::vector<Definition>& known = of_folder[file.parent_path()];
    for (const OwnName& own : own_names(lines_of(root / file))) {
      const auto first = std::find_if(known.begin(), known.end(), [&](const Definition& one) {
        return one.file != file && one.own.clashes_with(own);
      });
      if (first != known.end())
        out.push_back(at(file, own.line,
                         own.name + " is of " + first->file.generic_string() + ":" +
                             std::to_string(first->own.line) + " too"));
      known.push_back({file, own});
    }
  }
  return out;
}

}  // namespace architecture
