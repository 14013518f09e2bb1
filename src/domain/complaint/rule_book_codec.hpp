#pragma once
// The rule book as the document `rule_book` that the store keeps (code "default").
#include "base/fields.hpp"
#include "domain/complaint/rule_book.hpp"

namespace hearline {

[[nodiscard]] Fields encode_rule_book(RuleBook const& book);
/// Errors: `bad-record` (no version, a missing or unreadable limit).
[[nodiscard]] Result<RuleBook> decode_rule_book(Fields const& fields);

}  // namespace hearline
