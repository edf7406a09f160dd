#pragma once

#include <array>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "models/text/reading.hpp"
#include "models/world/read_world.hpp"

namespace analysis {

/// What an event is judged on; each is an increase over the undisturbed twin.
enum class Criterion {
  lost_callers,
  late_help,
  late_callers,
  unreachable_112,      ///< national s: one of everything is 1
  dispatch_impossible,  ///< the same
  wrong_dispatch,
  count
};
inline constexpr std::size_t n_criteria = static_cast<std::size_t>(Criterion::count);
/// "lost_callers": the word in a criteria file.
std::string_view word_of(Criterion criterion);

enum class Level { low, middle, high, very_high };
inline constexpr std::array<std::string_view, 4> level_words = {"laag", "midden", "hoog",
                                                                "zeer_hoog"};

/// Classes 1 to 5 are the intervals between four ascending bounds; a bound belongs to the class
/// below it.
inline constexpr std::size_t n_classes = 5;
using Bounds = std::array<double, n_classes - 1>;
int class_of(const Bounds& bounds, double value);

/// At most so many events a year with at least so many extra lost callers.
struct ExceedancePoint {
  double callers = 0, per_year = 0;
};

/// What a study is held against: a file kept by people. Times in seconds, shares from 0 to 1.
struct Criteria {
  std::string name, version, rubricering;
  bool adopted = false;  ///< status vastgesteld; else concept
  std::string adopted_by, date, decision;
  double lost_after_s = 600;  ///< T_lost: an edge of the time-to-contact histogram
  std::array<Bounds, n_criteria> impact{};
  Bounds recovery_s{};
  int recovery_raises_by = 1;  ///< 0 or 1
  Bounds likelihood_per_y{};
  double lowest_per_y = 0, highest_per_y = 0;                    ///< where K1 begins and K5 ends
  std::array<std::array<Level, n_classes>, n_classes> matrix{};  ///< [K - 1][I - 1]
  std::vector<ExceedancePoint> line;
  std::string stated;  ///< said by politicians, printed beside the line
  int tolerable_class = 2;
  double tolerable_share = 0.05;  ///< of the events may be worse than that
  std::vector<models::Parameter> parameters;
  models::InputFile input;  ///< with its SHA-256

  Level level(int likelihood_class, int impact_class) const {
    return matrix.at(static_cast<std::size_t>(likelihood_class) - 1)
        .at(static_cast<std::size_t>(impact_class) - 1);
  }
  /// Index in contact_bins::upper_s of T_lost.
  std::size_t lost_edge() const;
};

/// One of `level_words`.
Level read_level(const models::Place& place);

/// Throws models::InvalidInput with everything that is wrong. The file is only read.
Criteria read_criteria(const std::filesystem::path& file);

/// For one meldkamer: callers are counted in its regions, so the bounds of lost callers, late help,
/// late callers and of the line are scaled by its share of the nation's callers.
Criteria local_variant(Criteria criteria, double share_of_callers);

/// The sentence that must stand at the head of everything that concept criteria have classified.
inline constexpr std::string_view concept_sentence =
    "Criteria: CONCEPT, niet vastgesteld door SMB/BMB. Klassen en risiconiveaus zijn "
    "rekenvoorbeelden; dit rapport stelt geen aanvaardbaarheid vast.";

}  // namespace analysis
