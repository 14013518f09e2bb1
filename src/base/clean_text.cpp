#include "base/clean_text.hpp"

namespace hearline {

std::string clean_text(std::string_view text, LineBreaks breaks) {
    auto const lines = clean_lines(text);
    std::string out;
    for (std::string_view rest = lines; !rest.empty();) {
        auto const before = rest;
        auto const c = take_code_point(rest);
        bool const control = c < 0x20 || (c >= 0x7F && c <= 0x9F);
        if (!control || (c == '\n' && breaks == LineBreaks::allowed))
            out += before.substr(0, before.size() - rest.size());
        else if (c == '\n' || c == '\t')
            out += ' ';
    }
    return std::string{trim(out)};
}

}  // namespace hearline
