#pragma once
// Who may do what (workflow.md, Roles): one policy function for every act and every reading.
#include "base/result.hpp"
#include "domain/complaint/act_name.hpp"
#include "domain/complaint/complaint.hpp"
#include "domain/organisation/actor.hpp"

namespace hearline {

/// Everything else that a person may do, apart from acts on one complaint.
enum class Permission {
    register_complaint, read_ledger, read_figures, export_ledger, import_data, edit_rules, edit_reference, edit_organisation,
    edit_people, edit_roles, edit_sessions, read_people, read_audit, read_rules, read_reference
};

/// May this actor see the complaint at all (content, masked)? Centre: all; unit: handling, accepting, or relayed to it and not dispatched yet; the others: none.
[[nodiscard]] bool may_read(Actor const& actor, Complaint const& complaint);
/// May this actor do this act on it? The error is `forbidden` and says who may. `reopen_until` as in decide.hpp.
[[nodiscard]] Done may_act(Actor const& actor, Complaint const& complaint, ActName act, Instant now, std::optional<Instant> reopen_until);
/// The row of the table alone, without the sentence for a refusal.
[[nodiscard]] bool has_right(Actor const& actor, Complaint const& complaint, ActName act, Instant now, std::optional<Instant> reopen_until);
/// R9.4: may whoever has the right to ask for extensions ask for one of this clock in this stage? The stage's own clock is its owner's, `reply` anybody's.
[[nodiscard]] bool owns_clock(Actor const& actor, Stage stage, ClockName clock);
/// The same with the refusal (`forbidden`).
[[nodiscard]] Done may_extend(Actor const& actor, Stage stage, ClockName clock);
[[nodiscard]] Done may(Actor const& actor, Permission permission);
/// No person holds two of auditor, sysadmin, secadmin (三员分立). One person has one role here, so this holds by shape; kept for the import of people.
[[nodiscard]] bool kept_apart(Role a, Role b);

}  // namespace hearline
