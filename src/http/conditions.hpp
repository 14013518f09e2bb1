#pragma once
// What a request says around its body: If-Match, Idempotency-Key, parameters, cursors.
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "app/idempotency.hpp"
#include "base/result.hpp"
#include "http/message.hpp"

namespace hearline::http {

/// The version an act was meant for. `"4"` (also unquoted) is 4; another tag is a version that never was (-1, so that it is stale); nothing
/// or `*` is no version. Errors: `malformed` for what is no entity tag, a weak tag or a list.
[[nodiscard]] Result<std::optional<int>> read_if_match(Request const& request);
[[nodiscard]] std::string etag_of(int version);
/// The version that a change of reference data was meant for, as it stands between the quotes (also unquoted), or nothing. Errors: `malformed`.
[[nodiscard]] Result<std::optional<std::string>> read_entry_version(Request const& request);
[[nodiscard]] std::string etag_of(std::string_view version);
/// Does `If-None-Match` name this tag, so that the answer is 304?
[[nodiscard]] bool is_known_already(Request const& request, std::string_view etag);

/// The key of a request that may be replayed, or nothing. `body` is what must be the same. Errors: `malformed`.
[[nodiscard]] Result<std::optional<IdempotencyKey>> read_idempotency(Request const& request, std::string_view body);

/// Refuses parameters that the route does not know, and those given twice. Errors: `malformed` with pointer `?name`.
[[nodiscard]] Done check_parameters(Request const& request, std::initializer_list<std::string_view> known);
/// A whole number in [least, most], or `absent`. Errors: `malformed`.
[[nodiscard]] Result<int> read_number_parameter(Request const& request, std::string_view name, int least, int most, int absent);

/// Cursors say where to go on, opaquely. Errors of reading: `malformed` with pointer `?cursor`.
[[nodiscard]] std::string make_cursor(std::string_view list, std::string_view place);
[[nodiscard]] std::string make_cursor(std::string_view list, std::int64_t position);
[[nodiscard]] Result<std::optional<std::string>> read_cursor_text(Request const& request, std::string_view list);
[[nodiscard]] Result<std::optional<std::int64_t>> read_cursor(Request const& request, std::string_view list);

}  // namespace hearline::http
