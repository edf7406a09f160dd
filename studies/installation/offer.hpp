#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace studies {

enum class OfferKind { world, scenario, exercise, result };
std::string name_of(OfferKind kind);

/// A file or folder that the page may choose, by its id.
struct Offered {
  OfferKind kind = OfferKind::scenario;
  std::string id;  ///< of its path, the same tomorrow
  std::filesystem::path path;
  std::string name;  ///< what it calls itself, or ""
};

/// The worlds, scenarios, exercises and results that there are. Whoever asks names one of this
/// list; no path comes from outside.
class Offer {
public:
  /// A file, or a folder that is searched so many levels deep. Links are not followed.
  struct Place {
    std::filesystem::path path;
    int depth = 3;
  };
  explicit Offer(std::vector<Place> places) : places_(std::move(places)) {}

  /// By path. Looked at again after a second; what was seen last while the system has no file for
  /// it.
  std::vector<Offered> list() const;
  std::optional<Offered> find(OfferKind kind, const std::string& id) const;

private:
  std::vector<Place> places_;
  mutable std::mutex mutex_;
  mutable std::vector<Offered> seen_;
  mutable std::chrono::steady_clock::time_point looked_{};
};

}  // namespace studies
