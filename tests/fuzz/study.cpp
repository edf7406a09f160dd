#include "bytes.hpp"
#include "results/result_file.hpp"
#include "results/seal.hpp"
#include "tests/unit/results/example.hpp"

/// The bytes are the HDF5 of a result file; the seal is made to fit, else nothing gets past it.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const results_example::Folder folder;
  const auto image = fuzz::text_of(data, size);
  results_example::put(folder / "study.h5", image + results::seal_of(image));
  try {
    results::read_study(folder / "study.h5");
  } catch (const results::ResultError& refused) {
    fuzz::must(std::string(refused.what()).find("study.h5: ") != std::string::npos,
               "a refusal names the file");
  }
  return 0;
}
