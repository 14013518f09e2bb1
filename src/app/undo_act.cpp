#include "app/undo_act.hpp"

#include "app/event_rows.hpp"
#include "app/perform_act.hpp"
#include "domain/complaint/undo.hpp"

namespace hearline {

Result<ComplaintView> undo_act(Transaction& transaction, Actor const& actor, Number number, std::optional<int> expected_version, Directory const& directory,
                               Instant now, RandomSource& random) {
    auto const row = transaction.find_for_update(number);
    TRY(check_reach(transaction, actor, number, ActName::undo, expected_version));
    auto const last = transaction.events(row->key, row->version - 1, 1);
    if (last.empty()) throw StorageError{StorageError::What::corrupt, fmt::format("{}: event {} is missing", format_number(number), row->version)};
    auto const end = history_end(transaction, *row);
    Circumstances const at{actor, time_after(end, row->number, now), directory.keeping(), directory.rules()};
    auto event = TRY(decide_undo(record_of(transaction, *row), event_of(last.front()), at));
    auto complaint = TRY(save_events(transaction, *row, end, {std::move(event)}, random));
    auto view = view_of(row->key, std::move(complaint), actor, directory, now);
    view.has_tracking = !row->tracking.empty();
    return view;
}

bool is_pending(Event const& last, Directory const& directory, Instant now) {
    return can_be_undone(last) && now <= undo_until(last, directory.rules(), directory.zone());
}

void offer_undo(ComplaintView& view, Event const& last, Actor const& actor, Directory const& directory, Instant now) {
    if (!actor.user.empty() && last.actor.user == actor.user && is_pending(last, directory, now)) view.possible_acts.push_back(ActName::undo);
}

}  // namespace hearline
