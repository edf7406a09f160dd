#pragma once

#include <H5Cpp.h>

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "results/datasets.hpp"

namespace results {

/// An HDF5 file in memory whose datasets know their dimensions. What is written in the same order
/// gives the same bytes: no times, no padding, no uninitialised memory.
class Hdf5Writer {
public:
  Hdf5Writer();

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

  /// Closes and gives the bytes of the file.
  std::string finish();

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

  H5::H5File file_;
  std::map<std::string, hsize_t> lengths_;  ///< of the scales
};

}  // namespace results
