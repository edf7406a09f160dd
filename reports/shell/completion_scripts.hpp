#pragma once

namespace reports {

/// Behind the tables that completions.cpp writes, which bash and zsh read alike: functions that
/// set `kind`, `offer` and `ending` of a place on the command line.
extern const char* const bash_around_tables;
extern const char* const zsh_around_tables;

}  // namespace reports
