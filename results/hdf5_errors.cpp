#include "results/hdf5_errors.hpp"

#include <H5Epublic.h>
#include <sys/mman.h>

#include <cstddef>
#include <string_view>

namespace results {

namespace {

/// zlib begins to unpack for lack of nothing but memory, and no file can spoil the library's lists
/// of properties: those it could not make when it began.
herr_t look_at(unsigned /*depth*/, const H5E_error2_t* error, void* lacked_memory) {
  const std::string_view said = error->desc == nullptr ? "" : error->desc;
  // Not the macros without _g, which call the library.
  if (error->min_num == H5E_NOSPACE_g || error->min_num == H5E_CANTALLOC_g ||
      error->maj_num == H5E_PLIST_g || said.find("inflateInit") != std::string_view::npos)
    *static_cast<bool*>(lacked_memory) = true;
  return 0;
}

/// Called at the end of each call of ours that fails: later ones forget what it said.
herr_t note_errors(hid_t stack, void* lacked_memory) {
  return H5Ewalk2(stack, H5E_WALK_UPWARD, look_at, lacked_memory);
}

}  // namespace

bool is_short_of_memory() {
  constexpr std::size_t gibibyte = std::size_t{1} << 30;
  void* const block =
      mmap(nullptr, gibibyte, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (block == MAP_FAILED)
    return true;
  munmap(block, gibibyte);
  return false;
}

Hdf5Errors::Hdf5Errors() {
  H5Eset_auto2(H5E_DEFAULT, note_errors, &lacked_memory_);
}

Hdf5Errors::~Hdf5Errors() {
  H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
}

}  // namespace results
