#include "storage/postgres/address.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace hearline::postgres {
namespace {

std::optional<int> number_between(std::string_view text, int least, int most) {
    int value = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < least || value > most) return std::nullopt;
    return value;
}

bool is_schema_name(std::string_view name) {
    auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; };
    auto is_rest = [&](char c) { return is_letter(c) || (c >= '0' && c <= '9'); };
    return !name.empty() && name.size() <= 63 && is_letter(name.front()) && std::all_of(name.begin(), name.end(), is_rest) && !name.starts_with("pg_");
}

/// Takes one parameter of ours; false when it is the engine's. Errors: `bad-url`.
Result<bool> take(Address& address, std::string_view key, std::string_view value) {
    auto bad = [](Text why) { return refuse(ErrorKind::invalid, "bad-url", std::move(why)); };
    auto whole = [&](int least, int most, auto& out) -> Result<bool> {
        auto n = number_between(value, least, most);
        if (!n)
            return bad(say("存储地址的参数 {} 应为 {} 到 {} 的整数", "The parameter {} of the store's address must be a whole number from {} to {}", key, least,
                           most));
        out = std::remove_reference_t<decltype(out)>{*n};
        return true;
    };
    if (key == "schema") {
        if (!is_schema_name(value))
            return bad(say("存储地址的 schema 只能用小写字母、数字和下划线，不超过 63 个字符",
                           "The schema of the store's address takes small letters, digits and underscores, at most 63"));
        address.schema = value;
    } else if (key == "isolation") {
        if (value == "serializable") address.isolation = Isolation::serializable;
        else if (value == "read-committed") address.isolation = Isolation::read_committed;
        else
            return bad(say("存储地址的 isolation 应为 read-committed 或 serializable",
                           "The isolation of the store's address is read-committed or serializable"));
    } else if (key == "acts") {
        return whole(1, 7, address.acts);
    } else if (key == "readers") {
        return whole(1, 100, address.readers);
    } else if (key == "patience") {
        return whole(0, 600'000, address.patience);
    } else {
        return false;
    }
    return true;
}

}  // namespace

Result<Address> parse_address(std::string_view url) {
    if (!url.starts_with("postgres://") && !url.starts_with("postgresql://"))
        return refuse(ErrorKind::invalid, "bad-url", say("存储地址应以 postgres:// 开头", "The store's address must begin with postgres://"));
    Address address;
    auto question = url.find('?');
    address.url = url.substr(0, question);
    if (question == std::string_view::npos) return address;
    auto rest = url.substr(question + 1);
    char join = '?';
    while (!rest.empty()) {
        auto end = rest.find('&');
        auto part = rest.substr(0, end);
        rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
        auto equal = part.find('=');
        auto value = equal == std::string_view::npos ? std::string_view{} : part.substr(equal + 1);
        if (TRY(take(address, part.substr(0, equal), value))) continue;
        address.url += join;
        address.url += part;
        join = '&';
    }
    return address;
}

std::string shown(Address const& address) {
    std::string text = address.url;
    auto begin = text.find("://") + 3;
    auto at = text.find('@', begin), colon = text.find(':', begin);
    if (at != std::string::npos && colon < at) text.erase(colon, at - colon);
    auto password = text.find("password=");
    if (password != std::string::npos) {
        auto end = text.find('&', password);
        text.replace(password, (end == std::string::npos ? text.size() : end) - password, "password=…");
    }
    return text + (text.find('?') == std::string::npos ? "?" : "&") + "schema=" + address.schema;
}

}  // namespace hearline::postgres
