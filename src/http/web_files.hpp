#pragma once
// The files of the pages as the program carries them: each as it is and, where that makes it smaller, compressed beforehand.
#include <span>
#include <string_view>

namespace hearline::http {

struct WebFile {
    std::string_view path;  ///< "staff.html", "assets/staff-C1kT2kk0.js"
    std::string_view content;
    std::string_view brotli, gzip;  ///< "" when that would not be smaller
    std::string_view digest;        ///< of the content, hexadecimal
};

/// All of them by path. Made by web/build/pack.mjs and linked into the program only: who serves pages is handed them.
[[nodiscard]] std::span<WebFile const> web_files();

}  // namespace hearline::http
