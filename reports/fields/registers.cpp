#include "reports/fields/registers.hpp"

namespace reports {
namespace {

using analysis::Mandate;
using analysis::NewRisk;
using analysis::Register;
using analysis::RegisterRole;

constexpr auto register_table = std::to_array<Field<Register>>({
    board<&Register::name>("name", {"of the file"}),
    board<&Register::version>("version", {"of the file"}),
    board("status",
          [](const Register& one) {
            return std::string(one.adoption.adopted ? "vastgesteld" : "concept");
          },
          {.meaning = "whether anybody has adopted it", .type = "'concept' | 'vastgesteld'"}),
    board("vastgesteld_door", [](const Register& one) { return one.adoption.by; },
          {"by whom; empty of a concept"}),
    board("datum", [](const Register& one) { return one.adoption.date; },
          {"when; empty of a concept"}),
    board("besluit", [](const Register& one) { return one.adoption.decision; },
          {"by which decision; empty of a concept"}),
    analyst("note", [](const Register& one) { return said(one.note); }, {"a remark"}),
    analyst("file", [](const Register& one) { return one.input.path; }, {"where it lies"}),
    board("sha256", [](const Register& one) { return one.input.sha256; }, {"of the file"}),
});
static_assert(are_sound<Register>(register_table));

constexpr auto mandate_table = std::to_array<Field<Mandate>>({
    board<&Mandate::function>("function", {"whose it is"}),
    board<&Mandate::up_to>("up_to", {"the worst level it may accept; null: not established"}),
    board("source", [](const Mandate& one) { return said(one.source); }, {"who says so"}),
});
static_assert(are_sound<Mandate>(mandate_table));

constexpr auto role_table = std::to_array<Field<RegisterRole>>({
    analyst<&RegisterRole::id>("role", {"its id"}),
    analyst<&RegisterRole::name>("name", {"what it is called"}),
    analyst("source", [](const RegisterRole& one) { return said(one.source); }, {"who says so"}),
    analyst<&RegisterRole::beheerorganisatie>("beheerorganisatie", {"whether it is one"}),
    analyst<&RegisterRole::voorzieningen>("voorzieningen", {"it answers for"}),
});
static_assert(are_sound<RegisterRole>(role_table));

constexpr auto missing_table = std::to_array<Field<NewRisk>>({
    board<&NewRisk::id>("risk", {"its id"}),
    board("threat", [](const NewRisk& one) { return one.subject.threat; }, {"of the catalogue"}),
    analyst("background", [](const NewRisk& one) { return said(one.subject.background); },
            {"name of the scenario that the threat is laid over"}),
    Field<NewRisk>(Reader::board_when_public, "target",
                   [](const NewRisk& one) { return said(one.subject.target); },
                   {"as it was aimed; a board reads it when it is a meldkamer or a region"}),
});
static_assert(are_sound<NewRisk>(missing_table));

}  // namespace

Fields<Register> Table<Register>::fields() {
  return register_table;
}

Fields<Mandate> Table<Mandate>::fields() {
  return mandate_table;
}

Fields<RegisterRole> Table<RegisterRole>::fields() {
  return role_table;
}

Fields<NewRisk> Table<NewRisk>::fields() {
  return missing_table;
}

}  // namespace reports
