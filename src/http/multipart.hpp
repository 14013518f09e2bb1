#pragma once
// multipart/form-data (RFC 7578), as far as uploading one file needs it.
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace hearline::http {

struct Part {
    std::string name;
    std::string file_name;  ///< "" for a plain field
    bool is_file = false;
    std::string_view content;  ///< into the body
};

/// The parts of `body`, whose content type is `content_type`. Errors: `malformed` (no boundary, cut off, bad header, more than 20 parts).
[[nodiscard]] Result<std::vector<Part>> read_multipart(std::string_view content_type, std::string_view body);

/// A parameter of a header value: `filename*` (RFC 8187) goes before `filename`. "" when there is none.
[[nodiscard]] std::string file_name_of(std::string_view content_disposition);

/// Content-Disposition that makes every browser save the file under that name.
[[nodiscard]] std::string attachment_disposition(std::string_view file_name);
/// Content-Disposition that lets the browser show it, and save it under that name.
[[nodiscard]] std::string inline_disposition(std::string_view file_name);

}  // namespace hearline::http
