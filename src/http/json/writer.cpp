#include "http/json/writer.hpp"

namespace hearline::http {

void JsonWriter::text(std::string_view value) {
    static constexpr char digits[] = "0123456789abcdef";
    comma();
    out_ += '"';
    std::size_t plain = 0;
    for (std::size_t i = 0; i < value.size(); ++i) {
        auto const c = static_cast<unsigned char>(value[i]);
        if (c >= 0x20 && c != '"' && c != '\\') continue;
        out_.append(value.substr(plain, i - plain));
        plain = i + 1;
        switch (c) {
            case '"': out_ += "\\\""; break;
            case '\\': out_ += "\\\\"; break;
            case '\n': out_ += "\\n"; break;
            case '\r': out_ += "\\r"; break;
            case '\t': out_ += "\\t"; break;
            default:
                out_ += "\\u00";
                out_ += digits[c >> 4];
                out_ += digits[c & 15];
        }
    }
    out_.append(value.substr(plain));
    out_ += '"';
}

}  // namespace hearline::http
