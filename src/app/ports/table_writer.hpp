#pragma once
// A table that is written row by row to somewhere: CSV, JSON lines, Excel.
#include <span>
#include <string>

#include "base/text.hpp"
#include "base/time.hpp"

namespace hearline {

/// A cell as a person reads it, or as a program does, by what the writer wants.
struct TableCell {
    enum class Kind {
        text,
        number,  ///< `text` is digits
        moment,  ///< `at`, to the second
        limit,   ///< `at` is when a limit ends: midnight is the 24:00 of the day before (R9.1)
        json     ///< `text` is a JSON value; "" is null
    };
    Kind kind = Kind::text;
    std::string text;
    LocalTime at{};

    /// "2026-12-04 09:05:00", a limit "2026-12-04 24:00"; the text of the other kinds.
    [[nodiscard]] std::string words() const;
};

struct TableColumn {
    std::string name;   ///< the key (JSON lines)
    std::string title;  ///< what a person reads (CSV, Excel)
    int width = 16;     ///< in characters, as Excel measures
};

class TableWriter {
public:
    virtual ~TableWriter() = default;
    /// The cells are for programs: codes and JSON values, no words of a language.
    [[nodiscard]] virtual bool wants_codes() const { return false; }
    virtual void begin(std::span<TableColumn const> columns) = 0;
    virtual void row(std::span<TableCell const> cells) = 0;
    /// Completes the file; a writer that was not ended leaves none behind. Throws StorageError when it cannot be written.
    virtual void end() = 0;
};

}  // namespace hearline
