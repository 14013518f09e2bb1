#include "app/lookup_key.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "base/unicode.hpp"

namespace hearline {

namespace {

constexpr std::string_view kind = "secret", code = "lookup";
constexpr std::size_t shortest_phone = 5, tail_length = 4;

}  // namespace

std::optional<LookupKey> lookup_key(Snapshot& snapshot) {
    for (auto const& row : snapshot.documents(kind)) {
        LookupKey key{};
        if (row.code == code && from_hex(row.body, key)) return key;
    }
    return std::nullopt;
}

void put_lookup_key(Transaction& transaction, RandomSource& random, Instant now) {
    LookupKey key{};
    random.fill(key);
    DocumentRow row;
    row.kind = kind;
    row.code = code;
    row.body = hex(key);
    row.changed_at = now;
    transaction.put_document(row);
}

std::vector<std::string> plain_phones(TelephoneField const& field) {
    std::vector<std::string> plain;
    auto const add = [&](std::string_view digits) {
        if (digits.starts_with('+')) digits.remove_prefix(1);
        if (digits.size() < shortest_phone) return;
        if (std::find(plain.begin(), plain.end(), digits) == plain.end()) plain.emplace_back(digits);
    };
    for (auto const& number : field.numbers) {
        add(number.digits);
        add(number.local);
    }
    for (auto const& doubt : field.doubtful) add(doubt.digits);
    return plain;
}

std::vector<std::string> phone_tails(TelephoneField const& field) {
    std::vector<std::string> tails;
    auto const add = [&](std::string_view digits) {
        if (digits.size() < shortest_phone) return;
        auto const tail = digits.substr(digits.size() - tail_length);
        if (std::find(tails.begin(), tails.end(), tail) == tails.end()) tails.emplace_back(tail);
    };
    for (auto const& number : field.numbers) add(number.digits);
    for (auto const& doubt : field.doubtful) add(doubt.digits);
    return tails;
}

std::string plain_name(std::string_view name) {
    std::u32string folded;
    append_folded(folded, trim(name));
    std::string plain;
    for (char32_t const c : folded)
        if (!is_punctuation(c)) append_utf8(plain, c);
    return plain;
}

std::string person_token(LookupKey const& key, PersonMark mark, std::string_view plain) {
    static constexpr std::array<std::string_view, 3> letters{"p", "t", "n"};
    auto const letter = letters[static_cast<std::size_t>(mark)];
    std::array<std::string_view, 3> const parts{bytes_of(key), letter, plain};
    auto const digest = sha256_parts(parts);
    return fmt::format("zz{}{}", letter, hex(std::span{digest}.first(8)));
}

std::string person_tokens(std::optional<LookupKey> const& key, Complainant const& person) {
    std::string tokens;
    if (!key) return tokens;
    auto const add = [&](PersonMark mark, std::string_view plain) {
        if (!tokens.empty()) tokens += ' ';
        tokens += person_token(*key, mark, plain);
    };
    auto const phones = read_telephones(person.phone);
    for (auto const& phone : plain_phones(phones)) add(PersonMark::phone, phone);
    for (auto const& tail : phone_tails(phones)) add(PersonMark::phone_tail, tail);
    if (auto const name = plain_name(person.name); !name.empty()) add(PersonMark::name, name);
    return tokens;
}

}  // namespace hearline
