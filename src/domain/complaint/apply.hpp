#pragma once
// What an event does to the record. Pure, total on events that `decide` made; the same for server, demo, import and verify.
#include "domain/complaint/event.hpp"

namespace hearline {

/// Not for `undo`, which says that the event before it is not to be applied: that is for `replay`.
void apply(Complaint& complaint, Event const& event);

/// The record that the events say, from the first on; an act and the `undo` behind it leave nothing but the version. Errors: `bad-record` (no registration first, a gap in the sequence).
[[nodiscard]] Result<Complaint> replay(std::vector<Event> const& events);

/// How records are made from events, as a number: it grows with every change by which `replay` or `encode_record` gives another record of the same
/// events. Stores with records of a lower one have them made anew (app/remake_records.hpp).
inline constexpr int record_scheme = 1;

/// The record's canonical form without the erasable texts of the registration (subject, content, place detail, complainant, result),
/// which are kept beside it. decode(encode(c), texts) == c.
[[nodiscard]] std::string encode_record(Complaint const& complaint);
[[nodiscard]] Result<Complaint> decode_record(std::string_view record, EventTexts const& registration_texts, std::string_view result_text);

}  // namespace hearline
