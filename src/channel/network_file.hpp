#pragma once
// Reads lines and their stations: our own TOML, and the JSON and CSV shapes in which metro networks are published.
#include <map>

#include "app/reference.hpp"

namespace hearline::channel {

/// A network as a file gives it.
struct NetworkFile {
    std::string city;
    std::vector<Line> lines;
    std::map<std::string, std::string> exits;  ///< letters of a station's exits, by its name, where the file names them
};

/// Every city the file holds; the form is told by the content:
/// our TOML; `{city, lines, stations}` with stations naming their lines; a list of `{city, line, stations}`; `{city, lines:[{line, stations}]}`;
/// CSV with the columns city, line, station. Errors: `bad-network` with the line or the place in the JSON; nothing is taken then.
[[nodiscard]] Result<std::vector<NetworkFile>> read_network(std::string_view text, std::string_view file);

/// The network of the demo operator. Throws std::logic_error when it cannot be read.
[[nodiscard]] NetworkFile shipped_network();

}  // namespace hearline::channel
