#include "results/result_file.hpp"

#include <H5Cpp.h>
#include <fmt/format.h>

#include <string>

#include "models/text/file_reader.hpp"
#include "results/hdf5_errors.hpp"
#include "results/kind.hpp"
#include "results/part_file.hpp"
#include "results/seal.hpp"
#include "results/study_image.hpp"

namespace results {

namespace {

namespace fs = std::filesystem;

std::string bytes_of_regular(const fs::path& file) {
  models::FileReader reader(file);
  if (!reader.is_regular())
    throw ResultError("is not a regular file");
  return reader.read(reader.size());
}

[[noreturn]] void does_not_fit(const fs::path& file) {
  throw models::SystemFault(file.string() + ": does not fit in memory");
}

}  // namespace

void check_writable(const fs::path& file) {
  check_writable(file, hdf5_signature);
}

void check_writable(const fs::path& file, std::string_view begin) {
  check_replaceable(file, begin);
  const PartFile probe(file);
}

void write_study(const Study& study, const fs::path& file, Timelines timelines) {
  check_replaceable(file, hdf5_signature);
  std::string image;
  try {
    image = write_with_hdf5([&] { return image_of(study, timelines); });
  } catch (const H5::Exception& error) {
    throw ResultError(fmt::format("{}: HDF5 cannot hold it: {}: {}", file.string(),
                                  error.getFuncName(), error.getDetailMsg()));
  }
  PartFile part(file);
  part.append(image);
  part.append(seal_of(image));
  part.commit();
}

void write_private(const fs::path& file, std::string_view text) {
  check_replaceable(file, text.substr(0, hdf5_signature.size()));
  PartFile part(file);
  part.append(text);
  part.commit();
}

Study read_study(const fs::path& file) {
  const auto refuse = [&](const std::string& why) {
    return ResultError(fmt::format("{}: {}", file.string(), why));
  };
  existing(file);
  try {
    const std::string bytes = bytes_of_regular(file);
    return read_with_hdf5([&] { return study_of(unsealed(bytes)); });
  } catch (const ResultError& error) {
    throw refuse(error.what());
  } catch (const H5::Exception& error) {
    throw refuse(
        fmt::format("cannot be read by HDF5: {}: {}", error.getFuncName(), error.getDetailMsg()));
  } catch (const std::bad_alloc&) {
    does_not_fit(file);
  } catch (const std::length_error&) {
    does_not_fit(file);
  }
}

std::string kind_of(const fs::path& file) {
  existing(file);
  try {
    return sealed_kind(file);
  } catch (const ResultError& error) {
    throw ResultError(fmt::format("{}: {}", file.string(), error.what()));
  }
}

}  // namespace results
