#include "app/complaint_view.hpp"

#include "base/masking.hpp"
#include "domain/complaint/apply.hpp"
#include "domain/complaint/decide.hpp"

namespace hearline {

namespace {

Fields fields_of(std::string_view text, ComplaintRow const& row) {
    auto fields = Fields::decode(text);
    if (!fields) throw StorageError{StorageError::What::corrupt, "the texts of " + format_number(row.number) + " cannot be read"};
    return std::move(*fields);
}

Complaint decoded(ComplaintRow const& row, EventTexts const& texts, std::string_view result) {
    auto complaint = decode_record(row.record, texts, result);
    if (!complaint) throw StorageError{StorageError::What::corrupt, format_number(row.number) + ": " + complaint.error().detail.en};
    return std::move(*complaint);
}

/// R9.3: minutes are no matter of days.
std::vector<std::optional<int>> days_left(Complaint const& complaint, Timekeeping const& keeping, Instant now) {
    std::vector<std::optional<int>> left;
    for (std::size_t i = 0; i < complaint.clocks.size(); ++i) {
        auto const& clock = complaint.clocks[i];
        if (clock.outcome != ClockOutcome::running || clock.ended_at || (clock.limit.unit == Limit::Unit::minutes && !clock.agreed)) continue;
        left.resize(complaint.clocks.size());
        left[i] = working_days_left(keeping, clock.due_at, now);
    }
    return left;
}

}  // namespace

// R10.2
Complainant masked(Complainant const& complainant) {
    return {mask_name(complainant.name), mask_phone(complainant.phone), mask_email(complainant.email), complainant.anonymous};
}

Complaint record_of(ComplaintRow const& row) { return decoded(row, {fields_of(row.text, row), fields_of(row.personal, row)}, row.result); }

Complaint codes_of(ComplaintRow const& row) { return decoded(row, {}, ""); }

Complaint record_of(Snapshot& snapshot, ComplaintRow const& row) {
    auto complaint = record_of(row);
    if (complaint.detail_seq > 0) {
        auto const events = snapshot.events(row.key, complaint.detail_seq - 1, 1);
        if (!events.empty() && events.front().seq == complaint.detail_seq) complaint.place.detail = fields_of(events.front().text, row).get("detail");
    }
    return complaint;
}

ComplaintView view_of(Snapshot& snapshot, ComplaintRow const& row, Actor const& actor, Directory const& directory, Instant now) {
    auto view = view_of(row.key, record_of(snapshot, row), actor, directory, now);
    view.has_tracking = !row.tracking.empty();
    return view;
}

ComplaintView view_of(ComplaintKey key, Complaint complaint, Actor const& actor, Directory const& directory, Instant now) {
    ComplaintView view;
    view.key = key;
    view.possible_acts = possible_acts(complaint, {actor, now, directory.keeping(), directory.rules()});
    complaint.complainant = masked(complaint.complainant);
    view.days_left = days_left(complaint, directory.keeping(), now);
    view.complaint = std::move(complaint);
    return view;
}

Text progress_of(Complaint const& complaint) {
    auto const& stage = names_of(complaint.stage);
    Text text{std::string{stage.zh}, std::string{stage.en}};
    if (complaint.closed_otherwise) {
        auto const& how = names_of(*complaint.closed_otherwise);
        text.zh.append("（").append(how.zh).append("）");
        text.en.append(fmt::format(" ({})", how.en));
    }
    if (complaint.suspended) {
        text.zh += " · 已暂停";
        text.en += " · Paused";
    }
    return text;
}

}  // namespace hearline
