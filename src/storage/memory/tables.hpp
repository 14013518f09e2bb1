#pragma once
// The tables of the store in memory, with a journal that takes a write back.
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "app/ports/key_maker.hpp"
#include "app/ports/store.hpp"

namespace hearline::memory {

struct Tables {
    std::map<ComplaintKey, ComplaintRow> complaints;
    std::map<Number, ComplaintKey> numbers;
    std::map<std::string, ComplaintKey, std::less<>> externals;
    std::set<std::pair<Instant, ComplaintKey>> due;
    std::map<Position, EventRow> events;  ///< texts of seq 1 in the complaint
    std::map<std::pair<ComplaintKey, int>, Position> event_of;
    std::map<ComplaintKey, std::string> tokens;  ///< " ab bc cd "
    std::map<int, std::int64_t> day_counters;
    std::int64_t last_position = 0;
    std::map<Position, AnchorRow> anchors;
    std::map<std::string, AttachmentRow, std::less<>> attachments;
    std::map<Digest, IdempotencyRow> idempotency;
    std::map<std::tuple<std::string, std::string, int>, DocumentRow> documents;
    std::map<std::string, UserRow> users;
    std::map<Digest, TokenRow> tokens_of_users;
    std::map<Digest, SessionRow> sessions;
    std::map<std::tuple<std::string, std::string, std::string>, KeptRow> kept;  ///< by kind, owner, key
    std::int64_t reference_version = 0;
    KeyMaker keys{0};
};

/// What a write did to the tables, to be taken back in reverse.
class Journal {
public:
    /// Changes `value`, and remembers what it was.
    template <class T>
    void set(T& value, T next) {
        undo_.push_back([&value, before = value] { value = before; });
        value = std::move(next);
    }
    /// Puts `value` under `key`, over what is there.
    template <class Map>
    void put(Map& map, typename Map::key_type const& key, typename Map::mapped_type value) {
        auto const at = map.find(key);
        if (at == map.end()) {
            map.emplace(key, std::move(value));
            undo_.push_back([&map, key] { map.erase(key); });
        } else {
            undo_.push_back([&map, key, before = at->second] { map.find(key)->second = before; });
            at->second = std::move(value);
        }
    }
    template <class Map>
    void erase(Map& map, typename Map::iterator at) {
        undo_.push_back([&map, row = *at] { map.insert(row); });
        map.erase(at);
    }
    template <class T>
    void insert(std::set<T>& set, T const& value) {
        if (set.insert(value).second) undo_.push_back([&set, value] { set.erase(value); });
    }
    template <class T>
    void remove(std::set<T>& set, T const& value) {
        if (set.erase(value)) undo_.push_back([&set, value] { set.insert(value); });
    }
    void forget() { undo_.clear(); }
    void roll_back() {
        for (; !undo_.empty(); undo_.pop_back()) undo_.back()();
    }

private:
    std::vector<std::function<void()>> undo_;
};

}  // namespace hearline::memory
