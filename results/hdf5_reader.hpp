#pragma once

#include <H5Cpp.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace results {

/// A group of an HDF5 file, read with distrust: every access throws ResultError with the name of
/// what is missing or has another shape, H5::Exception when the library itself stumbles. Paths are
/// seen from the group, which `/` stands for.
class Hdf5Reader {
public:
  explicit Hdf5Reader(std::string_view image);  ///< laid in memory
  /// Within a file of so many bytes.
  Hdf5Reader(const H5::Group& root, std::size_t file_bytes);

  bool has(const std::string& path) const;
  /// Length of a dimension scale.
  std::size_t length(const std::string& scale) const;

  /// All values of a dataset whose shape must be that of its scales.
  template <class T>
  std::vector<T> numbers(const std::string& path, std::span<const std::string_view> along) const;
  /// Names and words, as models::shown_name shows them: whoever made the file may have put anything
  /// into them.
  std::vector<std::string> texts(const std::string& path, std::string_view along) const;
  /// The text of files, as it was kept.
  std::vector<std::string> whole_texts(const std::string& path, std::string_view along) const;

  bool has_attribute(const std::string& group, const std::string& attribute) const;
  /// As `texts`.
  std::string text(const std::string& group, const std::string& attribute) const;
  template <class T>
  T number(const std::string& group, const std::string& attribute) const;

private:
  /// Refuses a dataset whose values could not lie in the file, before anybody makes room for them.
  H5::DataSet open(const std::string& path) const;
  /// Checks the shape too.
  H5::DataSet open(const std::string& path, std::span<const std::string_view> along) const;
  H5::Attribute open_attribute(const std::string& group, const std::string& attribute) const;

  H5::Group at(const std::string& path) const;

  std::size_t most_bytes_;  ///< that a file of this size can unfold to
  H5::Group root_;          ///< keeps its file open
};

}  // namespace results
