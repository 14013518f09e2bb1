#include "app/administration_log.hpp"

namespace hearline {

namespace {

constexpr std::string_view entries = "change", head_kind = "change_head", pen_kind = "change_pen";
constexpr std::string_view detail_prefix = "with.";

DocumentRow document(std::string_view kind, int version, std::string body, Actor const& actor, Instant now) {
    DocumentRow row;
    row.kind = kind;
    row.code = "administration";
    row.version = version;
    row.body = std::move(body);
    row.changed_at = now;
    row.changed_by = actor.user;
    return row;
}

/// The last entry; it lies apart, so that a cut tail is seen and nobody has to read the whole trail to go on with it.
struct Head {
    int seq = 0;
    std::string digest;
};

Head head_of(Snapshot& snapshot) {
    auto const rows = snapshot.documents(head_kind);
    if (rows.empty()) return {};
    auto const fields = Fields::decode(rows.front().body);
    if (!fields) throw StorageError{StorageError::What::corrupt, "the head of the trail of administration cannot be read"};
    return {static_cast<int>(fields->get_int("seq")), std::string{fields->get("digest")}};
}

std::optional<ChangeEntry> decoded(DocumentRow const& row) {
    auto const fields = Fields::decode(row.body);
    if (!fields) return std::nullopt;
    auto const name = from_code<ChangeName>(fields->get("change"));
    auto const role = from_code<Role>(fields->get("role"));
    if (!name || !role) return std::nullopt;
    ChangeEntry entry;
    entry.seq = static_cast<int>(fields->get_int("seq"));
    entry.at = fields->get_instant("at").value_or(row.changed_at);
    entry.actor = {*role, std::string{fields->get("user")}, std::string{fields->get("unit")}};
    entry.change.name = *name;
    entry.change.subject = fields->get("subject");
    for (auto const& [key, value] : fields->entries())
        if (key.starts_with(detail_prefix)) entry.change.details.add(std::string_view{key}.substr(detail_prefix.size()), std::string_view{value});
    entry.digest = sha256(row.body);
    return entry;
}

}  // namespace

void begin_change(Transaction& transaction) {
    // Whoever writes this row first holds it until the commit; the others wait for it.
    transaction.put_document(document(pen_kind, 1, "", system_actor(), Instant{}));
}

void log_change(Transaction& transaction, Actor const& actor, Change const& change, Instant now) {
    auto const last = head_of(transaction);
    Fields fields;
    fields.add("seq", last.seq + 1);
    fields.add("at", now);
    fields.add("role", code_of(actor.role));
    fields.add("user", std::string_view{actor.user});
    fields.add_if("unit", std::string_view{actor.unit});
    fields.add("change", code_of(change.name));
    fields.add("subject", std::string_view{change.subject});
    for (auto const& [key, value] : change.details.entries()) fields.add(std::string{detail_prefix} + key, std::string_view{value});
    fields.add("before", std::string_view{last.digest});
    auto body = fields.encode();
    Fields head;
    head.add("seq", last.seq + 1);
    head.add("digest", std::string_view{hex(sha256(body))});
    transaction.put_document(document(entries, last.seq + 1, std::move(body), actor, now));
    transaction.put_document(document(head_kind, 1, head.encode(), actor, now));
}

std::vector<ChangeEntry> all_changes(Snapshot& snapshot) {
    std::vector<ChangeEntry> found;
    for (auto const& row : snapshot.documents(entries)) {
        auto entry = decoded(row);
        if (!entry) throw StorageError{StorageError::What::corrupt, fmt::format("entry {} of the trail of administration cannot be read", row.version)};
        found.push_back(std::move(*entry));
    }
    return found;
}

// R10.4
std::vector<std::pair<int, Text>> check_changes(Snapshot& snapshot) {
    std::vector<std::pair<int, Text>> wrong;
    Head last;
    for (auto const& row : snapshot.documents(entries)) {
        auto const fields = Fields::decode(row.body);
        if (!decoded(row) || !fields || fields->get_int("seq") != row.version) {
            wrong.emplace_back(row.version, say("管理记录无法解读", "the entry of administration cannot be read"));
        } else if (row.version != last.seq + 1 || fields->get("before") != last.digest) {
            wrong.emplace_back(row.version, say("管理记录与前一条不相接，中间有改动或删除", "the entry of administration does not follow the one before: something was changed or deleted"));
        }
        last = {row.version, hex(sha256(row.body))};
    }
    auto const head = head_of(snapshot);
    if (head.seq != last.seq || head.digest != last.digest)
        wrong.emplace_back(0, say("管理记录应有 {0} 条，实有 {1} 条，或最后一条被改动", "there should be {0} entries of administration and there are {1}, or the last one was changed", head.seq, last.seq));
    return wrong;
}

}  // namespace hearline
