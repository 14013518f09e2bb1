#pragma once
// The parts of a ZIP container as bounded streams. The only place that sees libzip for reading.
#include <cstdint>
#include <memory>
#include <string>

#include "channel/import/table_rows.hpp"

namespace hearline::channel {

/// One part being unpacked.
class ZipPart {
public:
    virtual ~ZipPart() = default;
    /// Appends up to 64 KiB to `out`; false at the end. Errors: `bad-table` (damaged, encrypted, unpacks to too much).
    [[nodiscard]] virtual Result<bool> read(std::string& out) = 0;
};

class ZipReader {
public:
    virtual ~ZipReader() = default;
    [[nodiscard]] virtual bool has(std::string const& name) = 0;
    [[nodiscard]] virtual Result<std::unique_ptr<ZipPart>> open(std::string const& name) = 0;
    /// A small part whole, at most `limit` bytes.
    [[nodiscard]] Result<std::string> read_whole(std::string const& name, std::size_t limit);
};

[[nodiscard]] Result<std::shared_ptr<ZipReader>> open_zip(std::string const& path, TableLimits const& limits);
[[nodiscard]] Result<std::shared_ptr<ZipReader>> open_zip_bytes(std::string bytes, TableLimits const& limits);

}  // namespace hearline::channel
