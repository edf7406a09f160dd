#pragma once

#include <H5Cpp.h>

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "results/datasets.hpp"

namespace results {

/// A group of an HDF5 file whose datasets know their dimensions; names and paths are seen from the
/// group, which `/` stands for. What is written in the same order gives the same bytes: no times,
/// no padding, no uninitialised memory.
class Hdf5Writer {
public:
  explicit Hdf5Writer(const H5::Group& root) : root_(root) {}

  void group(const std::string& path);

  /// A dataset of one dimension that names the rows of others; `name` is its path.
  template <class T>
  void scale(const std::string& name, const Label& label, std::span<const T> values);
  void scale(const std::string& name, const Label& label, std::span<const std::string> values);

  /// A dataset along scales that were written before. Throws std::logic_error when the number of
  /// values is not the product of their lengths.
  template <class T>
  void dataset(const std::string& path, const Label& label, std::span<const std::string_view> along,
               std::span<const T> values);
  void dataset(const std::string& path, const Label& label, std::span<const std::string_view> along,
               std::span<const std::string> values);

  void attribute(const std::string& path, const std::string& name, const std::string& text);
  void attribute(const std::string& path, const std::string& name, std::uint64_t number);
  void attribute(const std::string& path, const std::string& name, double number);

private:
  struct Values {
    const H5::DataType& in_file;
    const H5::DataType& in_memory;
    const void* data;
    std::size_t count;
  };

  std::vector<hsize_t> shape_of(std::span<const std::string_view> along) const;
  void write(const std::string& path, const Label& label, std::span<const std::string_view> along,
             const Values& values);
  void create(const std::string& path, const Label& label, const std::vector<hsize_t>& shape,
              const Values& values);
  void make_scale(const std::string& name, const Label& label, const Values& values);
  void attach(const std::string& path, std::span<const std::string_view> along);

  H5::Group at(const std::string& path) const;

  H5::Group root_;
  std::map<std::string, hsize_t> lengths_;  ///< of the scales
};

/// A file that the library holds in memory.
H5::H5File new_memory_file();
/// Its bytes.
std::string image_of(H5::H5File& file);

/// Properties of a new file whose bytes do not depend on when it was made.
H5::FileCreatPropList without_times();

}  // namespace results
