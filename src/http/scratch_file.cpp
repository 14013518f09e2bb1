#include "http/scratch_file.hpp"

#include "app/directory.hpp"
#include "base/digest.hpp"

namespace hearline::http {

namespace {

std::string_view type_of(TableFileFormat format) {
    switch (format) {
        case TableFileFormat::xlsx: return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        case TableFileFormat::csv: return "text/csv; charset=utf-8";
        case TableFileFormat::jsonl: return "application/x-ndjson";
    }
    return "application/octet-stream";
}

}  // namespace

std::shared_ptr<ScratchFile> make_scratch(Services& services, std::string_view what) {
    return std::make_shared<ScratchFile>(fmt::format("{}/{}-{}", services.options.scratch_folder, what, random_code(services.random, 20)));
}

Response table_response(std::shared_ptr<ScratchFile> const& scratch, TableFileFormat format, std::string_view what, std::int64_t rows, Services const& services) {
    Response response;
    response.file = scratch->path();
    response.keeps = scratch;
    response.content_type = type_of(format);
    response.set("X-Row-Count", std::to_string(rows));
    response.set("Content-Disposition",
                 fmt::format("attachment; filename=\"{}-{}.{}\"", what, format_date(services.directory.get()->zone().date(services.now())), code_of(format)));
    response.set("Cache-Control", "no-store");
    return response;
}

}  // namespace hearline::http
