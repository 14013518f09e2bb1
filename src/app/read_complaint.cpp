#include "app/read_complaint.hpp"

#include <algorithm>

#include "app/event_rows.hpp"
#include "app/undo_act.hpp"
#include "domain/organisation/permission.hpp"

namespace hearline {

namespace {

struct Readable {
    ComplaintRow row;
    Complaint complaint;
};

Result<Readable> find_readable(Snapshot& snapshot, Actor const& actor, Number number) {
    auto row = snapshot.find(number);
    if (!row) return refuse(ErrorKind::not_found, "unknown-number", say("没有编号为 {} 的投诉", "there is no complaint {}", format_number(number)));
    auto complaint = record_of(snapshot, *row);
    if (!may_read(actor, complaint))
        return refuse(ErrorKind::forbidden, "not-yours-to-see",
                      say("您无权查看投诉 {}：只有投诉处理中心和受理、承办单位可以查看", "complaint {} is shown to the complaint centre and its accepting and handling units only",
                          format_number(number)));
    return Readable{std::move(*row), std::move(complaint)};
}

/// Personal data of an event as others may see them.
Fields masked_personal(Fields const& personal) {
    auto const hidden = masked({std::string{personal.get("name")}, std::string{personal.get("phone")}, std::string{personal.get("email")}, false});
    Fields fields;
    fields.add_if("name", hidden.name);
    fields.add_if("phone", hidden.phone);
    fields.add_if("email", hidden.email);
    return fields;
}

}  // namespace

Result<ComplaintView> read_complaint(Snapshot& snapshot, Actor const& actor, Number number, Directory const& directory, Instant now) {
    auto found = TRY(find_readable(snapshot, actor, number));
    auto view = view_of(found.row.key, std::move(found.complaint), actor, directory, now);
    view.has_tracking = !found.row.tracking.empty();
    if (auto const last = snapshot.events(found.row.key, found.row.version - 1, 1); !last.empty()) offer_undo(view, event_of(last.front()), actor, directory, now);
    return view;
}

Result<EventPage> list_events(Snapshot& snapshot, Actor const& actor, Number number, int after_seq, int limit) {
    auto const found = TRY(find_readable(snapshot, actor, number));
    limit = std::clamp(limit, 100, 1000);
    EventPage page;
    auto rows = snapshot.events(found.row.key, after_seq, limit + 1);
    bool const more = static_cast<int>(rows.size()) > limit;
    if (more) rows.pop_back();
    for (auto const& row : rows) {
        EventView view;
        view.event = event_of(row);
        view.event.texts.personal = masked_personal(view.event.texts.personal);
        view.digest_hex = hex(row.digest);
        view.erased = row.text.empty() && row.personal.empty() && row.salt != Salt{};
        page.items.push_back(std::move(view));
    }
    if (more) page.next_after = page.items.back().event.seq;
    return page;
}

Result<std::vector<AttachmentRow>> list_attachments(Snapshot& snapshot, Actor const& actor, Number number) {
    auto const found = TRY(find_readable(snapshot, actor, number));
    return snapshot.attachments(found.row.key);
}

Result<AttachmentRow> find_attachment(Snapshot& snapshot, Actor const& actor, Number number, std::string_view id) {
    auto const found = TRY(find_readable(snapshot, actor, number));
    auto row = snapshot.attachment(id);
    if (!row || row->key != found.row.key)
        return refuse(ErrorKind::not_found, "unknown-attachment", say("这件投诉没有该附件", "the complaint has no such file"));
    return std::move(*row);
}

}  // namespace hearline
