#include "channel/import/xlsx_rows.hpp"

#include "channel/import/sheet_rows.hpp"

namespace hearline::channel {
namespace {

class XlsxRows final : public TableRows {
public:
    Done begin(std::shared_ptr<ZipReader> zip, std::string const& wanted, TableLimits const& limits) {
        zip_ = std::move(zip);
        auto book = TRY(open_workbook(*zip_));
        days_before_ = book.days_before;
        auto const sheet = TRY(book.choose(wanted, notices_));
        auto styles = TRY(styles_of(*zip_, book, limits));
        auto texts = TRY(shared_texts(*zip_, book, limits));
        auto merged = TRY(merged_areas(*zip_, sheet.part, limits));
        auto part = TRY(zip_->open(sheet.part));
        rows_ = std::make_unique<SheetRows>(std::move(book), std::move(styles), std::move(texts), std::move(merged), limits, notices_);
        stream_ = std::make_unique<XmlStream>(std::move(part), *rows_, limits.cell * 16);
        return std::monostate{};
    }
    Result<bool> next(TableRow& row) override {
        while (rows_->ready.empty() && !rows_->failed)
            if (!TRY(stream_->step())) break;
        if (rows_->ready.empty()) {
            if (rows_->failed) return tl::make_unexpected(*rows_->failed);
            return false;
        }
        row = std::move(rows_->ready.front());
        rows_->ready.pop_front();
        return true;
    }
    std::int64_t days_before() const override { return days_before_; }

private:
    std::int64_t days_before_ = 0;
    std::shared_ptr<ZipReader> zip_;
    std::unique_ptr<SheetRows> rows_;
    std::unique_ptr<XmlStream> stream_;
};

Result<std::unique_ptr<TableRows>> rows_of(std::shared_ptr<ZipReader> zip, std::string const& sheet, TableLimits const& limits) {
    auto rows = std::make_unique<XlsxRows>();
    TRY(rows->begin(std::move(zip), sheet, limits));
    return std::unique_ptr<TableRows>{std::move(rows)};
}

}  // namespace

Result<std::unique_ptr<TableRows>> xlsx_rows(std::string const& path, std::string const& sheet, TableLimits const& limits) {
    return rows_of(TRY(open_zip(path, limits)), sheet, limits);
}
Result<std::unique_ptr<TableRows>> xlsx_rows_of_bytes(std::string bytes, std::string const& sheet, TableLimits const& limits) {
    return rows_of(TRY(open_zip_bytes(std::move(bytes), limits)), sheet, limits);
}

}  // namespace hearline::channel
