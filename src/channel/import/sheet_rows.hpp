#pragma once
// The rows of one sheet, out of its XML. Every cell is either read as Excel shows it or named as a fault. R3.7
#include <deque>

#include "channel/import/workbook.hpp"
#include "channel/import/xml_stream.hpp"

namespace hearline::channel {

/// Cells that stand as one: the value of the first is the value of every row it covers.
struct MergedArea {
    std::int64_t first_row = 0, last_row = 0;
    std::size_t first_column = 0, last_column = 0;
};
/// All of a sheet, by their first row. They stand behind the rows in its part, hence a reading of its own.
[[nodiscard]] Result<std::vector<MergedArea>> merged_areas(ZipReader& zip, std::string const& part, TableLimits const& limits);

/// Hears a sheet and puts its rows together.
class SheetRows final : public XmlHandler {
public:
    SheetRows(Workbook book, std::vector<NumberFormat> styles, std::vector<std::string> texts, std::vector<MergedArea> merged,
              TableLimits const& limits, TableNotices& notices);

    void open(std::string_view name, XmlAttributes const& attributes) override;
    void close(std::string_view name) override;
    void text(std::string_view bytes) override;

    std::deque<TableRow> ready;
    std::optional<Error> failed;  ///< beyond a limit: nothing after it is heard

private:
    struct Cell {
        std::size_t column = 0;
        std::string type, value;
        std::size_t style = 0;
        bool formula = false, has_value = false;
    };
    struct Active {
        MergedArea area;
        std::string value;
        std::optional<Text> fault;
    };
    void open_cell(XmlAttributes const& attributes);
    void close_cell();
    void close_row();
    [[nodiscard]] Result<std::string> cell_text();
    [[nodiscard]] Result<std::string> number_text();
    void merge();
    /// Takes out what an area hides below its first cell; is there anything left that is the row's own?
    void cover(Active const& active);
    void fail(Text const& why);
    void fault(std::size_t column, Text why) { row_.faults.push_back({column, std::move(why)}); }
    [[nodiscard]] std::string here(std::size_t column) const { return cell_name(column, row_.row); }

    Workbook book_;
    std::vector<NumberFormat> styles_;
    std::vector<std::string> texts_;
    std::vector<MergedArea> merged_;
    TableLimits limits_;
    TableNotices& notices_;
    std::vector<Active> active_;
    std::size_t next_merged_ = 0;
    TableRow row_;
    Cell cell_;
    RunText run_;
    std::int64_t last_row_ = 0, rows_ = 0;
    std::size_t next_column_ = 0;
    bool in_data_ = false, in_cell_ = false, in_value_ = false, hidden_ = false, out_of_order_ = false;
};

}  // namespace hearline::channel
