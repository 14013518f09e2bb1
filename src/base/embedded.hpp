#pragma once
// Files that were put inside the program at build time (migrations, shipped data, the API document).
#include <string>
#include <string_view>
#include <vector>

namespace hearline {

struct EmbeddedFile {
    std::string_view bundle;
    std::string_view path;  ///< relative to the bundle's folder
    std::string_view content;
};

/// All files of a bundle ("migrations", "data", "api") in order of their paths.
[[nodiscard]] std::vector<EmbeddedFile> embedded_files(std::string_view bundle);

}  // namespace hearline
