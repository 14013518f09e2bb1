#include "app/perform_act.hpp"

#include "app/event_rows.hpp"
#include "app/place_codes.hpp"
#include "app/search_text.hpp"
#include "app/undo_act.hpp"
#include "domain/complaint/decide.hpp"
#include "domain/organisation/permission.hpp"

namespace hearline {

namespace {

tl::unexpected<Error> unknown_number(Number number) {
    auto const text = format_number(number);
    return refuse(ErrorKind::not_found, "unknown-number", say("没有编号为 {} 的投诉", "there is no complaint {}", text));
}

Done check_version(ActName act, int version, std::optional<int> expected) {
    if (!expected) {
        if (!needs_version(act)) return Done{};
        return refuse(ErrorKind::precondition_required, "version-required",
                      say("请用 If-Match 给出所见的版本，如 If-Match: \"{}\"", "say with If-Match which version you saw, such as If-Match: \"{}\"", version));
    }
    if (*expected == version) return Done{};
    return refuse(ErrorKind::stale, "stale-version",
                  *expected < 1 ? say("这件投诉现在是版本 {0}，If-Match 里的不是它的版本，请刷新后再办理", "the complaint is at version {0}, and If-Match has none of its versions; read it again first", version)
                                : say("这件投诉已从版本 {0} 变为 {1}，请刷新后再办理", "the complaint has gone from version {0} to {1}; read it again first", *expected, version));
}

Done check_row(Snapshot& snapshot, Actor const& actor, ComplaintRow const& row, ActName act, std::optional<int> expected) {
    if (!may_read(actor, record_of(snapshot, row)))
        return refuse(ErrorKind::forbidden, "not-yours-to-see",
                      say("您无权查看投诉 {}：只有投诉处理中心和受理、承办单位可以查看", "complaint {} is shown to the complaint centre and its accepting and handling units only",
                          format_number(row.number)));
    return check_version(act, row.version, expected);
}

/// Codes in the body are checked by who knows them; `decide` has judged stage and role before, on a body without them.
Done check_codes(Act& act, Directory const& directory) {
    CodeChecks checks{directory};
    if (act.cause) checks.cause(*act.cause, "/cause");
    if (act.type) checks.type(*act.type, "/type");
    if (act.place) checks.place(*act.place, "/place");
    for (std::size_t i = 0; i < act.units.size(); ++i) checks.unit(act.units[i].unit, fmt::format("/units/{}/unit", i));
    return checks.done();
}

/// Both what `decide` and what the directory finds wrong with a body, told at once.
Result<std::vector<Event>> judge(Complaint const& complaint, Act& act, Circumstances const& at, Directory const& directory) {
    auto codes = check_codes(act, directory);
    auto events = decide(complaint, act, at);
    if (codes) return events;
    if (events) return tl::make_unexpected(std::move(codes).error());
    auto error = std::move(events).error();
    if (error.kind == ErrorKind::invalid)
        for (auto& field : codes.error().fields) error.fields.push_back(std::move(field));
    return tl::make_unexpected(std::move(error));
}

}  // namespace

bool needs_version(ActName act) {
    return act != ActName::note && act != ActName::contact && act != ActName::attach && act != ActName::reveal;
}

Done check_reach(Snapshot& snapshot, Actor const& actor, Number number, ActName act, std::optional<int> expected_version) {
    auto const row = snapshot.find(number);
    if (!row) return unknown_number(number);
    return check_row(snapshot, actor, *row, act, expected_version);
}

Result<ComplaintView> perform_loaded(Transaction& transaction, ComplaintRow const& row, Actor const& actor, Act const& act, Directory const& directory,
                                     Instant now, RandomSource& random) {
    Act checked = act;
    auto const end = history_end(transaction, row);
    auto const at = time_after(end, row.number, now);
    auto events = TRY(judge(record_of(transaction, row), checked, {actor, at, directory.keeping(), directory.rules()}, directory));
    if (checked.place)
        for (auto& event : events) event.texts.text.add_if(where_key, where_of(directory, *checked.place));
    auto complaint = TRY(save_events(transaction, row, end, events, random));
    auto view = view_of(row.key, std::move(complaint), actor, directory, now);
    view.has_tracking = !row.tracking.empty();
    offer_undo(view, events.back(), actor, directory, now);
    return view;
}

Result<ComplaintView> perform_act(Transaction& transaction, Actor const& actor, ActRequest const& request, Directory const& directory, Instant now,
                                  RandomSource& random) {
    auto const row = transaction.find_for_update(request.number);
    if (!row) return unknown_number(request.number);
    TRY(check_row(transaction, actor, *row, request.act.name, request.expected_version));
    return perform_loaded(transaction, *row, actor, request.act, directory, now, random);
}

}  // namespace hearline
