#include <fmt/format.h>

#include <iostream>

#include "cli/command.hpp"
#include "reports/documents/installation/doctor.hpp"
#include "studies/exit_code.hpp"
#include "studies/installation/examine.hpp"

namespace cli {
namespace {

class DoctorCommand : public Command {
public:
  explicit DoctorCommand(CLI::App& program) : Command(program, "doctor") {
    app()
        .add_option("FOLDER", outputs_, "Folders in which results shall be written")
        ->option_text("...");
  }

  int operator()() override {
    const analysis::Machine machine = studies::examine(outputs_);
    if (json())
      std::cout << reports::doctor_json(machine, language()).dump(2) << '\n';
    else
      std::cout << reports::doctor_text(machine, language());
    return analysis::is_usable(analysis::checks_of(machine)) ? studies::exit_code::done
                                                             : studies::exit_code::our_fault;
  }

private:
  std::vector<std::string> outputs_;
};

}  // namespace

std::unique_ptr<Command> make_doctor(CLI::App& program) {
  return std::make_unique<DoctorCommand>(program);
}

}  // namespace cli
