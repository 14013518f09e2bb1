#pragma once
// What has to be said about a table as a whole, gathered while it is read. R3.7: no cell is left out or altered without a word.
#include <cstdint>
#include <string>
#include <vector>

#include "base/text.hpp"

namespace hearline::channel {

/// One thing that whoever imports the file has to know: its encoding, the sheet that is read, cells that are not.
struct TableNotice {
    std::string code;  ///< stable kebab-case name
    Text text;         ///< a sentence, with the first places where it holds
    bool operator==(TableNotice const&) const = default;
};

/// "B", as a spreadsheet names a column; from 0.
[[nodiscard]] std::string column_name(std::size_t column);
/// "B7", as a spreadsheet names a cell; column from 0, row from 1.
[[nodiscard]] std::string cell_name(std::size_t column, std::int64_t row);

class TableNotices {
public:
    /// Once for the file.
    void add(std::string code, Text text);
    /// For one place ("B7"); places of one code are told together, the first few by name.
    void add_at(std::string_view code, Text const& text, std::string place);
    [[nodiscard]] std::vector<TableNotice> list() const;

private:
    struct Entry {
        TableNotice notice;
        std::vector<std::string> places;
        std::int64_t count = 0;
    };
    std::vector<Entry> entries_;
};

}  // namespace hearline::channel
