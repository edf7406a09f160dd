#pragma once

/// Measures of a whole world that `run --json` promises.
namespace tests {

inline constexpr const char* measure_names[] = {"attempts",
                                                "unique_callers",
                                                "genuine_callers",
                                                "unreached_callers",
                                                "lost_callers",
                                                "lost_incidents",
                                                "blocked_attempts",
                                                "abandoned_attempts",
                                                "cut_attempts",
                                                "deterred_callers",
                                                "answered_calls",
                                                "taken_over_calls",
                                                "first_answer_wait_mean_s",
                                                "first_answer_wait_p90_s",
                                                "first_answer_wait_max_s",
                                                "answered_within_norm_share",
                                                "answer_delay_p90_s",
                                                "delayed_callers",
                                                "time_to_dispatch_p90_s",
                                                "unreachable_112_min",
                                                "dispatch_impossible_min",
                                                "degraded_min",
                                                "wrong_dispatch_share",
                                                "pictures_late_share",
                                                "recover_s"};

}  // namespace tests
