#pragma once
// The trail of administration (R2.3, R10.4): who changed which person, unit, type, cause, calendar or rule book when. Each entry is a document of the
// store that names the digest of the one before; what a piece of reference data said before lies in that piece's own earlier versions.
#include "app/ports/store.hpp"
#include "base/code.hpp"
#include "base/fields.hpp"
#include "base/result.hpp"
#include "domain/organisation/actor.hpp"

namespace hearline {

enum class ChangeName { put_unit, put_type, put_cause, import_calendar, import_rule_book, import_complaints, add_user, change_user, reset_password, unlock_user };
template <>
struct CodeTable<ChangeName> {
    static constexpr std::array<CodeName<ChangeName>, 10> rows{{{ChangeName::put_unit, "put_unit", "更改单位", "Change a unit"},
                                                               {ChangeName::put_type, "put_type", "更改投诉类型", "Change a type"},
                                                               {ChangeName::put_cause, "put_cause", "更改投诉原因", "Change a cause"},
                                                               {ChangeName::import_calendar, "import_calendar", "导入日历", "Import a calendar"},
                                                               {ChangeName::import_rule_book, "import_rule_book", "更改规则手册", "Change the rule book"},
                                                               {ChangeName::import_complaints, "import_complaints", "导入台账", "Import complaints"},
                                                               {ChangeName::add_user, "add_user", "新增人员", "Add a person"},
                                                               {ChangeName::change_user, "change_user", "更改人员", "Change a person"},
                                                               {ChangeName::reset_password, "reset_password", "重置密码", "Reset a password"},
                                                               {ChangeName::unlock_user, "unlock_user", "解锁账号", "Unlock an account"}}};
};

struct Change {
    ChangeName name = ChangeName::put_unit;
    std::string subject;  ///< code of the unit, type or cause; login name; year; version of the rule book; beginning of a file's SHA-256
    Fields details;       ///< codes only ("role=desk"): nothing that would have to be erased
};

/// The first step of every administrative change: where several nodes write, changes come one after another from here to the commit, so that each
/// is judged by what the one before left. Whatever it is judged by is read after this.
void begin_change(Transaction& transaction);
void log_change(Transaction& transaction, Actor const& actor, Change const& change, Instant now);

struct ChangeEntry {
    int seq = 0;
    Instant at;
    Actor actor;
    Change change;
    Digest digest{};  ///< chains to the entry before
};
/// The whole trail, oldest first. Who may read it is list_audit's business. Throws StorageError for an entry that cannot be read.
[[nodiscard]] std::vector<ChangeEntry> all_changes(Snapshot& snapshot);

/// What is wrong with the chain: entry (0: the whole) and why. Empty when nothing was altered, taken out or cut off.
[[nodiscard]] std::vector<std::pair<int, Text>> check_changes(Snapshot& snapshot);

}  // namespace hearline
