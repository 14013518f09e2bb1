#include "http/body_sink.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <utility>

namespace hearline::http {
namespace {

bool write_all(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        auto const n = ::write(file, bytes.data(), bytes.size());
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(n));
    }
    return true;
}

}  // namespace

void BodySink::begin(std::string& memory, std::size_t in_memory, std::string const& folder, std::size_t expected) {
    forget();
    memory_ = &memory;
    folder_ = &folder;
    in_memory_ = in_memory;
    expected_ = expected;
    if (expected <= in_memory) memory.reserve(std::min<std::size_t>(expected, 64 * 1024));
}

bool BodySink::open_file() {
    path_ = (folder_->empty() ? std::string{"/tmp"} : *folder_) + "/upload-XXXXXX";
    file_ = ::mkostemp(path_.data(), O_CLOEXEC);
    if (file_ < 0) {
        path_.clear();
        return false;
    }
    bool const written = write_all(file_, *memory_);
    memory_->clear();
    return written;
}

bool BodySink::append(std::string_view bytes) {
    if (file_ < 0 && memory_->size() + bytes.size() <= in_memory_ && expected_ <= in_memory_) {
        memory_->append(bytes);
        return true;
    }
    if (file_ < 0 && !open_file()) return false;
    return write_all(file_, bytes);
}

bool BodySink::finish() {
    if (file_ < 0) return true;
    int const file = std::exchange(file_, -1);
    return ::close(file) == 0;
}

void BodySink::forget() {
    if (file_ >= 0) ::close(std::exchange(file_, -1));
    if (!path_.empty()) ::unlink(path_.c_str());
    path_.clear();
}

}  // namespace hearline::http
