#include <iostream>

#include "cli/command.hpp"
#include "reports/shapes/json_schema.hpp"
#include "results/json_text.hpp"
#include "studies/exit_code.hpp"

namespace cli {
namespace {

class Schema : public Command {
public:
  explicit Schema(CLI::App& program) : Command(program, "schema") {
    app()
        .add_option("KIND", kind_, "Of which kind of file; 'world' is any file of its folder")
        ->required()
        ->option_text("REQUIRED");
  }

  int operator()() override {
    const reports::FileKind& kind = reports::file_kind(kind_);
    std::cout << results::json_text(reports::json_schema(kind, reports::manual()));
    return studies::exit_code::done;
  }

private:
  std::string kind_;
};

}  // namespace

std::unique_ptr<Command> make_schema(CLI::App& program) {
  return std::make_unique<Schema>(program);
}

}  // namespace cli
