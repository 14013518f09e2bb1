#include "app/import_rule_book.hpp"

#include "app/administration_log.hpp"
#include "app/load_reference.hpp"
#include "domain/calendar/deadline.hpp"
#include "domain/organisation/permission.hpp"

namespace hearline {

std::vector<std::string> rule_changes(RuleBook const& rules, RuleBookVersion const& version) {
    std::vector<std::string> changes;
    auto const& old = rules.in_force(version.valid_from);
    auto const compare_limit = [&](std::string name, ClockRule const* before, ClockRule const& after) {
        if (before && before->limit == after.limit) return;
        changes.push_back(fmt::format("{}: {} → {} ({})", name, before ? format_limit(before->limit) : "–", format_limit(after.limit), after.rule));
    };
    for (auto const& [key, rule] : version.clocks) {
        auto const before = old.clocks.find(key);
        compare_limit(fmt::format("{}/{}", code_of(key.first), code_of(key.second)), before == old.clocks.end() ? nullptr : &before->second, rule);
    }
    compare_limit("register/on_site", &old.on_site_register, version.on_site_register);
    for (auto const& setting : rule_book_settings())
        if (old.*setting.value != version.*setting.value)
            changes.push_back(fmt::format("{}: {} → {}", setting.name, old.*setting.value, version.*setting.value));
    return changes;
}

// R1.6
Done import_rule_book(Transaction& transaction, Actor const& actor, RuleBookVersion const& version, Directory const& directory, Instant now) {
    TRY(may(actor, Permission::edit_rules));
    auto const& last = directory.rules().versions().back();
    auto const today = directory.zone().date(now);
    if (version.version != last.version + 1)
        return refuse_field("/version", "bad-version", say("下一版规则的版本号应为 {}", "the next version of the rule book is number {}", last.version + 1));
    if (version.valid_from < today || version.valid_from <= last.valid_from)
        return refuse_field("/valid_from", "bad-date",
                            say("生效日期不得早于今天（{0}），并须晚于上一版的 {1}", "the date of validity is not before today ({0}) and lies after the last version's, {1}",
                                format_date(today), format_date(last.valid_from)));
    ReferenceData data;
    data.rules = directory.rules().versions();
    data.rules.push_back(version);
    begin_change(transaction);
    TRY(load_reference(transaction, data, actor, now));
    log_change(transaction, actor, {ChangeName::import_rule_book, std::to_string(version.version), {}}, now);
    return Done{};
}

}  // namespace hearline
