#include "app/remake_records.hpp"

#include <algorithm>

#include "app/event_rows.hpp"
#include "domain/complaint/apply.hpp"

namespace hearline {

namespace {

constexpr std::string_view kind = "record", code = "scheme";
constexpr int rows_at_once = 200;
constexpr std::size_t most_named = 10;

/// How the records of a store are made. While they are made anew: by which scheme, and up to which key that is done.
struct State {
    int scheme = 0, making = 0;
    ComplaintKey upto;
};

// Without the document nothing was made anew: a store in memory, which has no migrations, begins so.
State state_of(Snapshot& snapshot) {
    State state;
    for (auto const& row : snapshot.documents(kind)) {
        auto const fields = Fields::decode(row.body);
        if (row.code != code || !fields) continue;
        state.scheme = static_cast<int>(fields->get_int("scheme"));
        state.making = static_cast<int>(fields->get_int("making"));
        state.upto = {fields->get_int("upto")};
    }
    return state;
}

void put_state(Transaction& transaction, State const& state, Instant now) {
    Fields fields;
    fields.add("scheme", state.scheme);
    if (state.making > 0) {
        fields.add("making", state.making);
        fields.add("upto", state.upto.value);
    }
    DocumentRow row;
    row.kind = kind;
    row.code = code;
    row.body = fields.encode();
    row.changed_at = now;
    transaction.put_document(row);
}

enum class Verdict { same, differs, left };

/// Puts into `row` what its events say. Never from events that do not hold.
Verdict remake(Snapshot& snapshot, ComplaintRow& row) {
    auto const history = read_history(snapshot, row.key);
    if (!history.whole) return Verdict::left;
    auto const complaint = replay(history.events);
    if (!complaint || complaint->number != row.number || complaint->version != row.version) return Verdict::left;
    auto record = encode_record(*complaint);
    auto const due = complaint->next_due();
    if (record == row.record && due == row.next_due && complaint->result == row.result) return Verdict::same;
    row.record = std::move(record);
    row.next_due = due;
    row.result = complaint->result;
    return Verdict::differs;
}

class Remaking {
public:
    /// Goes on where the same scheme was cut off. What another scheme had got to is of no use.
    Remaking(Store& store, State const& before, Instant now) : store_{store}, now_{now}, state_{before} {
        if (state_.making != record_scheme) state_ = {before.scheme, record_scheme, {}};
    }

    /// The next rows; false when there are none.
    bool step() {
        std::vector<Number> differing;
        bool more = false;
        store_.read([&](Snapshot& snapshot) {
            auto rows = snapshot.scan(state_.upto, rows_at_once);
            more = !rows.empty();
            for (auto& row : rows) look_at(snapshot, row, differing);
            if (more) state_.upto = rows.back().key;
        });
        if (!more) state_ = {record_scheme, 0, {}};
        write(differing);
        return more;
    }

    [[nodiscard]] RemadeRecords& done() { return done_; }

private:
    void look_at(Snapshot& snapshot, ComplaintRow& row, std::vector<Number>& differing) {
        ++done_.complaints;
        auto const verdict = remake(snapshot, row);
        if (verdict == Verdict::differs) differing.push_back(row.number);
        if (verdict != Verdict::left) return;
        ++done_.left;
        if (done_.first_left.size() < most_named) done_.first_left.push_back(row.number);
    }

    /// Looks again under the lock: another server may have been quicker.
    void write(std::vector<Number> const& differing) {
        auto const remade = write_and_wait(store_, [&](Transaction& transaction) -> Result<std::int64_t> {
            std::int64_t count = 0;
            for (auto const number : differing) {
                auto row = transaction.find_for_update(number);
                if (row && remake(transaction, *row) == Verdict::differs && transaction.save(*row, row->version, {})) ++count;
            }
            put_state(transaction, state_, now_);
            return count;
        });
        done_.remade += remade.value();  // refused nowhere above
    }

    Store& store_;
    Instant now_;
    State state_;
    RemadeRecords done_;
};

}  // namespace

bool records_are_current(Snapshot& snapshot) { return state_of(snapshot).scheme >= record_scheme; }

RemadeRecords remake_records(Store& store, Instant now, std::function<void(std::int64_t done, std::int64_t total)> const& progress) {
    auto const [state, total] = read_now(store, [](Snapshot& snapshot) { return std::pair{state_of(snapshot), snapshot.complaint_count()}; });
    if (state.scheme >= record_scheme) return {};
    Remaking remaking{store, state, now};
    while (remaking.step())
        if (progress) progress(remaking.done().complaints, std::max(total, remaking.done().complaints));
    return remaking.done();
}

}  // namespace hearline
