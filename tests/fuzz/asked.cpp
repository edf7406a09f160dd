#include <algorithm>
#include <array>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string_view>

#include "cli/serve/order.hpp"
#include "cli/serve/page.hpp"
#include "cli/serve/request.hpp"
#include "models/text/sha256.hpp"
#include "reading.hpp"
#include "results/json_text.hpp"
#include "results/task_claim.hpp"
#include "studies/campaign/manifest.hpp"
#include "tests/unit/results/example.hpp"

/// Which reader this harness is for: its CMakeLists has it.
extern const char* const reader_of_harness;

/// What other processes and neighbours say: the bytes are what one of them wrote.
namespace {

namespace fs = std::filesystem;

const fs::path& folder() {
  static const results_example::Folder made;
  static const fs::path path = made.path();
  return path;
}

void put(const fs::path& file, const std::string& text) {
  std::ofstream(file, std::ios::binary) << text;
}

/// With the digest that fits, so that what stands behind it is read as well.
void read_manifest(const std::string& text) {
  auto in = nlohmann::ordered_json::parse(text, nullptr, false);
  if (in.is_object() && in.contains("campaign") && in.contains("digest"))
    in["digest"] = models::sha256_hex(results::json_text(in["campaign"]));
  const fs::path file = folder() / "manifest.json";
  put(file, in.is_object() ? results::json_text(in) : text);
  const studies::Manifest read = studies::read_manifest(file);
  std::uint64_t replications = 0;
  for (const studies::Task& task : read.tasks)
    for (const studies::Block& block : task.blocks) {
      fuzz::must(block.row < read.rows.size(), "a block is of a row");
      fuzz::must(block.first < read.replications && block.count <= read.replications - block.first,
                 "a block is within its row");
      replications += block.count;
    }
  fuzz::must(replications == read.replications_in_all(), "every replication is in one task");
  put(file, studies::to_json(read));
  fuzz::must(studies::to_json(studies::read_manifest(file)) == studies::to_json(read),
             "what is written of it is read again");
}

/// Nobody stands behind a claim that is not what we write.
void read_claim(const std::string& text) {
  put(folder() / "task-1.1", text);
  const auto who = results::claimant_of(folder() / "task-1");
  fuzz::must(!who || !who->host.empty() || who->started.empty(), "who works has a machine");
}

/// One file of each kind, which an order names "that".
void read_order(const std::string& text) {
  static const studies::Offer offer([] {
    put(folder() / "a.yaml", "scenario: {name: A}\n");
    put(folder() / "e.yaml", "exercise: {name: E}\n");
    put(folder() / "r.h5", "");
    fs::create_directory(folder() / "w");
    put(folder() / "w/world.yaml", "world: {name: W}\n");
    return std::vector<studies::Offer::Place>{{folder(), 3}};
  }());
  auto asked = nlohmann::json::parse(text, nullptr, false);
  if (!asked.is_object())
    return;
  for (const studies::Offered& one : offer.list())
    if (const auto at = asked.find(name_of(one.kind)); at != asked.end() && *at == "that")
      *at = one.id;
  try {
    const auto order = cli::order_of(asked, offer, reports::Language::english);
    for (const std::string& word : order.child.arguments)
      fuzz::must(word.find('\0') == std::string::npos, "a word of a command line is whole");
    fuzz::must(order.command.starts_with("uitwijk "), "a command is shown");
  } catch (const cli::BadRequest& bad) {
    fuzz::must(!bad.problems().empty(), "a refusal says why");
  }
}

/// Of what stands before the empty line.
void read_request(const std::string& text) {
  static const cli::Gate gate = [] {
    cli::Gate out("5ec4e7");
    out.set_port(8112);
    return out;
  }();
  const std::size_t ends = text.find("\r\n\r\n");
  const std::string header = text.substr(0, ends == std::string::npos ? ends : ends + 4);
  if (header.size() > cli::most_header_bytes)
    return;
  const cli::Request request = cli::request_of(header, gate);
  if (request.refused != 0)
    return fuzz::must(request.refused >= 400 && !request.why.empty(), "a refusal says why");
  const bool is_page = std::ranges::find(cli::page_files(), request.path,
                                         &cli::PageFile::address) != cli::page_files().end();
  fuzz::must(is_page || header.find("Bearer 5ec4e7") != std::string::npos,
             "who comes in knows the token");
  fuzz::must(header.find(":8112") != std::string::npos, "who comes in asks for this server");
  fuzz::must(request.body_bytes <= cli::most_body_bytes, "the body is not too large");
  fuzz::must(request.path.find('?') == std::string::npos, "a path ends before its question mark");
}

struct Reader {
  std::string_view name;
  void (*read)(const std::string& text);
};

constexpr std::array readers = {Reader{"manifest", read_manifest}, Reader{"claim", read_claim},
                                Reader{"order", read_order}, Reader{"request", read_request}};

const Reader& chosen =
    *std::ranges::find(readers, std::string_view(reader_of_harness), &Reader::name);

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = fuzz::text_of(data, size);
  fuzz::read_or_refuse([&] { chosen.read(text); });
  return 0;
}
