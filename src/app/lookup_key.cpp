#include "app/lookup_key.hpp"

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

std::string plain_phone(std::string_view phone) {
    std::string digits;
    for (char const c : fold(phone))
        if (c >= '0' && c <= '9') digits += c;
    for (std::string_view country : {"0086", "86"})
        if (digits.starts_with(country) && digits.size() == country.size() + 11) digits.erase(0, country.size());
    return digits.size() >= shortest_phone ? digits : "";
}

std::string plain_name(std::string_view name) {
    std::string plain;
    for (char const c : fold(trim(name)))
        if (c != ' ') plain += c;
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
    if (auto const phone = plain_phone(person.phone); !phone.empty()) {
        add(PersonMark::phone, phone);
        add(PersonMark::phone_tail, std::string_view{phone}.substr(phone.size() - tail_length));
    }
    if (auto const name = plain_name(person.name); !name.empty()) add(PersonMark::name, name);
    return tokens;
}

}  // namespace hearline
