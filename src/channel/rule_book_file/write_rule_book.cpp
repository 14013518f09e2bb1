#include "channel/rule_book_file/read_rule_book.hpp"
#include "domain/calendar/deadline.hpp"

namespace hearline {
namespace {

/// A basic string of TOML.
[[nodiscard]] std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (char const c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
            out += fmt::format("\\u{:04X}", static_cast<unsigned>(c));
        else
            out += c;
    }
    return out + '"';
}

[[nodiscard]] std::string write_clocks(RuleBookVersion const& version) {
    std::string out;
    for (auto const& clock : CodeTable<ClockName>::rows) {
        auto const& first = version.clocks.at({clock.value, Severity::ordinary});
        out += fmt::format("\n[version.clocks.{}]\nrule = {}\n", clock.code, quoted(first.rule));
        for (auto const& severity : CodeTable<Severity>::rows)
            out += fmt::format("{} = \"{}\"\n", severity.code, format_limit(version.clocks.at({clock.value, severity.value}).limit));
        if (clock.value != ClockName::relay) continue;
        auto const& on_site = version.on_site_register;
        out += fmt::format("\n[version.on_site]\nrule = {}\nlimit = \"{}\"\n", quoted(on_site.rule), format_limit(on_site.limit));
    }
    return out;
}

[[nodiscard]] std::string write_settings(RuleBookVersion const& version) {
    std::string out = "\n[version.settings]\n";
    for (auto const& setting : rule_book_settings()) {
        auto const rule = version.rule_of.find(std::string{setting.name});
        out += fmt::format("{} = {{ value = {}, rule = {} }}\n", setting.name, version.*setting.value, quoted(rule == version.rule_of.end() ? "R1.6" : rule->second));
    }
    return out;
}

}  // namespace

std::string write_rule_book_toml(std::span<RuleBookVersion const> versions) {
    std::string out =
        "# 规则手册。要改时限等，请在后面加一个 [[version]]（版本号加一，写明生效日期），已生效的版本不要改。时限写工作日（\"3wd\"）或昼夜连续的分钟（\"10min\"）。\n"
        "# The rule book. To change it, add a further [[version]] with the next number and its valid_from; versions in force stay as they are.\n";
    for (auto const& version : versions) {
        out += fmt::format("\n[[version]]\nversion = {}\nvalid_from = {}\ntitle = {}\n", version.version, format_date(version.valid_from), quoted(version.title));
        out += write_clocks(version);
        out += write_settings(version);
    }
    return out;
}

}  // namespace hearline
