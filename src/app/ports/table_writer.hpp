#pragma once
// A table that is written row by row to somewhere: CSV, JSON lines, Excel.
#include <span>
#include <string>

namespace hearline {

class TableWriter {
public:
    virtual ~TableWriter() = default;
    /// `names` are the keys (JSON lines), `titles` what a person reads (CSV, Excel).
    virtual void begin(std::span<std::string const> names, std::span<std::string const> titles) = 0;
    virtual void row(std::span<std::string const> cells) = 0;
    /// Completes the file; a writer that was not ended leaves none behind. Throws StorageError when it cannot be written.
    virtual void end() = 0;
};

}  // namespace hearline
