#include "app/kept.hpp"

#include <algorithm>

namespace hearline {

namespace {

/// Whose it is: the person's, or the unit's; "" when there is no unit to keep it for.
std::string_view owner_of(Actor const& actor, KeptKind kind) { return kind == KeptKind::unit_view ? std::string_view{actor.unit} : std::string_view{actor.user}; }

Done check(Actor const& actor, KeptKind kind, std::string_view key) {
    bool const plain = std::all_of(key.begin(), key.end(), [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == ':' || c == '-';
    });
    if (key.empty() || key.size() > 64 || !plain)
        return refuse(ErrorKind::malformed, "bad-key", say("名称为 1 至 64 个字母、数字和 . _ : -", "a key has 1 to 64 letters, digits and . _ : -"));
    if (owner_of(actor, kind).empty())
        return refuse(ErrorKind::forbidden, "no-unit", say("您不属于任何单位，不能保存单位视图", "you belong to no unit, so there is none to keep a view for"));
    return Done{};
}

}  // namespace

std::vector<KeptRow> list_kept(Snapshot& snapshot, Actor const& actor, std::optional<KeptKind> kind) {
    std::vector<KeptRow> all;
    for (auto const& row : CodeTable<KeptKind>::rows) {
        auto const owner = owner_of(actor, row.value);
        if ((kind && *kind != row.value) || owner.empty()) continue;
        for (auto& kept : snapshot.kept(row.code, owner)) all.push_back(std::move(kept));
    }
    std::stable_sort(all.begin(), all.end(), [](KeptRow const& a, KeptRow const& b) { return a.updated_at > b.updated_at; });
    return all;
}

Result<KeptRow> keep(Transaction& transaction, Actor const& actor, KeptKind kind, std::string_view key, std::string body, Instant now) {
    TRY(check(actor, kind, key));
    if (body.size() > kept_largest)
        return refuse(ErrorKind::too_large, "too-much-to-keep", say("内容 {} 字节，最多 {} 字节", "it has {} bytes; {} are the most", body.size(), kept_largest));
    KeptRow row;
    row.kind = code_of(kind);
    row.owner = owner_of(actor, kind);
    row.key = key;
    row.body = std::move(body);
    row.updated_at = now;
    auto const keys = transaction.kept_keys(row.kind, row.owner);
    if (keys.size() >= kept_most && std::find(keys.begin(), keys.end(), row.key) == keys.end())
        return refuse(ErrorKind::conflict, "too-many-kept",
                      say("{}最多保存 {} 个，请先删去不用的", "{}: {} are the most; delete some that are no longer needed", names_of(kind).zh, kept_most));
    transaction.put_kept(row);
    return row;
}

Done forget_kept(Transaction& transaction, Actor const& actor, KeptKind kind, std::string_view key) {
    TRY(check(actor, kind, key));
    auto const owner = owner_of(actor, kind);
    auto const keys = transaction.kept_keys(code_of(kind), owner);
    if (std::find(keys.begin(), keys.end(), key) == keys.end())
        return refuse(ErrorKind::not_found, "nothing-kept", say("没有保存过此项", "nothing is kept under that key"));
    transaction.drop_kept(code_of(kind), owner, key);
    return Done{};
}

void drop_old_drafts(Transaction& transaction, Instant now) { transaction.drop_kept_before(code_of(KeptKind::draft), now - kept_drafts_for); }

}  // namespace hearline
