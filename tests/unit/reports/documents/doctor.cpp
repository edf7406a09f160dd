#include "reports/documents/installation/doctor.hpp"

#include <gmock/gmock.h>

namespace {

using analysis::Machine;
using reports::Language;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

Machine narrow_machine() {
  Machine out;
  out.version = "1.2";
  out.commit = "abc";
  out.program = "/bin/uitwijk";
  out.libraries = {{"hdf5", "1.10"}, {"simgrid", "3.32"}};
  out.simulator = "/lib/sim.so";
  out.data = "/share/models";
  out.locale = "C";
  out.cores = out.cores_allowed = 8;
  out.cores_quota = 1.5;
  out.address_space = 1'500'000'000;
  out.outputs = {{"/b", "Read-only file system"}};
  return out;
}

TEST(DoctorDocument, SaysWhatWasFoundAndWhatToDo) {
  const std::string said = doctor_text(narrow_machine(), Language::english);
  EXPECT_THAT(said, HasSubstr("   ok         uitwijk 1.2 (abc), /bin/uitwijk; made with hdf5 1.10, "
                              "simgrid 3.32\n"));
  EXPECT_THAT(said, HasSubstr(" ! attention  8 of 8 cores allowed, but time of 1.5 only\n"
                              "              -> take -j 1: "));
  EXPECT_THAT(said, HasSubstr("!! attention  /b: Read-only file system\n"));
  EXPECT_THAT(said, HasSubstr("address space: 1.5 GB; a national run needs 440 MB"));
  EXPECT_THAT(said, HasSubstr("reader for Python: not found"));
  EXPECT_THAT(said, testing::EndsWith("Nothing can be run here yet: see what is marked with !!\n"));
}

TEST(DoctorDocument, IsInDutchToo) {
  EXPECT_THAT(doctor_text(narrow_machine(), Language::dutch),
              AllOf(HasSubstr(" ! let op  8 van 8 kernen toegestaan, maar tijd van 1,5\n"),
                    HasSubstr("adresruimte: 1,5 GB"), Not(HasSubstr("attention"))));
}

TEST(DoctorDocument, AsJsonHasEveryCheck) {
  const auto said = doctor_json(narrow_machine(), Language::english);
  EXPECT_EQ(said.at("schema"), "uitwijk/doctor/1");
  EXPECT_EQ(said.at("usable"), false);
  EXPECT_EQ(said.at("python"), "");
  ASSERT_EQ(said.at("checks").size(), analysis::checks_of(narrow_machine()).size());
  EXPECT_EQ(said.at("checks").at(0).at("check"), "program");
  EXPECT_TRUE(said.at("checks").at(0).at("advice").is_null());
  EXPECT_EQ(said.at("checks").at(6).at("check"), "output");
  EXPECT_EQ(said.at("checks").at(6).at("vital"), true);
  EXPECT_EQ(said.at("checks").back().at("check"), "browser");
}

}  // namespace
