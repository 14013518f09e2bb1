#pragma once
// The project's own files as the house tests read them.
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace hearline::house {

inline std::filesystem::path root() { return SOURCE_FOLDER; }

inline std::string read(std::filesystem::path const& path) {
    std::ifstream in{path, std::ios::binary};
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

inline std::vector<std::string> lines(std::string const& text) {
    std::vector<std::string> found;
    std::istringstream in{text};
    for (std::string line; std::getline(in, line);) found.push_back(line);
    return found;
}

/// Files below `folder` with one of the endings, paths relative to the root, sorted.
inline std::vector<std::string> files(std::string const& folder, std::vector<std::string> const& endings) {
    std::vector<std::string> found;
    if (!std::filesystem::exists(root() / folder)) return found;
    for (auto const& entry : std::filesystem::recursive_directory_iterator(root() / folder)) {
        if (!entry.is_regular_file()) continue;
        auto const path = std::filesystem::relative(entry.path(), root()).string();
        if (path.find("node_modules") != std::string::npos) continue;
        for (auto const& ending : endings)
            if (path.ends_with(ending)) found.push_back(path);
    }
    std::sort(found.begin(), found.end());
    return found;
}

inline std::vector<std::string> words(std::string const& text) {
    std::vector<std::string> found;
    std::istringstream in{text};
    for (std::string word; in >> word;) found.push_back(word);
    return found;
}

}  // namespace hearline::house
