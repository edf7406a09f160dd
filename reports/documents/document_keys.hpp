#pragma once

#include <set>
#include <string>

#include "reports/fields/json_keys.hpp"

/// What stands in the documents that a report has inside it, and who may read it. Each list stands
/// beside what writes its document.
namespace reports {

/// With `history` and `record`, which the commands add.
JsonKeys table_keys();
/// With the `head` that the commands add.
JsonKeys duration_keys();
/// The same.
JsonKeys before_after_keys();
JsonKeys register_keys();
/// Names of `disciplines` are keys.
JsonKeys outage_keys(const std::set<std::string>& disciplines);

}  // namespace reports
