#include "app/put_entry.hpp"

#include <algorithm>
#include <span>

#include "app/administration_log.hpp"
#include "app/load_reference.hpp"
#include "app/reference_checks.hpp"
#include "app/reference_version.hpp"
#include "domain/organisation/permission.hpp"

namespace hearline {

namespace {

CodeEntry const* find(std::span<CodeEntry const> entries, std::string_view code) {
    auto const found = std::find_if(entries.begin(), entries.end(), [&](CodeEntry const& entry) { return entry.code == code; });
    return found == entries.end() ? nullptr : &*found;
}

/// "facilities" of "facilities.lift", "" of "facilities".
std::string parent_in_code(std::string const& code) {
    auto const dot = code.rfind('.');
    return dot == code.npos ? std::string{} : code.substr(0, dot);
}

/// R1.3: two levels, told by the code.
void check_place(std::vector<FieldError>& errors, std::span<CodeEntry const> entries, EntryChange const& change, CodeEntry const* before) {
    auto const own = before ? before->parent : parent_in_code(change.code);
    if (change.parent && *change.parent != own) {
        errors.push_back({"/parent", before ? say("已有的不能换到别的大类下；请停用它，再新增一个", "what exists does not move; retire it and add a new one")
                                            : say("上级须是代码中点号之前的部分，即“{}”", "the parent is what stands before the dot of the code: \"{}\"", own)});
        return;
    }
    if (before) return;
    if (std::count(change.code.begin(), change.code.end(), '.') > 1 || change.code.starts_with('.') || change.code.ends_with('.')) {
        errors.push_back({"/code", say("代码最多两级，如 facilities.lift", "a code has at most two levels, such as facilities.lift")});
        return;
    }
    if (own.empty()) return;
    auto const* parent = find(entries, own);
    if (!parent) errors.push_back({"/parent", say("没有上级“{}”，请先新增它", "there is no \"{}\" above it; add that first", own)});
    else if (parent->retired) errors.push_back({"/parent", say("上级“{}”已停用，请先恢复它", "\"{}\" above it is retired; bring that back first", parent->name)});
}

void check_name_is_free(std::vector<FieldError>& errors, std::span<CodeEntry const> entries, EntryChange const& change, CodeEntry const* before) {
    auto const parent = before ? before->parent : parent_in_code(change.code);
    if (before && before->name == change.name) return;
    for (auto const& other : entries)
        if (other.code != change.code && other.parent == parent && other.name == change.name && !other.retired)
            errors.push_back({"/name", say("“{0}”（{1}）已用此名称", "{1} has the name \"{0}\" already", other.name, other.code)});
}

/// What is above an entry in use is in use.
Done check_retirement(std::span<CodeEntry const> entries, CodeEntry const& after, CodeEntry const* before) {
    if (before && before->retired == after.retired) return Done{};
    if (after.retired) {
        for (auto const& other : entries)
            if (other.parent == after.code && !other.retired)
                return refuse(ErrorKind::conflict, "has-entries", say("请先停用其下的“{}”", "retire what is below it first: \"{}\"", other.name));
    } else if (auto const* parent = find(entries, after.parent); parent && parent->retired) {
        return refuse(ErrorKind::conflict, "parent-retired", say("上级“{}”已停用，请先恢复它", "\"{}\" above it is retired; bring that back first", parent->name));
    }
    return Done{};
}

CodeEntry changed(std::span<CodeEntry const> entries, EntryChange const& change, CodeEntry const* before) {
    CodeEntry after = before ? *before : CodeEntry{};
    after.code = change.code;
    after.name = change.name;
    if (change.name_en) after.name_en = *change.name_en;
    after.retired = change.retired.value_or(after.retired);
    if (before) return after;
    after.parent = parent_in_code(change.code);
    for (auto const& other : entries)
        if (other.parent == after.parent) after.order = std::max(after.order, other.order + 1);
    return after;
}

}  // namespace

// R2.3
Result<CodeEntry> put_entry(Transaction& transaction, Actor const& actor, CodeTree tree, EntryChange const& change, Instant now) {
    TRY(may(actor, Permission::edit_reference));
    begin_change(transaction);
    auto const directory = Directory::load(transaction);
    auto const entries = tree == CodeTree::types ? directory->types() : directory->causes();
    auto const* const before = find(entries, change.code);
    TRY(check_version(change.seen, before ? std::optional{version_of(*before)} : std::nullopt));
    std::vector<FieldError> errors;
    check_code(errors, change.code, "_.");
    check_names(errors, change.name, change.name_en);
    if (errors.empty()) check_place(errors, entries, change, before);
    check_name_is_free(errors, entries, change, before);
    TRY(no_errors(std::move(errors)));
    auto after = changed(entries, change, before);
    TRY(check_retirement(entries, after, before));
    ReferenceData data;
    (tree == CodeTree::types ? data.types : data.causes).push_back(after);
    if (TRY(load_reference(transaction, data, actor, now)) == 0) return after;
    Change entry{tree == CodeTree::types ? ChangeName::put_type : ChangeName::put_cause, after.code, {}};
    if (!before) entry.details.add("new", 1);
    if (before ? before->retired != after.retired : after.retired) entry.details.add("retired", after.retired ? 1 : 0);
    log_change(transaction, actor, entry, now);
    return after;
}

}  // namespace hearline
