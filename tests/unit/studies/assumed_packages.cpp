#include "studies/assumed_packages.hpp"

#include <gmock/gmock.h>

namespace {

using scenarios::Measure;
using testing::ElementsAre;
using testing::IsEmpty;

scenarios::MeasureList list() {
  const auto measure = [](const char* id, Measure::Status status, const char* kind) {
    Measure out;
    out.id = id;
    out.status = status;
    out.origin.kind = kind;
    return out;
  };
  scenarios::MeasureList out;
  out.measures = {measure("call_in", Measure::Status::planned, "reported"),
                  measure("segmentation", Measure::Status::planned, "assumed"),
                  measure("fibre", Measure::Status::possible, "confirmed"),
                  measure("training", Measure::Status::possible, "")};
  return out;
}

std::set<std::string> assumed(const std::vector<std::string>& packages) {
  std::vector<analysis::Row> rows(packages.size());
  for (std::size_t i = 0; i < rows.size(); ++i)
    rows[i].labels.package = packages[i];
  return studies::assumed_packages(rows, list());
}

TEST(AssumedPackages, AreThoseWithAMeasureThatIsAssumedOrThatNobodyKnows) {
  EXPECT_THAT(assumed({"current", "inherent", "call_in", "fibre", "call_in,fibre"}), IsEmpty());
  EXPECT_THAT(assumed({"segmentation", "fibre", "call_in,segmentation"}),
              ElementsAre("call_in,segmentation", "segmentation"));
  EXPECT_THAT(assumed({"training", "of_another_list"}), ElementsAre("of_another_list", "training"));
}

TEST(AssumedPackages, PlannedIsAsItsMeasures) {
  EXPECT_THAT(assumed({"planned"}), ElementsAre("planned"));
}

TEST(AssumedPackages, WhatIsTakenAwayWasThere) {
  EXPECT_THAT(assumed({"without:segmentation"}), IsEmpty());
}

}  // namespace
