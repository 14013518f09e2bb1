#include "app/facts_feed.hpp"

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "app/complaint_view.hpp"
#include "app/digest_stream.hpp"
#include "domain/complaint/apply.hpp"

namespace hearline {

namespace {

constexpr int rows_at_once = 2000;
constexpr int events_at_once = 5000;

/// What a cache begins with. Facts are made from records: one of records made otherwise is of no use.
std::string mark() { return fmt::format("hearline-facts-3 {}\n", record_scheme); }

Position start_of(int lane) { return {std::int64_t{lane} << 40}; }

/// The digest of the event at a position: shows that a cache belongs to this store.
std::optional<Digest> digest_at(Snapshot& snapshot, Position position) {
    if (position == start_of(position.lane())) return Digest{};
    auto const rows = snapshot.events_by_position({position.value - 1}, 1);
    if (rows.empty() || rows.front().position != position) return std::nullopt;
    return rows.front().digest;
}

}  // namespace

FactsFeed::FactsFeed(Store& store, FactTable& facts, Zone zone) : store_{store}, facts_{facts}, zone_{std::move(zone)} {
    store_.on_commit([this](std::span<ComplaintRow const> rows, Position upto) { committed(rows, upto); });
}

void FactsFeed::committed(std::span<ComplaintRow const> rows, Position upto) {
    apply_rows(rows);
    if (listener_) listener_(rows);
    std::lock_guard lock{mutex_};
    auto& position = positions_[upto.lane()];
    position = std::max(position, upto);
}

void FactsFeed::apply_rows(std::span<ComplaintRow const> rows) {
    std::vector<Fact> facts;
    facts.reserve(rows.size());
    for (auto const& row : rows) facts.push_back(make_fact(codes_of(row), row.key.value, zone_));
    facts_.apply(facts);
}

std::int64_t FactsFeed::start(std::string const& cache_file, std::function<void(std::int64_t, std::int64_t)> const& progress) {
    std::int64_t cached = 0;
    if (!cache_file.empty() && read_cache(cache_file)) {
        cached = facts_.size();
        catch_up();
        if (facts_.size() == read_now(store_, [](Snapshot& snapshot) { return snapshot.complaint_count(); })) return cached;
        facts_.clear();
        cached = 0;
    }
    auto const [lanes, total] = read_now(store_, [](Snapshot& snapshot) { return std::pair{snapshot.lanes(), snapshot.complaint_count()}; });
    ComplaintKey after{};
    for (std::int64_t done = 0;;) {
        auto const rows = read_now(store_, [&](Snapshot& snapshot) { return snapshot.scan(after, rows_at_once); });
        if (rows.empty()) break;
        apply_rows(rows);
        after = rows.back().key;
        done += static_cast<std::int64_t>(rows.size());
        if (progress) progress(done, std::max(total, done));
    }
    {
        std::lock_guard lock{mutex_};
        for (auto position : lanes) positions_[position.lane()] = std::max(positions_[position.lane()], position);
    }
    catch_up();
    return cached;
}

std::int64_t FactsFeed::catch_up() {
    std::int64_t changed = 0;
    for (auto const last : read_now(store_, [](Snapshot& snapshot) { return snapshot.lanes(); })) {
        auto position = [&] {
            std::lock_guard lock{mutex_};
            return std::max(positions_[last.lane()], start_of(last.lane()));
        }();
        while (position < last) {
            auto const changes = read_now(store_, [&](Snapshot& snapshot) { return snapshot.follow(position, events_at_once); });
            if (changes.upto <= position) break;
            apply_rows(changes.rows);
            if (listener_) listener_(changes.rows);
            changed += static_cast<std::int64_t>(changes.rows.size());
            position = changes.upto;
            std::lock_guard lock{mutex_};
            positions_[last.lane()] = std::max(positions_[last.lane()], position);
        }
    }
    return changed;
}

void FactsFeed::write_cache(std::string const& file) {
    std::map<int, Position> positions;
    {
        std::lock_guard lock{mutex_};
        positions = positions_;  // taken first: rows that come while the table is written are followed again
    }
    auto const temporary = file + ".part";
    {
        std::ofstream disk{temporary, std::ios::binary | std::ios::trunc};
        DigestOut sealed{disk};
        std::ostream out{&sealed};
        out << mark() << zone_.name() << '\n' << positions.size() << '\n';
        store_.read([&](Snapshot& snapshot) {
            for (auto const& [lane, position] : positions) {
                auto const digest = digest_at(snapshot, position);
                out << position.value << ' ' << hex(digest.value_or(Digest{})) << '\n';
            }
        });
        facts_.save(out);
        sealed.finish();
        disk.close();
        if (!out || !disk) {
            std::remove(temporary.c_str());
            throw StorageError{StorageError::What::full, "the facts cache cannot be written: " + file};
        }
    }
    std::error_code error;
    std::filesystem::rename(temporary, file, error);
    if (error) throw StorageError{StorageError::What::unavailable, fmt::format("the facts cache cannot be written: {}: {}", file, error.message())};
}

bool FactsFeed::read_cache(std::string const& file) {
    std::ifstream disk{file, std::ios::binary};
    if (!disk) return false;
    DigestIn sealed{disk};
    std::istream in{&sealed};
    std::string head(mark().size(), '\0'), zone, line;
    in.read(head.data(), static_cast<std::streamsize>(head.size()));
    if (!in || head != mark() || !std::getline(in, zone) || zone != zone_.name()) return false;
    std::size_t lanes = 0;
    if (!(in >> lanes) || lanes > 4096) return false;
    std::map<int, Position> positions;
    for (std::size_t i = 0; i < lanes; ++i) {
        Position position;
        std::string digest;
        if (!(in >> position.value >> digest)) return false;
        auto const stored = read_now(store_, [&](Snapshot& snapshot) { return digest_at(snapshot, position); });
        if (!stored || hex(*stored) != digest) return false;
        positions[position.lane()] = position;
    }
    if (in.get() != '\n' || !facts_.load(in)) return false;
    if (in.peek() != std::istream::traits_type::eof() || !sealed.whole()) {
        facts_.clear();
        return false;
    }
    std::lock_guard lock{mutex_};
    for (auto const& [lane, position] : positions) positions_[lane] = std::max(positions_[lane], position);
    return true;
}

}  // namespace hearline
