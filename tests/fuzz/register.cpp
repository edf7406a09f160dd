#include "analysis/register/register_text.hpp"
#include "reading.hpp"

namespace {

/// What people wrote stands before and behind what is put in, byte for byte.
bool keeps(const std::string& before, const std::string& after) {
  std::size_t same = 0;
  while (same < before.size() && same < after.size() && before[same] == after[same])
    ++same;
  const std::string rest = before.substr(same);
  return after.size() > before.size() && after.ends_with(rest);
}

}  // namespace

/// The bytes are a risk register, to which a risk is added.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using std::chrono::December;
  fuzz::read_or_refuse([&] {
    const auto kept = analysis::read_register_text(fuzz::text_of(data, size), "register.yaml");
    analysis::NewRisk added;
    added.id = "zz-fuzz";
    added.subject.threat = "DR-99";
    added.name = "# a: [name";
    const models::Day today{std::chrono::year(2026), December, std::chrono::day(1)};
    const std::string after = analysis::with_risks(kept, {added}, today);
    fuzz::must(keeps(kept.input.text, after), "what people wrote is kept");
    fuzz::must(analysis::read_register_text(after, "after").risks.size() == kept.risks.size() + 1,
               "one risk more");
  });
  return 0;
}
