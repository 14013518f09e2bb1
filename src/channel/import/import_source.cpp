#include "channel/import/import_source.hpp"

#include <algorithm>

#include "channel/csv_guard.hpp"
#include "channel/import/map_record.hpp"

namespace hearline::channel {
namespace {

/// R3.7: our own CSV comes back as it went out.
class UnguardedRecords final : public Records {
public:
    explicit UnguardedRecords(std::unique_ptr<Records> records) : records_{std::move(records)} {}
    Result<bool> next(Record& record) override {
        if (!TRY(records_->next(record))) return false;
        for (auto& [column, cell] : record.cells) cell = std::string{unguarded(cell)};
        return true;
    }
    std::vector<std::string> const& columns() const override { return records_->columns(); }
    std::vector<TableNotice> notices() const override { return records_->notices(); }

private:
    std::unique_ptr<Records> records_;
};

tl::unexpected<Error> no_mapping() {
    std::string names;
    for (auto const& mapping : shipped_mappings()) names += (names.empty() ? "" : " ") + mapping.name;
    return refuse(ErrorKind::invalid, "no-mapping",
                  say("没有合适的映射：请逐列对应，或用 --map 指定映射文件，或随程序提供的一个：{}", "no mapping fits this table: match its columns, or name a mapping file with --map, or one that comes with the program: {}", names));
}

}  // namespace

Result<Mapping> shipped_mapping(std::string_view name) {
    for (auto& mapping : shipped_mappings())
        if (mapping.name == name) return std::move(mapping);
    return no_mapping();
}

Done open_source(OpenTable const& open, TableFormat format, std::optional<Mapping> mapping, ImportSource& source) {
    if (!mapping && format == TableFormat::jsonl) mapping = TRY(shipped_mapping("ledger-jsonl"));
    source.records = TRY(mapping ? open(mapping->format.value_or(format), mapping->sheet, mapping->heading) : open(format, "", 0));
    if (!mapping) mapping = mapping_for(source.records->columns());
    if (!mapping) return no_mapping();
    source.mapping = std::move(*mapping);
    return check_columns(source.mapping, source.records->columns());
}

void settle(ImportSource& source, TableFormat format, Directory const& directory) {
    if (source.mapping.own) source.mapping.zone = directory.zone();
    auto const& columns = source.records->columns();
    bool const written_by_us = source.mapping.own || std::any_of(columns.begin(), columns.end(), is_of_an_error_file);
    if (written_by_us && format == TableFormat::csv) source.records = std::make_unique<UnguardedRecords>(std::move(source.records));
}

}  // namespace hearline::channel
