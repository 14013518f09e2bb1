#pragma once
// The world the demo lives in: the operator's directory, its network with exits, and how quick each unit is.
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "app/directory.hpp"
#include "demo/grammar.hpp"

namespace hearline::demo {

struct World {
    std::shared_ptr<Directory const> directory;
    std::map<std::string, std::string> exits;  ///< letters of a station's exits, by its name
    Grammar grammar;
    std::uint64_t seed = 1;
    Instant end;  ///< nothing happens at or after it
    std::map<std::string, double, std::less<>> slowness;  ///< by unit; 1 = as the limits expect

    [[nodiscard]] Timekeeping const& keeping() const { return directory->keeping(); }
    [[nodiscard]] double slowness_of(std::string_view unit) const {
        auto const found = slowness.find(unit);
        return found == slowness.end() ? 1.0 : found->second;
    }
};

/// Something that makes many complain at once.
struct Incident {
    std::string name;  ///< of the situation
    std::string line;  ///< code
    Instant begins;
    std::int64_t minutes = 90;
};

/// When and how one complaint arrives; decided for all before any is lived through.
struct Arrival {
    Instant received;
    std::uint64_t index = 0;
    std::int8_t incident = -1;    ///< index into the incidents, or -1
    std::int8_t stays_in = -1;    ///< a Stage at which it stands at the end, or -1
    Number number;                ///< given in order of registration
    Instant registered;
};

}  // namespace hearline::demo
