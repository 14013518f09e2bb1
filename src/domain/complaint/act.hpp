#pragma once
// What someone asks to be done to a complaint. One flat shape for all acts; `act_fields` says which act takes which field.
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/complaint/act_name.hpp"
#include "domain/complaint/complaint.hpp"

namespace hearline {

/// The fields of act bodies (interface.md). A field that an act does not take is an error before `decide` is asked.
struct Act {
    ActName name = ActName::note;
    std::vector<HandlingUnit> units;             // dispatch
    std::optional<std::string> reason;           // refuse, return, reject, suspend, end, again, ...
    std::optional<std::string> note;             // dispatch, approve
    std::optional<std::string> text;             // note, publish_progress, contact, give_feedback, supplement, again
    std::optional<std::string> result;           // answer, report_result, complete
    std::optional<Resolution> resolution;        // with result
    std::optional<std::string> public_text;      // what the complainant will read
    std::optional<Claim> claim;                  // opinions
    std::optional<std::string> findings, measures, responsibility;
    std::optional<std::string> cause;            // opinions (code), reclassify (code)
    std::optional<Instant> due;                  // opinions, approve, reject_result
    std::optional<Instant> contacted_at;         // opinions: contacted {at, means}
    std::optional<Means> contacted_by;
    std::optional<std::string> done;             // complete
    std::optional<Means> means;                  // give_feedback, contact
    std::optional<FollowUpOutcome> outcome;      // record_follow_up
    std::optional<Satisfaction> satisfaction;    // record_follow_up, rate
    std::optional<Solved> solved;                // record_follow_up, rate
    std::optional<std::string> comment;          // record_follow_up, rate
    std::optional<Instant> until;                // extensions
    std::optional<std::string> clock;            // extensions: stage (default) | reply
    std::optional<Direction> direction;          // contact
    std::optional<Kind> kind;                    // reclassify
    std::optional<std::string> type;             // reclassify
    std::optional<Place> place;                  // reclassify
    std::optional<Severity> severity;            // grade
    std::optional<std::string> attachment;       // attach: digest of the stored file (set by the program)
    std::optional<std::string> file_name;        // attach (text)
    std::optional<std::int64_t> file_size;       // attach
    std::optional<std::string> removed;          // attach: what was taken out before it was kept (metadata; set by the program)
};

enum class FieldUse { required, optional };
/// One row: this act takes this field. `field` is the JSON name (`contacted`, `units`, `place` are objects or lists).
/// A passenger's withdrawal needs no reason; a result needs its resolution and the other way round.
struct ActField {
    ActName act;
    std::string_view field;
    FieldUse use;
};
[[nodiscard]] std::span<ActField const> act_fields();

/// What is asked at registration (interface.md: only channel and content are required).
struct Registration {
    Channel channel = Channel::hotline;
    std::string content;
    std::string subject;  ///< "" = made from the content
    Kind kind = Kind::complaint;
    Severity severity = Severity::ordinary;
    std::optional<Instant> received_at, occurred_at;
    Complainant complainant;
    Place place;
    std::string type;
    std::string unit;
    std::string external_id;
};

}  // namespace hearline
