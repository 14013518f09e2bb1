#pragma once
// The schema's forward-only migrations of one engine, from the files embedded in the program.
#include <string>
#include <string_view>
#include <vector>

namespace hearline::sql {

struct Migration {
    int version = 0;        ///< from 1, without gaps
    std::string name;       ///< "0001_first"
    std::string_view text;  ///< DDL of this engine, statements ended by ";"
};

/// Of `engine` ("sqlite", "postgres"), oldest first.
[[nodiscard]] std::vector<Migration> migrations_for(std::string_view engine);

}  // namespace hearline::sql
