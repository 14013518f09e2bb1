#pragma once
// Files that are made to be sent: gone when their answer has been.
#include <filesystem>
#include <memory>
#include <string>

#include "app/ports/table_files.hpp"
#include "http/message.hpp"
#include "http/services.hpp"

namespace hearline::http {

/// A file that is gone when its answer has been sent.
class ScratchFile {
public:
    explicit ScratchFile(std::string path) : path_{std::move(path)} {}
    ScratchFile(ScratchFile const&) = delete;
    ScratchFile& operator=(ScratchFile const&) = delete;
    ~ScratchFile() {
        std::error_code gone;
        std::filesystem::remove(path_, gone);
    }
    [[nodiscard]] std::string const& path() const { return path_; }

private:
    std::string path_;
};

/// A name for one, in the folder of uploads.
[[nodiscard]] std::shared_ptr<ScratchFile> make_scratch(Services& services, std::string_view what);
/// A table of so many rows as a download named `what` and the day.
[[nodiscard]] Response table_response(std::shared_ptr<ScratchFile> const& scratch, TableFileFormat format, std::string_view what, std::int64_t rows, Services const& services);

}  // namespace hearline::http
