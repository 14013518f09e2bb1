#pragma once
// How facts lie in memory: one row packed, blocks of columns, and the dictionaries of codes. Internal to statistics.
#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "domain/statistics/facts.hpp"

namespace hearline::facts {

inline constexpr int block_rows = 16384;
inline constexpr std::uint32_t never = 0xffffffff;  ///< `due` of a row without a running clock

/// Codes as small integers. 0 is always "".
class Dictionary {
public:
    explicit Dictionary(std::uint32_t most) : most_{most} { intern(""); }
    /// The id of a code, given now when it is new. A full dictionary gives its last id, "*", to all further codes.
    std::uint32_t intern(std::string_view code);
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view code) const;
    [[nodiscard]] std::string const& code(std::uint32_t id) const { return codes_[id]; }
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(codes_.size()); }

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    std::uint32_t most_;
    std::vector<std::string> codes_;
    std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> ids_;
};

/// One complaint, packed. Optional codes are stored plus one; 0 = none.
struct Row {
    std::int64_t key = 0;
    std::uint32_t due = never;  ///< seconds since 2000-01-01Z
    std::uint32_t incident = 0, seen = 0, waiting = 0;
    std::uint16_t type = 0, cause = 0, unit = 0, accepting = 0, line = 0, station = 0, day = 0, version = 0;  ///< day since 2000-01-01
    std::uint8_t kind = 0, stage = 0, channel = 0, severity = 0, satisfaction = 0, solved = 0, resolution = 0, validity = 0, liability = 0,
                 round = 0, timely = 0, suspended = 0, closing = 0;
};

template <class T>
using Column = std::array<T, block_rows>;

/// Up to `block_rows` rows in key order, column by column, with what a scan may skip by.
struct Block {
    int size = 0;
    std::uint16_t first_day = 0, last_day = 0;  ///< bounds of `day`
    std::array<int, 8> in_stage{};              ///< rows by stage
    std::uint32_t earliest_due = never;
    Column<std::int64_t> key;
    Column<std::uint32_t> due, incident, seen, waiting;
    Column<std::uint16_t> type, cause, unit, accepting, line, station, day, version;
    Column<std::uint8_t> kind, stage, channel, severity, satisfaction, solved, resolution, validity, liability, round, timely, suspended, closing;

    /// Calls `f(column, member of Row)` for each column.
    template <class Self, class F>
    static void each_column(Self& b, F&& f) {
        f(b.key, &Row::key);
        f(b.due, &Row::due);
        f(b.incident, &Row::incident);
        f(b.seen, &Row::seen);
        f(b.waiting, &Row::waiting);
        f(b.type, &Row::type);
        f(b.cause, &Row::cause);
        f(b.unit, &Row::unit);
        f(b.accepting, &Row::accepting);
        f(b.line, &Row::line);
        f(b.station, &Row::station);
        f(b.day, &Row::day);
        f(b.version, &Row::version);
        f(b.kind, &Row::kind);
        f(b.stage, &Row::stage);
        f(b.channel, &Row::channel);
        f(b.severity, &Row::severity);
        f(b.satisfaction, &Row::satisfaction);
        f(b.solved, &Row::solved);
        f(b.resolution, &Row::resolution);
        f(b.validity, &Row::validity);
        f(b.liability, &Row::liability);
        f(b.round, &Row::round);
        f(b.timely, &Row::timely);
        f(b.suspended, &Row::suspended);
        f(b.closing, &Row::closing);
    }
    void put(int at, Row const& row) {
        each_column(*this, [&](auto& column, auto member) { column[at] = row.*member; });
    }
    [[nodiscard]] Row get(int at) const {
        Row row;
        each_column(*this, [&](auto& column, auto member) { row.*member = column[at]; });
        return row;
    }
    [[nodiscard]] std::int64_t last_key() const { return key[size - 1]; }
    /// Replaces a row by one of the same key; what scans skip by follows.
    void replace(int at, Row const& row);
    /// Recomputes what scans skip by.
    void summarise();
};

}  // namespace hearline::facts
