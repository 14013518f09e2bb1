#include "channel/rule_book_file/read_rule_book.hpp"

#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

#include <algorithm>
#include <initializer_list>

#include "domain/calendar/deadline.hpp"

namespace hearline {
namespace {

/// Collects every mistake of a file with its line, so that one reading shows them all.
class RuleBookReader {
public:
    [[nodiscard]] std::vector<RuleBookVersion> read(toml::table const& root) {
        allow_only(root, {"version"});
        std::vector<RuleBookVersion> versions;
        auto const* list = root["version"].as_array();
        if (!list || list->empty()) {
            mistake(root, "/version", say("至少写一个 [[version]]", "write at least one [[version]]"));
            return versions;
        }
        for (std::size_t i = 0; i < list->size(); ++i) {
            path_ = fmt::format("/version/{}", i);
            if (auto const* table = (*list)[i].as_table())
                versions.push_back(read_version(*table));
            else
                mistake((*list)[i], path_, say("应写成 [[version]] 表", "write it as a [[version]] table"));
        }
        check_order(*list, versions);
        return versions;
    }
    [[nodiscard]] std::vector<FieldError> const& mistakes() const { return mistakes_; }

private:
    void mistake(toml::node const& near, std::string pointer, Text const& remedy) {
        auto const line = near.source().begin.line;
        mistakes_.push_back({std::move(pointer), Text{fmt::format("第 {} 行：{}", line, remedy.zh), fmt::format("line {}: {}", line, remedy.en)}});
    }

    void allow_only(toml::table const& table, std::initializer_list<std::string_view> known) {
        for (auto const& [key, node] : table)
            if (std::find(known.begin(), known.end(), key.str()) == known.end())
                mistake(node, path_ + "/" + std::string{key.str()},
                        say("未知的键“{}”，可用的键：{}", "unknown key “{}”; known keys: {}", key.str(), fmt::to_string(fmt::join(known, " "))));
    }

    [[nodiscard]] toml::table const* table_of(toml::table const& parent, std::string_view key) {
        toml::node const* node = parent.get(key);
        if (auto const* table = node ? node->as_table() : nullptr) return table;
        mistake(node ? *node : parent, path_ + "/" + std::string{key}, say("缺少表“{}”", "the table “{}” is missing", key));
        return nullptr;
    }

    [[nodiscard]] std::string text_of(toml::table const& parent, std::string_view key) {
        toml::node const* node = parent.get(key);
        if (auto const* text = node ? node->as_string() : nullptr; text && !text->get().empty() && text->get().find('\n') == std::string::npos) return text->get();
        mistake(node ? *node : parent, path_ + "/" + std::string{key},
                say("“{}”应为一行非空文字，例如 {} = \"…\"", "“{}” must be one line of text, such as {} = \"…\"", key, key));
        return {};
    }

    [[nodiscard]] int number_of(toml::table const& parent, std::string_view key, int least, int most) {
        toml::node const* node = parent.get(key);
        if (auto const* number = node ? node->as_integer() : nullptr; number && number->get() >= least && number->get() <= most)
            return static_cast<int>(number->get());
        mistake(node ? *node : parent, path_ + "/" + std::string{key},
                say("“{}”应为 {} 至 {} 的整数", "“{}” must be a whole number from {} to {}", key, least, most));
        return least;
    }

    [[nodiscard]] Limit limit_of(toml::table const& parent, std::string_view key) {
        toml::node const* node = parent.get(key);
        if (auto const* text = node ? node->as_string() : nullptr) {
            auto const limit = parse_limit(text->get());
            if (limit) return *limit;
            mistake(*node, path_ + "/" + std::string{key}, limit.error().detail);
            return {1, Limit::Unit::working_days};
        }
        mistake(node ? *node : parent, path_ + "/" + std::string{key},
                say("缺少时限“{}”，例如 {} = \"3wd\"", "the limit “{}” is missing; write for example {} = \"3wd\"", key, key));
        return {1, Limit::Unit::working_days};
    }

    [[nodiscard]] Date date_of(toml::table const& parent, std::string_view key) {
        toml::node const* node = parent.get(key);
        if (auto const* date = node ? node->as_date() : nullptr) {
            auto const d = date->get();
            if (auto const day = parse_date(fmt::format("{:04}-{:02}-{:02}", d.year, d.month, d.day))) return *day;
        }
        mistake(node ? *node : parent, path_ + "/" + std::string{key},
                say("“{}”应为日期，例如 {} = 2026-01-01（不加引号）", "“{}” must be a date, such as {} = 2026-01-01 without quotes", key, key));
        return {};
    }

    [[nodiscard]] RuleBookVersion read_version(toml::table const& table) {
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

    void read_clocks(toml::table const& table, RuleBookVersion& version) {
        std::string const here = path_;
        auto const* clocks = table_of(table, "clocks");
        if (!clocks) return;
        path_ = here + "/clocks";
        for (auto const& [key, node] : *clocks)
            if (!from_code<ClockName>(key.str()))
                mistake(node, path_ + "/" + std::string{key.str()}, say("没有名为“{}”的时限", "there is no clock named “{}”", key.str()));
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

    void read_settings(toml::table const& table, RuleBookVersion& version) {
        std::string const here = path_;
        auto const* settings = table_of(table, "settings");
        if (!settings) return;
        path_ = here + "/settings";
        for (auto const& [key, node] : *settings) {
            auto const known = [&key](RuleBookSetting const& setting) { return setting.name == key.str(); };
            if (std::none_of(rule_book_settings().begin(), rule_book_settings().end(), known))
                mistake(node, path_ + "/" + std::string{key.str()}, say("没有名为“{}”的设置", "there is no setting named “{}”", key.str()));
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

    void check_order(toml::array const& list, std::vector<RuleBookVersion> const& versions) {
        for (std::size_t i = 1; i < versions.size(); ++i)
            if (versions[i].version <= versions[i - 1].version || versions[i].valid_from <= versions[i - 1].valid_from)
                mistake(list[i], fmt::format("/version/{}", i),
                        say("版本号和生效日期都应晚于前一版本", "its number and date must both be later than those of the version before"));
    }

    std::string path_;
    std::vector<FieldError> mistakes_;
};

[[nodiscard]] tl::unexpected<Error> refuse_file(std::string_view file, std::vector<FieldError> mistakes) {
    Text const first = mistakes.front().detail;
    Text const detail{fmt::format("规则库 {} 未采用：{}", file, first.zh), fmt::format("the rule book {} is refused: {}", file, first.en)};
    return refuse(ErrorKind::invalid, "bad-rule-book", detail, std::move(mistakes));
}

}  // namespace

Result<RuleBook> read_rule_book_toml(std::string_view text, std::string_view file) {
    toml::table root;
    try {
        root = toml::parse(text);
    } catch (toml::parse_error const& error) {
        return refuse_file(file, {{"", say("第 {} 行：不是有效的 TOML（{}）", "line {}: not TOML ({})", error.source().begin.line, error.description())}});
    }
    RuleBookReader reader;
    auto versions = reader.read(root);
    if (!reader.mistakes().empty()) return refuse_file(file, reader.mistakes());
    return RuleBook{std::move(versions)};
}

}  // namespace hearline
