#pragma once

#include <new>

#include "models/text/file_reader.hpp"

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

/// Writes something with libhdf5. What fails for lack of memory throws std::bad_alloc.
template <class Act>
auto write_with_hdf5(Act act) {
  const Hdf5Errors errors;
  try {
    return act();
  } catch (...) {
    if (errors.lacked_memory())
      throw std::bad_alloc();
    throw;
  }
}

/// Reads something with libhdf5. What fails for lack of memory throws std::bad_alloc: by what the
/// library says, or no longer finds, the file would seem to be damaged. What failed while there is
/// memory is tried once more: a damaged file fails again, and memory may have lacked for a moment.
template <class Act>
auto read_with_hdf5(Act act) {
  {
    const Hdf5Errors errors;
    try {
      return act();
    } catch (const std::bad_alloc&) {
      throw;
    } catch (const models::SystemFault&) {
      throw;
    } catch (...) {
      if (errors.lacked_memory() && is_short_of_memory())
        throw std::bad_alloc();
    }
  }
  const Hdf5Errors errors;
  return act();
}

}  // namespace results
