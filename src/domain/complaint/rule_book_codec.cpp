#include "domain/complaint/rule_book_codec.hpp"

#include <charconv>

#include "domain/calendar/deadline.hpp"

namespace hearline {
namespace {

[[nodiscard]] tl::unexpected<Error> unreadable(std::string_view what) {
    return refuse(ErrorKind::invalid, "bad-record", say("存储的规则库无法解读：{}", "the stored rule book cannot be read: {}", what));
}

[[nodiscard]] std::string clock_key(ClockName name, Severity severity) { return fmt::format("clock.{}.{}", code_of(name), code_of(severity)); }

/// "3wd R4.1"
[[nodiscard]] std::string write_rule(ClockRule const& rule) { return format_limit(rule.limit) + " " + rule.rule; }

[[nodiscard]] Result<ClockRule> read_rule(Fields const& fields, std::string const& key) {
    std::string_view const text = fields.get(key);
    auto const space = text.find(' ');
    if (space == std::string_view::npos) return unreadable(key);
    return ClockRule{TRY(parse_limit(text.substr(0, space))), std::string{text.substr(space + 1)}};
}

[[nodiscard]] Result<RuleBookVersion> decode_version(std::string_view text) {
    Fields const fields = TRY(Fields::decode(text));
    RuleBookVersion version;
    version.version = static_cast<int>(fields.get_int("version"));
    if (version.version < 1) return unreadable("version");
    version.valid_from = TRY(parse_date(fields.get("valid_from")));
    version.title = fields.get("title");
    for (auto const& clock : CodeTable<ClockName>::rows)
        for (auto const& severity : CodeTable<Severity>::rows)
            version.clocks[{clock.value, severity.value}] = TRY(read_rule(fields, clock_key(clock.value, severity.value)));
    version.on_site_register = TRY(read_rule(fields, "clock.on_site"));
    for (auto const& setting : rule_book_settings()) {
        if (!setting.always_stored && !fields.has(setting.name)) continue;
        std::string_view const line = fields.get(setting.name);  // "30 workflow"
        auto const [end, error] = std::from_chars(line.data(), line.data() + line.size(), version.*setting.value);
        if (error != std::errc{} || version.*setting.value < setting.least || version.*setting.value > setting.most) return unreadable(setting.name);
        auto const rule = line.substr(static_cast<std::size_t>(end - line.data()));
        if (rule.size() > 1) version.rule_of[std::string{setting.name}] = rule.substr(1);
    }
    return version;
}

[[nodiscard]] std::string encode_version(RuleBookVersion const& version) {
    Fields fields;
    fields.add("version", std::int64_t{version.version});
    fields.add("valid_from", format_date(version.valid_from));
    fields.add("title", version.title);
    for (auto const& [key, rule] : version.clocks) fields.add(clock_key(key.first, key.second), write_rule(rule));
    fields.add("clock.on_site", write_rule(version.on_site_register));
    for (auto const& setting : rule_book_settings()) {
        auto const rule = version.rule_of.find(std::string{setting.name});
        fields.add(setting.name, std::to_string(version.*setting.value) + (rule == version.rule_of.end() ? "" : " " + rule->second));
    }
    return fields.encode();
}

}  // namespace

Fields encode_rule_book(RuleBook const& book) {
    Fields fields;
    for (auto const& version : book.versions()) fields.add("version", encode_version(version));
    return fields;
}

Result<RuleBook> decode_rule_book(Fields const& fields) {
    std::vector<RuleBookVersion> versions;
    for (auto const text : fields.all("version")) versions.push_back(TRY(decode_version(text)));
    if (versions.empty()) return unreadable("version");
    return RuleBook{std::move(versions)};
}

}  // namespace hearline
