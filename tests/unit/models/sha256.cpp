#include "models/text/sha256.hpp"

#include <gtest/gtest.h>

namespace {

using models::Sha256;
using models::sha256_hex;

/// FIPS 180-4, examples of the Secure Hash Standard.
TEST(Sha256, IsThatOfTheStandard) {
  EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Sha256, DoesNotDependOnThePieces) {
  const std::string bytes(1000, 'x');
  Sha256 sum;
  for (std::size_t from = 0, size = 1; from < bytes.size(); from += size++)
    sum.add(std::string_view(bytes).substr(from, size));
  EXPECT_EQ(sum.hex(), sha256_hex(bytes));
}

}  // namespace
