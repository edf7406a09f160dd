#include "reports/fields/studies.hpp"

namespace reports {
namespace {

using Input = results::Provenance::Input;
using One = const ReportedStudy&;

const results::Provenance& from(One one) {
  return one.study.provenance;
}

constexpr auto input_table = std::to_array<Field<Input>>({
    analyst<&Input::path>("path", {"where it lay"}),
    analyst<&Input::sha256>("sha256", {"of the file"}),
});
static_assert(are_sound<Input>(input_table));

constexpr auto study_table = std::to_array<Field<ReportedStudy>>({
    board("row", [](One one) { return one.row.id(); }, {"that it fills"}),
    board("package", [](One one) { return one.row.labels.package; }, {"of measures"}),
    board("plan", [](One one) { return one.row.labels.plan; }, {"of takeovers"}),
    board("duration", [](One one) { return one.row.labels.duration; },
          {"as it was asked for; empty: the catalogue's"}),
    analyst("varied", [](One one) { return one.row.labels.varied; },
            {"what `--set` set; a board gets no such study"}),
    board("draw", [](One one) { return one.row.labels.draw; },
          {"of the parameters over their ranges; 0: as they stand"}),
    analyst("scenario", [](One one) { return from(one).scenario_name; }, {"its name"}),
    analyst("world", [](One one) { return from(one).world_name; }, {"its name"}),
    analyst("rubricering", [](One one) { return from(one).rubricering; }, {"of the world"}),
    analyst("start", [](One one) { return from(one).start_local; }, {"local time"}),
    board("version", [](One one) { return from(one).version; },
          {"of the program that simulated it"}),
    board("commit", [](One one) { return from(one).commit; }, {"of the same"}),
    board("seed", [](One one) { return from(one).seed; }, {"of all random numbers"}),
    board("replications", [](One one) { return one.study.replications.size(); }, {"finished"}),
    board("replications_asked", [](One one) { return from(one).replications_asked; },
          {"at most, with a precision"}),
    board("parameters", [](One one) { return from(one).parameters; }, {"input numbers"}),
    board("parameters_assumed", [](One one) { return from(one).parameters_assumed; },
          {"how many of them are assumed"}),
    analyst("command", [](One one) { return from(one).command; }, {"that gives it again"}),
    analyst("inputs", [](One one) { return from(one).inputs; },
            {.meaning = "files that were read", .type = "Required<Input>[]"}),
});
static_assert(are_sound<ReportedStudy>(study_table));

}  // namespace

Fields<Input> Table<Input>::fields() {
  return input_table;
}

Fields<ReportedStudy> Table<ReportedStudy>::fields() {
  return study_table;
}

}  // namespace reports
