#include "channel/rule_book_file/read_rule_book.hpp"

#include <algorithm>
#include <charconv>
#include <initializer_list>

#include "channel/toml_document.hpp"
#include "domain/calendar/deadline.hpp"

namespace hearline {
namespace {

using channel::TomlValue;
using Kind = TomlValue::Kind;

/// Collects every mistake of a file with its line, so that one reading shows them all.
class RuleBookReader {
public:
    [[nodiscard]] std::vector<RuleBookVersion> read(TomlValue const& root, RuleBookJudge const& judge) {
        allow_only(root, {"version"});
        std::vector<RuleBookVersion> versions;
        auto const* found = root.find("version");
        if (!found || found->kind != Kind::array || found->items.empty()) {
            mistake(found ? *found : root, "/version", say("至少写一个 [[version]]", "write at least one [[version]]"));
            return versions;
        }
        auto const& list = found->items;
        for (std::size_t i = 0; i < list.size(); ++i) {
            path_ = fmt::format("/version/{}", i);
            if (list[i].kind == Kind::table)
                versions.push_back(read_version(list[i]));
            else
                mistake(list[i], path_, say("应写成 [[version]] 表", "write it as a [[version]] table"));
        }
        check_order(list, versions);
        if (judge && versions.size() == list.size()) add_faults(root, judge(versions));
        return versions;
    }
    [[nodiscard]] std::vector<FieldError> const& mistakes() const { return mistakes_; }

private:
    void mistake(TomlValue const& near, std::string pointer, Text const& remedy) {
        int const line = std::max(near.line, 1);
        mistakes_.push_back({std::move(pointer), Text{fmt::format("第 {} 行：{}", line, remedy.zh), fmt::format("line {}: {}", line, remedy.en)}});
    }

    /// What the caller finds wrong, where this reading has found nothing at the same place or in the version as a whole.
    void add_faults(TomlValue const& root, std::vector<FieldError> faults) {
        for (auto const& fault : faults) {
            auto const known = [&](FieldError const& mistake) { return fault.pointer.starts_with(mistake.pointer) || mistake.pointer.starts_with(fault.pointer); };
            if (std::none_of(mistakes_.begin(), mistakes_.end(), known)) mistake(node_at(root, fault.pointer), fault.pointer, fault.detail);
        }
    }

    /// The value a pointer means, or the nearest one above it.
    [[nodiscard]] static TomlValue const& node_at(TomlValue const& root, std::string_view pointer) {
        TomlValue const* node = &root;
        while (pointer.starts_with('/')) {
            auto const name = pointer.substr(1, pointer.find('/', 1) == pointer.npos ? pointer.npos : pointer.find('/', 1) - 1);
            pointer.remove_prefix(name.size() + 1);
            std::size_t index = 0;
            bool const is_index = node->kind == Kind::array && std::from_chars(name.data(), name.data() + name.size(), index).ec == std::errc{};
            TomlValue const* const below = is_index ? (index < node->items.size() ? &node->items[index] : nullptr) : node->find(name);
            if (!below) break;
            node = below;
        }
        return *node;
    }

    void allow_only(TomlValue const& table, std::initializer_list<std::string_view> known) {
        for (auto const& [key, node] : table.members)
            if (std::find(known.begin(), known.end(), key) == known.end())
                mistake(node, path_ + "/" + key,
                        say("未知的键“{}”，可用的键：{}", "unknown key “{}”; known keys: {}", key, fmt::to_string(fmt::join(known, " "))));
    }

    [[nodiscard]] TomlValue const* table_of(TomlValue const& parent, std::string_view key) {
        TomlValue const* node = parent.find(key);
        if (node && node->kind == Kind::table) return node;
        mistake(node ? *node : parent, path_ + "/" + std::string{key}, say("缺少表“{}”", "the table “{}” is missing", key));
        return nullptr;
    }

    [[nodiscard]] std::string text_of(TomlValue const& parent, std::string_view key) {
        TomlValue const* node = parent.find(key);
        if (node && node->kind == Kind::text && !node->text.empty() && node->text.find('\n') == std::string::npos) return node->text;
        mistake(node ? *node : parent, path_ + "/" + std::string{key},
                say("“{}”应为一行非空文字，例如 {} = \"…\"", "“{}” must be one line of text, such as {} = \"…\"", key, key));
        return {};
    }

    [[nodiscard]] int number_of(TomlValue const& parent, std::string_view key, int least, int most) {
        TomlValue const* node = parent.find(key);
        if (node && node->kind == Kind::integer && node->integer >= least && node->integer <= most) return static_cast<int>(node->integer);
        mistake(node ? *node : parent, path_ + "/" + std::string{key},
                say("“{}”应为 {} 至 {} 的整数", "“{}” must be a whole number from {} to {}", key, least, most));
        return least;
    }

