#include "results/hdf5_writer.hpp"

#include <fmt/format.h>
#include <hdf5_hl.h>

#include <algorithm>
#include <functional>
#include <numeric>
#include <stdexcept>

#include "results/hdf5_types.hpp"

namespace results {

namespace {

constexpr hsize_t small_bytes = 16 * 1024, chunk_bytes = 256 * 1024;
constexpr unsigned deflate_level = 4;

/// Large arrays in chunks of some rows, shuffled and deflated; small ones plain.
H5::DSetCreatPropList layout_of(const std::vector<hsize_t>& shape, std::size_t item_bytes) {
  H5::DSetCreatPropList layout;
  H5Pset_obj_track_times(layout.getId(), false);
  const hsize_t bytes =
      std::accumulate(shape.begin(), shape.end(), hsize_t{item_bytes}, std::multiplies<>());
  if (shape.empty() || bytes < small_bytes)
    return layout;
  auto chunk = shape;
  chunk[0] = std::clamp<hsize_t>(chunk_bytes / (bytes / shape[0]), 1, shape[0]);
  layout.setChunk(static_cast<int>(chunk.size()), chunk.data());
  // Those of the library's own functions may fail: without memory it would store the chunk plain,
  // and the same study would be other bytes.
  H5Pset_filter(layout.getId(), H5Z_FILTER_SHUFFLE, H5Z_FLAG_MANDATORY, 0, nullptr);
  H5Pset_filter(layout.getId(), H5Z_FILTER_DEFLATE, H5Z_FLAG_MANDATORY, 1, &deflate_level);
  return layout;
}

H5::DataSpace space_of(const std::vector<hsize_t>& shape) {
  return shape.empty() ? H5::DataSpace(H5S_SCALAR)
                       : H5::DataSpace(static_cast<int>(shape.size()), shape.data());
}

/// Texts one after another, each filled up with NUL to the length of the longest.
std::string packed(std::span<const std::string> texts, std::size_t width) {
  std::string out(texts.size() * width, '\0');
  for (std::size_t i = 0; i < texts.size(); ++i)
    std::ranges::copy(texts[i], out.begin() + static_cast<std::ptrdiff_t>(i * width));
  return out;
}

std::size_t width_of(std::span<const std::string> texts) {
  std::size_t width = 1;
  for (const auto& text : texts)
    width = std::max(width, text.size());
  return width;
}

void put_text(const H5::H5Object& object, const std::string& name, std::string_view text) {
  const auto type = text_type(std::max<std::size_t>(text.size(), 1));
  const std::string filled = text.empty() ? std::string(1, '\0') : std::string(text);
  object.createAttribute(name, type, H5::DataSpace(H5S_SCALAR)).write(type, filled.data());
}

}  // namespace

void Hdf5Writer::group(const std::string& path) {
  const hid_t creation = H5Pcreate(H5P_GROUP_CREATE);
  H5Pset_obj_track_times(creation, false);
  const hid_t id = H5Gcreate2(root_.getId(), path.c_str(), H5P_DEFAULT, creation, H5P_DEFAULT);
  H5Pclose(creation);
  if (id < 0)
    throw H5::GroupIException("Hdf5Writer::group", "cannot create " + path);
  H5Gclose(id);
}

template <class T>
void Hdf5Writer::scale(const std::string& name, const Label& label, std::span<const T> values) {
  make_scale(name, label, {file_type<T>(), memory_type<T>(), values.data(), values.size()});
}

void Hdf5Writer::scale(const std::string& name, const Label& label,
                       std::span<const std::string> values) {
  const auto type = text_type(width_of(values));
  const auto data = packed(values, type.getSize());
  make_scale(name, label, {type, type, data.data(), values.size()});
}

template <class T>
void Hdf5Writer::dataset(const std::string& path, const Label& label,
                         std::span<const std::string_view> along, std::span<const T> values) {
  write(path, label, along, {file_type<T>(), memory_type<T>(), values.data(), values.size()});
}

void Hdf5Writer::dataset(const std::string& path, const Label& label,
                         std::span<const std::string_view> along,
                         std::span<const std::string> values) {
  const auto type = text_type(width_of(values));
  const auto data = packed(values, type.getSize());
  write(path, label, along, {type, type, data.data(), values.size()});
}

void Hdf5Writer::attribute(const std::string& path, const std::string& name,
                           const std::string& text) {
  put_text(at(path), name, text);
}

void Hdf5Writer::attribute(const std::string& path, const std::string& name, std::uint64_t number) {
  at(path)
      .createAttribute(name, file_type<std::uint64_t>(), H5::DataSpace(H5S_SCALAR))
      .write(memory_type<std::uint64_t>(), &number);
}

void Hdf5Writer::attribute(const std::string& path, const std::string& name, double number) {
  at(path)
      .createAttribute(name, file_type<double>(), H5::DataSpace(H5S_SCALAR))
      .write(memory_type<double>(), &number);
}

H5::Group Hdf5Writer::at(const std::string& path) const {
  return path == "/" ? root_ : root_.openGroup(path);
}

std::vector<hsize_t> Hdf5Writer::shape_of(std::span<const std::string_view> along) const {
  std::vector<hsize_t> shape;
  for (const auto scale : along)
    shape.push_back(lengths_.at(std::string(scale)));
  return shape;
}

void Hdf5Writer::write(const std::string& path, const Label& label,
                       std::span<const std::string_view> along, const Values& values) {
  const auto shape = shape_of(along);
  const auto wanted = std::accumulate(shape.begin(), shape.end(), hsize_t{1}, std::multiplies<>());
  if (wanted != values.count)
    throw std::logic_error(fmt::format("{} has {} values, its dimensions [{}] hold {}", path,
                                       values.count, fmt::join(shape, "]["), wanted));
  create(path, label, shape, values);
  attach(path, along);
}

void Hdf5Writer::create(const std::string& path, const Label& label,
                        const std::vector<hsize_t>& shape, const Values& values) {
  auto dataset = root_.createDataSet(path, values.in_file, space_of(shape),
                                     layout_of(shape, values.in_file.getSize()));
  if (values.count > 0)
    dataset.write(values.data, values.in_memory);
  put_text(dataset, "units", label.units);
  put_text(dataset, "long_name", label.long_name);
  dataset.close();  // a destructor would keep a full disk to itself
}

void Hdf5Writer::make_scale(const std::string& name, const Label& label, const Values& values) {
  create(name, label, {values.count}, values);
  const auto short_name = name.substr(name.rfind('/') + 1);
  if (H5DSset_scale(root_.openDataSet(name).getId(), short_name.c_str()) < 0)
    throw H5::DataSetIException("Hdf5Writer::make_scale", "cannot make a scale of " + name);
  lengths_[name] = values.count;
}

void Hdf5Writer::attach(const std::string& path, std::span<const std::string_view> along) {
  const auto dataset = root_.openDataSet(path);
  for (unsigned axis = 0; axis < along.size(); ++axis) {
    const auto scale = root_.openDataSet(std::string(along[axis]));
    if (H5DSattach_scale(dataset.getId(), scale.getId(), axis) < 0)
      throw H5::DataSetIException("Hdf5Writer::attach", "cannot attach a scale to " + path);
  }
}

H5::FileCreatPropList without_times() {
  H5::FileCreatPropList creation;
  H5Pset_obj_track_times(creation.getId(), false);
  return creation;
}

H5::H5File new_memory_file() {
  H5::FileAccPropList access;
  access.setCore(1 << 20, false);
  return {"study", H5F_ACC_TRUNC, without_times(), access};
}

std::string image_of(H5::H5File& file) {
  file.flush(H5F_SCOPE_GLOBAL);
  const auto size = H5Fget_file_image(file.getId(), nullptr, 0);
  std::string image(size > 0 ? static_cast<std::size_t>(size) : 0, '\0');
  if (size <= 0 || H5Fget_file_image(file.getId(), image.data(), image.size()) != size)
    throw H5::FileIException("image_of", "no image of the file");
  return image;
}

template void Hdf5Writer::scale(const std::string&, const Label&, std::span<const std::uint64_t>);
template void Hdf5Writer::scale(const std::string&, const Label&, std::span<const double>);

using Along = std::span<const std::string_view>;
template void Hdf5Writer::dataset(const std::string&, const Label&, Along,
                                  std::span<const std::uint8_t>);
template void Hdf5Writer::dataset(const std::string&, const Label&, Along,
                                  std::span<const std::uint32_t>);
template void Hdf5Writer::dataset(const std::string&, const Label&, Along,
                                  std::span<const std::uint64_t>);
template void Hdf5Writer::dataset(const std::string&, const Label&, Along, std::span<const float>);
template void Hdf5Writer::dataset(const std::string&, const Label&, Along, std::span<const double>);

}  // namespace results
