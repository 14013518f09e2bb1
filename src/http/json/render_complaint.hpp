#pragma once
// A complaint, its history and its files as JSON (interface.md, "A complaint").
#include <string>

#include "app/complaint_view.hpp"
#include "app/list_ledger.hpp"
#include "app/read_complaint.hpp"
#include "http/json/writer.hpp"

namespace hearline::http {

void write_complaint(AnswerWriter& out, ComplaintView const& view, Zone const& zone, Language language);
/// The same with another complainant than the masked one (the answer of `reveal`).
void write_complaint(AnswerWriter& out, ComplaintView const& view, Complainant const& shown, Zone const& zone, Language language);
[[nodiscard]] std::string render_complaint(ComplaintView const& view, Zone const& zone, Language language);
[[nodiscard]] std::string render_ledger(LedgerPage const& page, Zone const& zone, Language language);
/// `unfound`: null, or why nothing was found in the reader's language.
void write_unfound(AnswerWriter& out, std::optional<Unfound> why, Language language);
/// `cursor` is that of the next page, or ""; the directory tells the names of people.
[[nodiscard]] std::string render_events(EventPage const& page, std::string_view cursor, Directory const& directory, Language language);
/// Who did something, with the name as shown.
void write_actor(AnswerWriter& out, Actor const& actor, Directory const& directory);
void write_attachment(AnswerWriter& out, AttachmentRow const& row, Number number, Zone const& zone);
[[nodiscard]] std::string render_attachments(std::vector<AttachmentRow> const& rows, Number number, Zone const& zone);

}  // namespace hearline::http
