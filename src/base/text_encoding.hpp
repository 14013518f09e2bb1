#pragma once
// Text files as they come: which encoding a file is in, and its bytes as UTF-8.
#include <memory>
#include <string>
#include <string_view>

namespace hearline {

enum class TextEncoding {
    utf8,
    utf16le,
    utf16be,
    gb18030  ///< with GBK and GB 2312, which it holds
};
/// "UTF-8", "UTF-16", "GB18030".
[[nodiscard]] std::string_view name_of(TextEncoding encoding);

struct RecognisedEncoding {
    TextEncoding encoding = TextEncoding::utf8;
    std::size_t mark = 0;  ///< bytes of the byte order mark at the front
};
/// Of the file as a whole, by its beginning: a byte order mark, zero bytes where UTF-16 has them, else the first line that is not ASCII
/// (UTF-8 where it can be that), unless all the others speak against it.
[[nodiscard]] RecognisedEncoding recognise_encoding(std::string_view sample);

class TextDecoder {
public:
    explicit TextDecoder(TextEncoding encoding);
    ~TextDecoder();
    TextDecoder(TextDecoder const&) = delete;
    TextDecoder& operator=(TextDecoder const&) = delete;
    /// `bytes` (whole characters) as UTF-8. What does not fit becomes U+FFFD, and `damaged` true.
    [[nodiscard]] std::string decode(std::string_view bytes, bool& damaged);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace hearline
