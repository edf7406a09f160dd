#include "results/hdf5_reader.hpp"

#include <fmt/format.h>

#include <functional>
#include <new>
#include <numeric>

#include "models/text/shown.hpp"
#include "results/hdf5_types.hpp"
#include "results/result_file.hpp"

namespace results {

namespace {

H5::H5File memory_file(std::string_view image) {
  H5::FileAccPropList access;
  access.setCore(1 << 20, false);
  // The library takes a copy of the bytes.
  if (H5Pset_file_image(access.getId(), const_cast<char*>(image.data()), image.size()) < 0)
    throw std::bad_alloc();
  return {"study", H5F_ACC_RDONLY, H5::FileCreatPropList::DEFAULT, access};
}

std::vector<hsize_t> shape_of(const H5::DataSet& dataset) {
  const auto space = dataset.getSpace();
  std::vector<hsize_t> shape(static_cast<std::size_t>(space.getSimpleExtentNdims()));
  if (!shape.empty())
    space.getSimpleExtentDims(shape.data());
  return shape;
}

std::string in_brackets(const std::vector<hsize_t>& shape) {
  return fmt::format("[{}]", fmt::join(shape, "]["));
}

template <class T>
constexpr H5T_class_t class_of() {
  return std::is_floating_point_v<T> ? H5T_FLOAT : H5T_INTEGER;
}

std::string trimmed(std::string text) {
  text.resize(text.find_last_not_of('\0') + 1);
  return text;
}

}  // namespace

Hdf5Reader::Hdf5Reader(const H5::Group& root, std::size_t file_bytes)
    : most_bytes_(file_bytes * 1100),  // deflate gains at most a factor 1032
      root_(root) {}

Hdf5Reader::Hdf5Reader(std::string_view image)
    : Hdf5Reader(memory_file(image).openGroup("/"), image.size()) {}

H5::Group Hdf5Reader::at(const std::string& path) const {
  return path == "/" ? root_ : root_.openGroup(path);
}

bool Hdf5Reader::has(const std::string& path) const {
  for (auto end = path.find('/'); end != std::string::npos; end = path.find('/', end + 1))
    if (!root_.nameExists(path.substr(0, end)))
      return false;
  return root_.nameExists(path);
}

std::size_t Hdf5Reader::length(const std::string& scale) const {
  const auto shape = shape_of(open(scale));
  if (shape.size() != 1)
    throw ResultError(fmt::format("dimension '{}' has shape {}, expected one dimension", scale,
                                  in_brackets(shape)));
  return shape[0];
}

template <class T>
std::vector<T> Hdf5Reader::numbers(const std::string& path,
                                   std::span<const std::string_view> along) const {
  const auto dataset = open(path, along);
  if (dataset.getTypeClass() != class_of<T>() || dataset.getDataType().getSize() != sizeof(T))
    throw ResultError(fmt::format("dataset '{}' holds another type of number", path));
  std::vector<T> values(static_cast<std::size_t>(dataset.getSpace().getSimpleExtentNpoints()));
  if (!values.empty())
    dataset.read(values.data(), memory_type<T>());
  return values;
}

std::vector<std::string> Hdf5Reader::texts(const std::string& path, std::string_view along) const {
  std::vector<std::string> out = whole_texts(path, along);
  for (std::string& text : out)
    text = models::shown_name(text);
  return out;
}

std::vector<std::string> Hdf5Reader::whole_texts(const std::string& path,
                                                 std::string_view along) const {
  const auto dataset = open(path, {&along, 1});
  const auto type = dataset.getDataType();
  if (type.getClass() != H5T_STRING || H5Tis_variable_str(type.getId()) != 0)
    throw ResultError(fmt::format("dataset '{}' holds no texts of fixed width", path));
  const auto width = type.getSize();
  std::vector<std::string> texts(length(path));
  std::string buffer(texts.size() * width, '\0');
  if (!buffer.empty())
    dataset.read(buffer.data(), text_type(width));
  for (std::size_t i = 0; i < texts.size(); ++i)
    texts[i] = trimmed(buffer.substr(i * width, width));
  return texts;
}

std::string Hdf5Reader::text(const std::string& group, const std::string& attribute) const {
  const auto found = open_attribute(group, attribute);
  const auto type = found.getDataType();
  if (type.getClass() != H5T_STRING || H5Tis_variable_str(type.getId()) != 0)
    throw ResultError(fmt::format("attribute '{}' of '{}' is no text", attribute, group));
  if (type.getSize() > most_bytes_)
    throw ResultError(
        fmt::format("attribute '{}' of '{}' is larger than the file can hold", attribute, group));
  std::string text(type.getSize(), '\0');
  found.read(text_type(text.size()), text.data());
  return models::shown_name(trimmed(std::move(text)));
}

template <class T>
T Hdf5Reader::number(const std::string& group, const std::string& attribute) const {
  const auto found = open_attribute(group, attribute);
  if (found.getTypeClass() != class_of<T>())
    throw ResultError(fmt::format("attribute '{}' of '{}' is no such number", attribute, group));
  T number{};
  found.read(memory_type<T>(), &number);
  return number;
}

H5::DataSet Hdf5Reader::open(const std::string& path) const {
  if (!has(path))
    throw ResultError(fmt::format("dataset '{}' is missing", path));
  auto dataset = root_.openDataSet(path);
  double bytes = static_cast<double>(dataset.getDataType().getSize());
  for (const auto length : shape_of(dataset))
    bytes *= static_cast<double>(length);
  if (bytes > static_cast<double>(most_bytes_))
    throw ResultError(fmt::format("dataset '{}' is larger than the file can hold", path));
  return dataset;
}

H5::DataSet Hdf5Reader::open(const std::string& path,
                             std::span<const std::string_view> along) const {
  auto dataset = open(path);
  std::vector<hsize_t> expected;
  for (const auto scale : along)
    expected.push_back(length(std::string(scale)));
  const auto found = shape_of(dataset);
  if (found != expected)
    throw ResultError(fmt::format("dataset '{}' has shape {}, expected {} = {}", path,
                                  in_brackets(found), fmt::join(along, " x "),
                                  in_brackets(expected)));
  return dataset;
}

bool Hdf5Reader::has_attribute(const std::string& group, const std::string& attribute) const {
  return (group == "/" || has(group)) && at(group).attrExists(attribute);
}

H5::Attribute Hdf5Reader::open_attribute(const std::string& group,
                                         const std::string& attribute) const {
  if (group != "/" && !has(group))
    throw ResultError(fmt::format("group '{}' is missing", group));
  const auto object = at(group);
  if (!object.attrExists(attribute))
    throw ResultError(fmt::format("attribute '{}' of '{}' is missing", attribute, group));
  auto found = object.openAttribute(attribute);
  if (found.getSpace().getSimpleExtentNpoints() != 1)
    throw ResultError(fmt::format("attribute '{}' of '{}' is no single value", attribute, group));
  return found;
}

using Along = std::span<const std::string_view>;
template std::vector<std::uint8_t> Hdf5Reader::numbers(const std::string&, Along) const;
template std::vector<std::uint32_t> Hdf5Reader::numbers(const std::string&, Along) const;
template std::vector<std::uint64_t> Hdf5Reader::numbers(const std::string&, Along) const;
template std::vector<float> Hdf5Reader::numbers(const std::string&, Along) const;
template std::vector<double> Hdf5Reader::numbers(const std::string&, Along) const;
template std::uint64_t Hdf5Reader::number(const std::string&, const std::string&) const;
template double Hdf5Reader::number(const std::string&, const std::string&) const;

}  // namespace results
