#pragma once
// Where the body of one request is gathered: in memory, or beyond a size in a temporary file.
#include <cstddef>
#include <string>
#include <string_view>

namespace hearline::http {

class BodySink {
public:
    BodySink() = default;
    ~BodySink() { forget(); }
    BodySink(BodySink const&) = delete;
    BodySink& operator=(BodySink const&) = delete;

    /// Bodies above `in_memory` bytes go to a new file in `folder`.
    void begin(std::string& memory, std::size_t in_memory, std::string const& folder, std::size_t expected);
    /// False when the file cannot be made or written.
    [[nodiscard]] bool append(std::string_view bytes);
    /// Closes the file. Its path, or "" when the body is in memory. False when the file cannot be closed well.
    [[nodiscard]] bool finish();
    [[nodiscard]] std::string const& path() const { return path_; }
    /// Removes the file, if there still is one (the handler may have moved it away).
    void forget();

private:
    bool open_file();

    std::string* memory_ = nullptr;
    std::string const* folder_ = nullptr;
    std::string path_;
    std::size_t in_memory_ = 0, expected_ = 0;
    int file_ = -1;
};

}  // namespace hearline::http
