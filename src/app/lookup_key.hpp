#pragma once
// Finding a complaint by its complainant without the person standing in the search index: phone and name are indexed as digests keyed by
// a secret of the store (R10.2; docs/decisions/0008-keyed-tokens.md).
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/ports/store.hpp"
#include "base/telephone.hpp"
#include "domain/complaint/complaint.hpp"

namespace hearline {

using LookupKey = Digest;

/// The store's secret; nothing before `put_lookup_key`.
[[nodiscard]] std::optional<LookupKey> lookup_key(Snapshot& snapshot);
/// Makes the secret, in place of the one that may be there; complaints registered before are then not found by their person.
void put_lookup_key(Transaction& transaction, RandomSource& random, Instant now);

/// Every form that a telephone field is found by: each number, and without its area code; what cannot be a number by its bare digits. None
/// has less than five digits.
[[nodiscard]] std::vector<std::string> plain_phones(TelephoneField const& field);
/// The last four digits of each.
[[nodiscard]] std::vector<std::string> phone_tails(TelephoneField const& field);
/// Folded, without spaces, middle dots (阿依·古丽, 阿依•古丽, 阿依古丽) and other signs.
[[nodiscard]] std::string plain_name(std::string_view name);

/// What a text may be that somebody looks for a person by.
enum class PersonMark { phone, phone_tail, name };
/// The token of a whole phone number, its last four digits, or a whole name (as `plain_phones`, `phone_tails`, `plain_name` give them).
[[nodiscard]] std::string person_token(LookupKey const& key, PersonMark mark, std::string_view plain);
/// All tokens that a complainant is found by, separated by spaces; "" without a key.
[[nodiscard]] std::string person_tokens(std::optional<LookupKey> const& key, Complainant const& person);

}  // namespace hearline
