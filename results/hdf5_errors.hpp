#pragma once

#include <new>

namespace results {

/// While one lives libhdf5 prints nothing, and whether it got all the memory that it asked for is
/// known.
class Hdf5Errors {
public:
  Hdf5Errors();
  ~Hdf5Errors();
  Hdf5Errors(const Hdf5Errors&) = delete;
  Hdf5Errors& operator=(const Hdf5Errors&) = delete;

  bool lacked_memory() const { return lacked_memory_; }

private:
  bool lacked_memory_ = false;
};

/// A gibibyte cannot be had. A file that is damaged may ask for more than any machine has.
bool is_short_of_memory();

/// Does something with libhdf5. What fails for lack of memory throws std::bad_alloc: by what the
/// library says, or no longer finds, the file would seem to be damaged.
template <class Act>
auto with_hdf5(Act act) {
  const Hdf5Errors errors;
  try {
    return act();
  } catch (...) {
    if (errors.lacked_memory() && is_short_of_memory())
      throw std::bad_alloc();
    throw;
  }
}

}  // namespace results
