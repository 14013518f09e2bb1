#pragma once
// What an Excel workbook (OOXML) says beside its cells: where its parts are, its sheets, number formats and shared texts.
#include <optional>

#include "channel/import/number_format.hpp"
#include "channel/import/table_notices.hpp"
#include "channel/import/zip_reader.hpp"

namespace hearline::channel {

struct Workbook {
    struct Sheet {
        std::string name;
        std::string part;  ///< in the container
        bool hidden = false;
    };
    std::vector<Sheet> sheets;            ///< in the order of the tabs; charts are none
    std::int64_t days_before = 0;         ///< 1462 where days are counted from 1904
    bool uncalculated = false;            ///< whoever wrote the file left its formulas to be worked out by Excel
    std::string styles_part, texts_part;  ///< where they are, if they are there

    /// The sheet of that name; "": the first that is to be seen, and what is not read is noticed.
    [[nodiscard]] Result<Sheet> choose(std::string const& wanted, TableNotices& notices) const;
};

/// Follows the container's own directory, whatever its parts are called. Errors: `bad-table` (no workbook, naming what it is where that can
/// be told).
[[nodiscard]] Result<Workbook> open_workbook(ZipReader& zip);

/// Formats by the style number of a cell.
[[nodiscard]] Result<std::vector<NumberFormat>> styles_of(ZipReader& zip, Workbook const& book, TableLimits const& limits);
/// Texts by their number.
[[nodiscard]] Result<std::vector<std::string>> shared_texts(ZipReader& zip, Workbook const& book, TableLimits const& limits);

/// A text as the file's XML holds it: "_x000D_" stands for the character with that number (ECMA-376 22.9.2.19).
[[nodiscard]] std::string unescaped(std::string text);

/// Collects the text of one string item or inline string: all its runs, without the phonetic hints.
class RunText {
public:
    void open(std::string_view name) {
        if (name == "rPh") ++phonetic_;
        inside_ = name == "t" && phonetic_ == 0;
    }
    void close(std::string_view name) {
        if (name == "rPh" && phonetic_ > 0) --phonetic_;
        if (name == "t") inside_ = false;
    }
    /// Does not grow far beyond `limit`.
    void text(std::string_view bytes, std::size_t limit) {
        if (inside_ && text_.size() <= limit) text_ += bytes;
    }
    [[nodiscard]] std::string take() { return unescaped(std::exchange(text_, {})); }

private:
    std::string text_;
    int phonetic_ = 0;
    bool inside_ = false;
};

}  // namespace hearline::channel
