#pragma once
// The three JSON shapes and the CSV shape of published networks, as plain rows: city, line, station, in the order of the file.
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace hearline::channel {

struct NetworkRow {
    std::string city, line, line_en, color, station, station_en;
};

/// Errors: `bad-network`, naming what is missing and where.
[[nodiscard]] Result<std::vector<NetworkRow>> network_rows_of_json(std::string_view text, std::string_view file);
[[nodiscard]] Result<std::vector<NetworkRow>> network_rows_of_csv(std::string_view text, std::string_view file);

}  // namespace hearline::channel
