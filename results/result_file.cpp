#include "results/result_file.hpp"

#include <H5Cpp.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <string>

#include "results/kind.hpp"
#include "results/part_file.hpp"
#include "results/seal.hpp"
#include "results/study_image.hpp"

namespace results {

namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& file) {
  struct stat there {};
  if (stat(file.c_str(), &there) != 0)
    throw ResultError(fmt::format("{}: cannot be read: {}", file.string(), std::strerror(errno)));
  if (!S_ISREG(there.st_mode))
    throw ResultError(fmt::format("{}: is not a regular file", file.string()));
  std::string bytes(static_cast<std::size_t>(there.st_size), '\0');
  std::ifstream stream(file, std::ios::binary);
  if (!stream)
    throw ResultError(fmt::format("{}: cannot be read: {}", file.string(), std::strerror(errno)));
  if (!stream.read(bytes.data(), there.st_size))
    throw ResultError(fmt::format("{}: cannot be read to its end", file.string()));
  return bytes;
}

}  // namespace

void check_writable(const fs::path& file) {
  check_replaceable(file, hdf5_signature);
  const PartFile probe(file);
}

void write_study(const Study& study, const fs::path& file, Timelines timelines) {
  check_replaceable(file, hdf5_signature);
  std::string image;
  try {
    image = image_of(study, timelines);
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
  const auto bytes = bytes_of(file);
  const auto refuse = [&](const std::string& why) {
    return ResultError(fmt::format("{}: {}", file.string(), why));
  };
  try {
    return study_of(unsealed(bytes));
  } catch (const ResultError& error) {
    throw refuse(error.what());
  } catch (const H5::Exception& error) {
    throw refuse(
        fmt::format("cannot be read by HDF5: {}: {}", error.getFuncName(), error.getDetailMsg()));
  } catch (const std::bad_alloc&) {
    throw refuse("does not fit in memory");
  } catch (const std::length_error&) {
    throw refuse("does not fit in memory");
  }
}

std::string kind_of(const fs::path& file) {
  try {
    return sealed_kind(file);
  } catch (const ResultError& error) {
    throw ResultError(fmt::format("{}: {}", file.string(), error.what()));
  }
}

}  // namespace results
