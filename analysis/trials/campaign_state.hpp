#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "results/task_claim.hpp"

namespace analysis {

/// What a campaign is, as every command about it says it first.
struct CampaignNamed {
  std::string name, rubricering, digest;
  std::string precision;           ///< as asked; empty: none
  std::uint64_t replications = 0;  ///< of each row; the most with a precision
};

/// How far a campaign is.
struct CampaignState {
  std::size_t tasks = 0, done = 0, running = 0;
  std::uint64_t replications = 0;       ///< at most: rows that are not decided may stop earlier
  std::uint64_t replications_done = 0;  ///< of those
  std::uint64_t missing_for_sure = 0;   ///< not there, and needed whatever the precision says
  double left_s = 0;                    ///< processor seconds, estimated; at most
  std::vector<std::size_t> missing;     ///< tasks that are neither done nor worked on
  std::vector<results::Claimant> workers;
  std::size_t rows = 0, rows_decided = 0, rows_early = 0;  ///< early: before the most replications
  std::vector<std::string> not_precise;  ///< ids of rows that have the most, and not the precision
  bool complete() const { return done == tasks; }
};

/// What a campaign will take.
struct CampaignCost {
  struct Row {
    std::string id, command;
    double processor_s = 0;
  };
  std::vector<Row> rows;
  std::vector<std::uint64_t> prefix_ends;  ///< replications at which a row may stop
  std::uint64_t replications_in_all = 0;   ///< at most
  std::size_t tasks = 0;
  double task_s = 0;                    ///< processor seconds that a task was cut for
  double processor_s = 0, merge_s = 0;  ///< of all tasks; of `campaign merge`
  double disk_bytes = 0;
  std::string folder, next;  ///< that was made, and the command that works in it; empty: none
  int jobs = 1;
};

}  // namespace analysis
