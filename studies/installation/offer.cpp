#include "studies/installation/offer.hpp"

#include <algorithm>
#include <array>
#include <cerrno>

#include "models/text/file_reader.hpp"
#include "models/text/sha256.hpp"
#include "models/text/yaml_document.hpp"

namespace studies {
namespace {

namespace fs = std::filesystem;
using models::Node;

constexpr std::size_t most_files = 5000;           // looked at in all
constexpr std::uintmax_t longest_yaml = 1U << 20;  // bytes of a YAML file

constexpr std::array kind_names = {"world", "scenario", "exercise", "result"};

std::string text_at(const Node& root, const char* section, const char* key) {
  const Node* const at = root.find(section);
  const Node* const value = at == nullptr ? nullptr : at->find(key);
  return value == nullptr || value->type != Node::Type::scalar ? "" : value->text;
}

class Search {
public:
  std::vector<Offered> found;
  bool is_hindered = false;  ///< the system let something not be looked at; the next time it may

  void look(const Offer::Place& place) {
    std::error_code error;
    if (fs::is_directory(place.path, error))
      look_into(place.path, place.depth);
    else
      look_at(place.path);
  }

private:
  void look_into(const fs::path& folder, int levels) {
    std::error_code error;
    std::vector<fs::path> folders, files;
    for (fs::directory_iterator at(folder, fs::directory_options::skip_permission_denied, error);
         !error && at != fs::directory_iterator() && seen_ < most_files; at.increment(error)) {
      ++seen_;
      if (at->path().filename().native().starts_with("."))
        continue;
      const fs::file_status status = at->symlink_status(error);
      if (fs::is_directory(status))
        folders.push_back(at->path());
      else if (fs::is_regular_file(status))
        files.push_back(at->path());
    }
    note(error.value());
    for (const fs::path& file : files)
      look_at(file);
    for (const fs::path& deeper : folders)
      if (levels > 0)
        look_into(deeper, levels - 1);
  }

  void note(int error) { is_hindered |= error == EMFILE || error == ENFILE || error == ENOMEM; }

  /// The tree of a YAML file that is not too long; nothing when it is none.
  std::optional<Node> tree_of(const fs::path& file) {
    try {
      models::FileReader in(file);
      if (!in.is_regular() || in.size() > longest_yaml)
        return {};
      models::Problems ignored;
      return models::parse_yaml(rest_of(in), file.string(), ignored);
    } catch (const models::SystemFault& fault) {
      note(fault.error());
      return {};
    }
  }

  void look_at(const fs::path& file) {
    if (file.extension() == ".h5")
      return add(OfferKind::result, file, "");
    if (file.extension() != ".yaml")
      return;
    const std::optional<Node> root = tree_of(file);
    if (!root)
      return;
    if (root->find("scenario") != nullptr)
      add(OfferKind::scenario, file, text_at(*root, "scenario", "name"));
    else if (root->find("exercise") != nullptr)
      add(OfferKind::exercise, file, text_at(*root, "exercise", "name"));
    else if (root->find("world") != nullptr)
      add(OfferKind::world, file.parent_path(), text_at(*root, "world", "name"));
  }

  void add(OfferKind kind, const fs::path& path, const std::string& name) {
    const fs::path normal = path.lexically_normal();
    constexpr std::size_t id_length = 16;
    found.push_back({kind, models::sha256_hex(normal.native()).substr(0, id_length), normal, name});
  }

  std::size_t seen_ = 0;
};

}  // namespace

std::string name_of(OfferKind kind) {
  return kind_names.at(static_cast<std::size_t>(kind));
}

std::vector<Offered> Offer::list() const {
  constexpr std::chrono::seconds fresh{1};
  const std::lock_guard lock(mutex_);
  const auto now = std::chrono::steady_clock::now();
  if (looked_.time_since_epoch().count() != 0 && now - looked_ < fresh)
    return seen_;
  Search search;
  for (const Offer::Place& place : places_)
    search.look(place);
  if (search.is_hindered && !seen_.empty())
    return seen_;
  const auto by_path = [](const Offered& a, const Offered& b) { return a.path < b.path; };
  const auto same = [](const Offered& a, const Offered& b) { return a.path == b.path; };
  std::sort(search.found.begin(), search.found.end(), by_path);
  search.found.erase(std::unique(search.found.begin(), search.found.end(), same),
                     search.found.end());
  seen_ = std::move(search.found);
  looked_ = now;
  return seen_;
}

std::optional<Offered> Offer::find(OfferKind kind, const std::string& id) const {
  for (const Offered& offered : list())
    if (offered.kind == kind && offered.id == id)
      return offered;
  return {};
}

}  // namespace studies
