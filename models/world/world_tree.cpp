#include "models/world/world_tree.hpp"

#include <fmt/format.h>
#include <algorithm>

#include "models/text/annotations.hpp"
#include "models/text/file_reader.hpp"
#include "models/text/folder_files.hpp"
#include "models/text/sha256.hpp"
#include "models/text/tree_changes.hpp"
#include "models/text/yaml_text.hpp"
#include "models/world/roster_table.hpp"

namespace models {

namespace fs = std::filesystem;

namespace {

/// The first bytes of every HDF5 file, such as results are.
constexpr std::string_view hdf5_signature = "\x89HDF\r\n\x1a\n";

}  // namespace

std::optional<InputFile> read_input_file(const fs::path& file, Problems& problems) {
  const Mark mark{file.generic_string(), 0, 0};
  const auto refuse = [&](const std::string& why) {
    problems.add(mark, why);
    return std::nullopt;
  };
  if (!is_there(file))
    return refuse("does not exist");
  FileReader reader(file);
  if (reader.is_folder())
    return refuse("is a folder, not a file");
  if (!reader.is_regular())  // may have no end
    return refuse("is not a regular file");
  if (reader.read(hdf5_signature.size()) == hdf5_signature)
    return refuse("is a result file: table, report, compare and trace read it");
  reader.go_to(0);
  if (reader.size() > largest_text)
    return refuse(too_large());
  InputFile out{mark.file, rest_of(reader), ""};
  out.sha256 = sha256_hex(out.text);
  return out;
}

namespace {

/// The root of a file that was read, as `read_tree` gives it.
std::optional<Node> tree_of(const InputFile& input, Reading& reading) {
  auto node = parse_yaml(input.text, input.path, reading.problems);
  reading.incomplete = reading.incomplete || !node;
  if (node && node->type != Node::Type::map) {
    reading.problems.add(
        node->mark, fmt::format("a file must be a map of sections, found {}", describe(*node)));
    reading.incomplete = true;
    node.reset();
  }
  if (node)
    resolve_annotations(*node, reading.problems);
  return node;
}

/// The world's files by name; a problem when there is none.
std::vector<fs::path> files_of(const fs::path& folder, Problems& problems) {
  const Mark mark{folder.generic_string(), 0, 0};
  if (!is_folder(folder)) {
    problems.add(mark,
                 fmt::format("cannot be read as a world's folder: {}",
                             is_there(folder) ? "Not a directory" : "No such file or directory"));
    return {};
  }
  std::vector<fs::path> files;
  for (const fs::path& file : visible_files(folder))
    if (file.extension() == ".yaml")
      files.push_back(file);
    else if (nearly_ends_in(file, ".yaml") || nearly_ends_in(file, ".yml"))
      problems.add({file.generic_string(), 0, 0}, "is not read: name it .yaml");
  if (files.empty())
    problems.add(mark, "has no .yaml file");
  return files;
}

void add_sections(Node& root, Node file, Problems& problems) {
  for (Node::Entry& entry : file.entries) {
    const auto same = [&](const Node::Entry& other) { return other.key == entry.key; };
    const auto first = std::find_if(root.entries.begin(), root.entries.end(), same);
    if (first == root.entries.end())
      root.entries.push_back(std::move(entry));
    else
      problems.add(entry.mark, fmt::format("section {} stands in {}:{} too", entry.key,
                                           first->mark.file, first->mark.line));
  }
}

/// Sections in YAML, or a roster as CSV.
std::optional<Node> read_overlay(const fs::path& file, const Node& root, Reading& reading,
                                 std::vector<InputFile>& inputs) {
  if (file.extension() != ".csv")
    return read_tree(file, reading, inputs);
  auto input = read_input_file(file, reading.problems);
  if (!input) {
    reading.incomplete = true;
    return {};
  }
  inputs.push_back(std::move(*input));
  return roster_tree(inputs.back(), root, reading);
}

}  // namespace

std::optional<Node> read_tree(const fs::path& file, Reading& reading,
                              std::vector<InputFile>& inputs) {
  auto input = read_input_file(file, reading.problems);
  if (!input) {
    reading.incomplete = true;
    return {};
  }
  inputs.push_back(std::move(*input));
  return tree_of(inputs.back(), reading);
}

Node world_tree_of(const std::vector<InputFile>& files, Reading& reading) {
  Node root = map_node();
  for (const InputFile& file : files)
    if (auto node = tree_of(file, reading))
      add_sections(root, std::move(*node), reading.problems);
  return root;
}

Node read_world_tree(const fs::path& folder, const std::vector<Setting>& settings,
                     const std::vector<fs::path>& overlays, Reading& reading,
                     std::vector<InputFile>& inputs) {
  Node root;
  root.type = Node::Type::map;
  root.mark = {folder.generic_string(), 0, 0};
  const auto files = files_of(folder, reading.problems);
  reading.incomplete = reading.incomplete || files.empty();
  for (const fs::path& file : files)
    if (auto node = read_tree(file, reading, inputs))
      add_sections(root, std::move(*node), reading.problems);
  for (const fs::path& file : overlays)
    if (auto node = read_overlay(file, root, reading, inputs)) {
      node->mark = root.mark;
      lay_over(root, std::move(*node));
    }
  if (!reading.incomplete)
    apply_settings(root, settings, reading.problems);
  return root;
}

}  // namespace models
