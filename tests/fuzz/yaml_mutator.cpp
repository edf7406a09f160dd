#include <cstring>

#include "bytes.hpp"
#include "tests/fuzz/yaml_mutation.hpp"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size,
                                        std::size_t most_bytes);
extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t most_bytes, unsigned seed);

/// Three of four times what is read stays YAML; else any bytes, by libFuzzer.
std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most_bytes,
                                    unsigned seed) {
  std::mt19937_64 random(seed);
  if (random() % 4 > 0)
    if (const auto text = fuzz::mutated_yaml(fuzz::text_of(data, size), random);
        text && text->size() <= most_bytes) {
      std::memcpy(data, text->data(), text->size());
      return text->size();
    }
  return LLVMFuzzerMutate(data, size, most_bytes);
}
