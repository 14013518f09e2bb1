// The XML of a sheet: its rows come in order, within the limits, as UTF-8; a bad one is refused, never a crash.
#include <cstdint>
#include <cstdlib>

#include "base/unicode.hpp"
#include "channel/import/sheet_rows.hpp"

namespace {

class Bytes final : public hearline::channel::ZipPart {
public:
    explicit Bytes(std::string_view text) : text_{text} {}
    hearline::Result<bool> read(std::string& out) override {
        auto const piece = text_.substr(0, 64);  // small pieces: a tag may lie over their ends
        out += piece;
        text_.remove_prefix(piece.size());
        return !piece.empty();
    }

private:
    std::string_view text_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    using namespace hearline;
    std::string_view const text{reinterpret_cast<char const*>(data), size};
    channel::TableLimits limits;
    limits.cell = 1000;
    limits.columns = 50;
    channel::TableNotices notices;
    std::vector<channel::NumberFormat> const styles{channel::NumberFormat{}, channel::NumberFormat{"yyyy-mm-dd"}, channel::NumberFormat{"000-0000"}};
    std::vector<channel::MergedArea> const merged{{1, 3, 0, 1}, {2, 9, 4, 4}};
    channel::SheetRows rows{channel::Workbook{}, styles, {"text"}, merged, limits, notices};
    channel::XmlStream stream{std::make_unique<Bytes>(text), rows, limits.cell};
    for (auto more = stream.step(); more && *more && !rows.failed; more = stream.step()) {
    }
    for (auto const& row : rows.ready) {
        if (row.cells.empty() || row.cells.back().empty() || row.cells.size() > limits.columns) std::abort();
        for (auto const& cell : row.cells)
            if (!is_utf8(cell)) std::abort();
    }
    return 0;
}
