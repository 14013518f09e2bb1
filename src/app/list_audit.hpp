#pragma once
// The audit trails (R10.4): who did which act to which complaint, and who changed which person or piece of reference data, when. No contents, no
// reasons, no personal data. Read newest or oldest first, by day, person, act and complaint.
#include "app/administration_log.hpp"
#include "app/ports/store.hpp"
#include "domain/complaint/event.hpp"

namespace hearline {

enum class Trail { complaints, administration };
template <>
struct CodeTable<Trail> {
    static constexpr std::array<CodeName<Trail>, 2> rows{{{Trail::complaints, "complaints", "投诉操作", "Acts on complaints"},
                                                         {Trail::administration, "administration", "管理操作", "Administration"}}};
};
enum class AuditOrder { newest, oldest };
template <>
struct CodeTable<AuditOrder> {
    static constexpr std::array<CodeName<AuditOrder>, 2> rows{{{AuditOrder::newest, "newest", "最新在前", "Newest first"},
                                                              {AuditOrder::oldest, "oldest", "最早在前", "Oldest first"}}};
};

struct AuditEntry {
    Trail of = Trail::complaints;
    Position position;               ///< of an act on a complaint
    Number number;                   ///< of an act on a complaint
    ActName act = ActName::note;     ///< of an act on a complaint
    Change change;                   ///< of administration
    int seq = 0;                     ///< in the complaint's history; in the trail of administration
    Instant at;
    Actor actor;
    std::string digest_hex;          ///< chains to the one before
};

/// What is looked for; what is empty fits everything.
struct AuditQuery {
    std::optional<Trail> of;
    AuditOrder order = AuditOrder::newest;
    std::optional<Instant> from, until;  ///< [from, until)
    std::string user;                    ///< login name
    std::string act;                     ///< code of an ActName or ChangeName
    std::string subject;                 ///< a complaint's number as it is written, or what a change was made to
};

/// How far each trail was read: the last position of each lane, and the last entry of administration.
struct AuditPlace {
    std::vector<Position> lanes;
    std::optional<int> change;
    [[nodiscard]] std::string encode() const;
    [[nodiscard]] static std::optional<AuditPlace> decode(std::string_view text);
};
struct AuditPage {
    std::vector<AuditEntry> items;    ///< in the order asked, by time; what one node committed stays in its order
    std::optional<AuditPlace> next;   ///< where to go on; nothing at the end
    std::optional<Instant> reached;   ///< the time of the last entry looked at: a search that finds little comes back before it is through
};

/// How many entries one call looks at, so that no search holds a reader for long.
inline constexpr int audit_examined_most = 20'000;

/// At most `limit` (1 to 1000) entries behind `after`. Errors: `forbidden`.
[[nodiscard]] Result<AuditPage> list_audit(Snapshot& snapshot, Actor const& actor, AuditQuery const& query, std::optional<AuditPlace> const& after, int limit);

}  // namespace hearline