    [[nodiscard]] Limit limit_of(TomlValue const& parent, std::string_view key) {
        TomlValue const* node = parent.find(key);
        if (node && node->kind == Kind::text) {
            auto const limit = parse_limit(node->text);
            if (limit) return *limit;
            mistake(*node, path_ + "/" + std::string{key}, limit.error().detail);
            return {1, Limit::Unit::working_days};
        }
        mistake(node ? *node : parent, path_ + "/" + std::string{key},
                say("缺少时限“{}”，例如 {} = \"3wd\"", "the limit “{}” is missing; write for example {} = \"3wd\"", key, key));
        return {1, Limit::Unit::working_days};
    }

    [[nodiscard]] Date date_of(TomlValue const& parent, std::string_view key) {
        TomlValue const* node = parent.find(key);
        if (node && node->kind == Kind::date)
            if (auto const day = parse_date(node->text)) return *day;
        mistake(node ? *node : parent, path_ + "/" + std::string{key},
                say("“{}”应为日期，例如 {} = 2026-01-01（不加引号）", "“{}” must be a date, such as {} = 2026-01-01 without quotes", key, key));
        return {};
    }

    [[nodiscard]] RuleBookVersion read_version(TomlValue const& table) {
        RuleBookVersion version;
        std::string const here = path_;
        allow_only(table, {"version", "valid_from", "title", "clocks", "on_site", "settings"});
        version.version = number_of(table, "version", 1, 1'000'000);
        version.valid_from = date_of(table, "valid_from");
        version.title = text_of(table, "title");
        read_clocks(table, version);
        path_ = here;
        if (auto const* on_site = table_of(table, "on_site")) {
            path_ = here + "/on_site";
            allow_only(*on_site, {"rule", "limit"});
            version.on_site_register = {limit_of(*on_site, "limit"), text_of(*on_site, "rule")};
        }
        path_ = here;
        read_settings(table, version);
        path_ = here;
        return version;
    }

    void read_clocks(TomlValue const& table, RuleBookVersion& version) {
        std::string const here = path_;
        auto const* clocks = table_of(table, "clocks");
        if (!clocks) return;
        path_ = here + "/clocks";
        for (auto const& [key, node] : clocks->members)
            if (!from_code<ClockName>(key)) mistake(node, path_ + "/" + key, say("没有名为“{}”的时限", "there is no clock named “{}”", key));
        for (auto const& clock : CodeTable<ClockName>::rows) {
            path_ = here + "/clocks";
            auto const* row = table_of(*clocks, clock.code);
            if (!row) continue;
            path_ += "/" + std::string{clock.code};
            allow_only(*row, {"rule", "ordinary", "serious", "urgent"});
            std::string const rule = text_of(*row, "rule");
            for (auto const& severity : CodeTable<Severity>::rows) version.clocks[{clock.value, severity.value}] = {limit_of(*row, severity.code), rule};
        }
    }

    void read_settings(TomlValue const& table, RuleBookVersion& version) {
        std::string const here = path_;
        auto const* settings = table_of(table, "settings");
        if (!settings) return;
        path_ = here + "/settings";
        for (auto const& [key, node] : settings->members) {
            auto const known = [&name = key](RuleBookSetting const& setting) { return setting.name == name; };
            if (std::none_of(rule_book_settings().begin(), rule_book_settings().end(), known))
                mistake(node, path_ + "/" + key, say("没有名为“{}”的设置", "there is no setting named “{}”", key));
        }
        for (auto const& setting : rule_book_settings()) {
            path_ = here + "/settings";
            auto const* row = table_of(*settings, setting.name);
            if (!row) continue;
            path_ += "/" + std::string{setting.name};
            allow_only(*row, {"value", "rule"});
            version.*setting.value = number_of(*row, "value", setting.least, setting.most);
            version.rule_of[std::string{setting.name}] = text_of(*row, "rule");
        }
    }

    void check_order(std::vector<TomlValue> const& list, std::vector<RuleBookVersion> const& versions) {
        for (std::size_t i = 1; i < versions.size(); ++i)
            if (versions[i].version <= versions[i - 1].version || versions[i].valid_from <= versions[i - 1].valid_from)
                mistake(list[i], fmt::format("/version/{}", i),
                        say("版本号和生效日期都应晚于前一版本", "its number and date must both be later than those of the version before"));
    }

    std::string path_;
    std::vector<FieldError> mistakes_;
};

[[nodiscard]] tl::unexpected<Error> refuse_file(std::string_view file, std::vector<FieldError> mistakes) {
    Text const detail = say("规则库 {} 未采用，有 {} 处错误", "the rule book {} is refused, its mistakes: {}", file, mistakes.size());
    return refuse(ErrorKind::invalid, "bad-rule-book", detail, std::move(mistakes));
}

}  // namespace

Result<RuleBook> read_rule_book_toml(std::string_view text, std::string_view file, RuleBookJudge const& judge) {
    auto const root = channel::parse_toml(text, file);
    if (!root) return refuse_file(file, {{"", root.error().detail}});
    RuleBookReader reader;
    auto versions = reader.read(*root, judge);
    if (!reader.mistakes().empty()) return refuse_file(file, reader.mistakes());
    return RuleBook{std::move(versions)};
}

RuleBookFiles rule_book_files() { return {read_rule_book_toml, write_rule_book_toml}; }

}  // namespace hearline
