#include "app/import_rule_book.hpp"

#include <algorithm>

#include "app/administration_log.hpp"
#include "app/load_reference.hpp"
#include "domain/calendar/deadline.hpp"
#include "domain/organisation/permission.hpp"

namespace hearline {

namespace {

struct Entry {
    std::string name, value, rule;
};

/// A version entry by entry, named as in the file.
std::vector<Entry> entries_of(RuleBookVersion const& version) {
    std::vector<Entry> entries{{"title", version.title, ""}};
    for (auto const& clock : CodeTable<ClockName>::rows) {
        std::string const name = fmt::format("clocks.{}", clock.code);
        for (auto const& severity : CodeTable<Severity>::rows) {
            auto const& rule = version.clocks.at({clock.value, severity.value});
            if (&severity == CodeTable<Severity>::rows.data()) entries.push_back({name + ".rule", rule.rule, rule.rule});
            entries.push_back({fmt::format("{}.{}", name, severity.code), format_limit(rule.limit), rule.rule});
        }
    }
    entries.push_back({"on_site.rule", version.on_site_register.rule, version.on_site_register.rule});
    entries.push_back({"on_site.limit", format_limit(version.on_site_register.limit), version.on_site_register.rule});
    for (auto const& setting : rule_book_settings()) {
        auto const rule = version.rule_of.find(std::string{setting.name});
        auto const source = rule == version.rule_of.end() ? std::string{} : rule->second;
        entries.push_back({fmt::format("settings.{}.value", setting.name), std::to_string(version.*setting.value), source});
        entries.push_back({fmt::format("settings.{}.rule", setting.name), source, source});
    }
    return entries;
}

/// Every version has the same entries in the same order.
void add_changes(std::vector<RuleChange>& changes, RuleBookVersion const& old, RuleBookVersion const& version) {
    auto const before = entries_of(old), after = entries_of(version);
    for (std::size_t i = 0; i < after.size(); ++i)
        if (before[i].value != after[i].value) changes.push_back({version.version, version.valid_from, after[i].name, before[i].value, after[i].value, after[i].rule});
}

bool is_coming(RuleBookVersion const& version, Date today) { return version.valid_from > today; }

/// The versions that the file adds, or writes anew.
std::vector<RuleBookVersion> new_versions(std::span<RuleBookVersion const> given, RuleBook const& current) {
    std::vector<RuleBookVersion> fresh;
    for (auto const& version : given)
        if (auto const* known = current.version(version.version); !known || *known != version) fresh.push_back(version);
    return fresh;
}

/// The whole book once they are in: a coming version that is written anew makes way.
std::vector<RuleBookVersion> book_with(RuleBook const& current, std::vector<RuleBookVersion> const& fresh) {
    auto versions = current.versions();
    for (auto const& version : fresh) {
        std::erase_if(versions, [&](auto const& known) { return known.version == version.version; });
        versions.push_back(version);
    }
    return versions;
}

Result<RuleBookPreview> judged(Actor const& actor, RuleBook const& given, RuleBook const& current, Date today) {
    TRY(may(actor, Permission::edit_rules));
    if (auto faults = rule_book_faults(given.versions(), current, today); !faults.empty())
        return refuse(ErrorKind::invalid, "bad-rule-book", say("规则手册未采用，有 {} 处错误", "the rule book is refused, it has {} mistakes", faults.size()), std::move(faults));
    auto const fresh = new_versions(given.versions(), current);
    auto const book = book_with(current, fresh);
    RuleBookPreview preview;
    for (auto const& version : fresh) {
        preview.versions.push_back(version.version);
        auto const at = std::find(book.begin(), book.end(), version);
        if (at != book.begin()) add_changes(preview.changes, *std::prev(at), version);
    }
    return preview;
}

}  // namespace

std::vector<FieldError> rule_book_faults(std::span<RuleBookVersion const> given, RuleBook const& current, Date today) {
    std::vector<FieldError> faults;
    auto book = current.versions();
    for (std::size_t i = 0; i < given.size(); ++i) {
        auto const& version = given[i];
        auto const pointer = fmt::format("/version/{}", i);
        auto const* const known = current.version(version.version);
        if (known && *known == version) continue;
        int const next = book.back().version + 1;
        if (known && (version.version != book.back().version || !is_coming(*known, today))) {
            faults.push_back({pointer, say("第 {0} 版已经生效（自 {1}），不能再改；要改规则，请另写第 {2} 版",
                                           "version {0} is in force (from {1}) and stays as it is; write a version {2} to change the rules", version.version,
                                           format_date(known->valid_from), next)});
            continue;
        }
        if (known) book.pop_back();  // to come, and written anew
        if (!known && version.version != next)
            faults.push_back({pointer + "/version", say("下一版规则的版本号应为 {}", "the next version of the rule book is number {}", next)});
        if (version.valid_from < today)
            faults.push_back({pointer + "/valid_from", say("生效日期不得早于今天（{}）", "the date of validity is not before today ({})", format_date(today))});
        else if (!book.empty() && version.valid_from <= book.back().valid_from)
            faults.push_back({pointer + "/valid_from", say("生效日期须晚于上一版的 {}", "the date of validity lies after that of the version before, {}",
                                                           format_date(book.back().valid_from))});
        book.push_back(version);
    }
    return faults;
}

Result<RuleBookPreview> preview_rule_book(Actor const& actor, RuleBook const& given, Directory const& directory, Instant now) {
    return judged(actor, given, directory.rules(), directory.zone().date(now));
}

// R1.6, R2.3
Result<RuleBookPreview> import_rule_book(Transaction& transaction, Actor const& actor, RuleBook const& given, Instant now) {
    begin_change(transaction);
    auto const directory = Directory::load(transaction);
    auto preview = TRY(preview_rule_book(actor, given, *directory, now));
    if (preview.versions.empty()) return preview;
    ReferenceData data;
    data.rules = book_with(directory->rules(), new_versions(given.versions(), directory->rules()));
    TRY(load_reference(transaction, data, actor, now));
    for (int const version : preview.versions) log_change(transaction, actor, {ChangeName::import_rule_book, std::to_string(version), {}}, now);
    return preview;
}

}  // namespace hearline
