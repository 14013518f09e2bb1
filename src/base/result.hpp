#pragma once
// An expected refusal is a value: Result<T>. Lost infrastructure is an exception, a bug an assertion.
#include <string>
#include <tl/expected.hpp>
#include <utility>
#include <variant>
#include <vector>

#include "base/text.hpp"

namespace hearline {

/// What kind of refusal it is; the HTTP layer maps each to one status (interface.md, order of refusals).
enum class ErrorKind {
    unauthenticated,        ///< 401
    malformed,              ///< 400 not JSON, a body cut off, a bad parameter
    not_found,              ///< 404
    forbidden,              ///< 403
    precondition_required,  ///< 428
    stale,                  ///< 412
    conflict,               ///< 409 not in this stage
    invalid,                ///< 422 with a pointer to each bad field
    too_large,              ///< 413
    unsupported,            ///< 415
    throttled,              ///< 429
    unavailable,            ///< 503
    out_of_space            ///< 507
};

/// One bad field: `pointer` is a JSON pointer into the body (or `?name` of the query), `detail` names the remedy.
struct FieldError {
    std::string pointer;
    Text detail;
    bool operator==(FieldError const&) const = default;
};

struct Error {
    ErrorKind kind = ErrorKind::invalid;
    std::string code;  ///< stable kebab-case name, the tail of the problem's `type`
    Text detail;
    std::vector<FieldError> fields;
    int retry_after_seconds = 0;  ///< for `throttled`
};

template <class T>
using Result = tl::expected<T, Error>;
using Done = Result<std::monostate>;

/// `fields` is taken by reference, so that `say(…, fields.size())` beside it still counts them whichever argument is evaluated first.
[[nodiscard]] inline tl::unexpected<Error> refuse(ErrorKind kind, std::string code, Text detail, std::vector<FieldError>&& fields = {}) {
    return tl::make_unexpected(Error{kind, std::move(code), std::move(detail), std::move(fields), 0});
}

/// A 422 about one field.
[[nodiscard]] inline tl::unexpected<Error> refuse_field(std::string pointer, std::string code, Text detail) {
    FieldError field{std::move(pointer), detail};
    return refuse(ErrorKind::invalid, std::move(code), std::move(detail), {std::move(field)});
}

}  // namespace hearline

// auto x = TRY(expression): the value, or return the error from this function (not inside coroutines: CO_TRY there).
#define TRY(...) HEARLINE_TRY_NAMED(__COUNTER__, __VA_ARGS__)
#define HEARLINE_TRY_NAMED(number, ...) HEARLINE_TRY_AS(number, __VA_ARGS__)
#define HEARLINE_TRY_AS(number, ...)                                                                    \
    ({                                                                                                  \
        auto try_result_##number = (__VA_ARGS__);                                                       \
        if (!try_result_##number) return ::tl::make_unexpected(std::move(try_result_##number).error()); \
        std::move(try_result_##number).value();                                                         \
    })
