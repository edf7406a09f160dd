#pragma once

#include <H5Cpp.h>

namespace results {

/// HDF5 on a descriptor of ours, by a driver of the library's kind. libhdf5 1.10 crashes when it
/// closes a file after a call that failed, and when it ends after a close that failed; so what the
/// system refuses (a full disk) is noted and the library goes on as if nothing had happened, with
/// zeros for what could not be read. Whoever uses the file must look at `error`, after each reading
/// or when it is closed. No locks.
class Hdf5Part {
public:
  /// The descriptor is open for reading, and for writing unless the file is only read; it stays
  /// open.
  explicit Hdf5Part(int descriptor);
  ~Hdf5Part();
  Hdf5Part(const Hdf5Part&) = delete;
  Hdf5Part& operator=(const Hdf5Part&) = delete;

  H5::H5File create();        ///< empty
  H5::H5File open();          ///< as it was closed before
  H5::H5File open_to_read();  ///< the same, not to be changed

  /// errno of the first call that failed; 0: none did.
  int error() const { return error_; }

private:
  H5::FileAccPropList access();

  int descriptor_, error_ = 0;
  hid_t driver_;
};

}  // namespace results
