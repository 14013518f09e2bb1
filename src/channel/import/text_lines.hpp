#pragma once
// The lines of a text file as UTF-8, whatever encoding and line ends the file has; recognised for the file as a whole. R3.7
#include <istream>

#include "base/text_encoding.hpp"
#include "channel/import/table_rows.hpp"

namespace hearline::channel {

struct TextLine {
    std::int64_t number = 0;  ///< from 1
    std::string text;         ///< without its end
    bool damaged = false;     ///< bytes that do not fit the file's encoding, now U+FFFD
    bool foreign = false;     ///< UTF-8 in a file of GB18030: most of it would pass as other characters
    bool too_long = false;    ///< beyond the limit: left out
};

class TextLines {
public:
    /// Says in `notices` when the file is not UTF-8. A line is held to `longest` bytes.
    TextLines(std::unique_ptr<std::istream> in, std::size_t longest, TableNotices& notices);
    /// False at the end.
    [[nodiscard]] bool next(TextLine& line);
    [[nodiscard]] TextEncoding encoding() const { return found_.encoding; }
    /// The file's beginning as UTF-8, for telling what it is.
    [[nodiscard]] std::string head() const;

private:
    [[nodiscard]] bool fill();
    /// Where the next line end begins at or after `from`; npos when the buffer has none.
    [[nodiscard]] std::size_t find_end(std::size_t from) const;

    std::unique_ptr<std::istream> in_;
    std::size_t longest_;
    std::string buffer_;
    std::size_t at_ = 0;
    RecognisedEncoding found_;
    std::unique_ptr<TextDecoder> decoder_;
    char end_ = '\n';
    std::int64_t number_ = 0;
};

}  // namespace hearline::channel
