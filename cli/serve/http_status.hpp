#pragma once

/// Status codes of HTTP that the server answers with (RFC 9110, section 15; 429 and 431: RFC 6585).
namespace cli {

constexpr int ok = 200, accepted = 202, bad_request = 400, forbidden = 403, not_found = 404,
              no_such_method = 405, conflict = 409, length_required = 411, body_too_large = 413,
              unprocessable = 422, too_many = 429, header_too_large = 431, our_fault = 500;

}  // namespace cli
