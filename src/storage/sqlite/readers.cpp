#include "storage/sqlite/readers.hpp"

#include <fstream>
#include <string_view>

namespace hearline::sqlite {
namespace {

constexpr std::size_t idle_kept = 8;
constexpr int main_cache_kib = 1024, search_cache_kib = 512;

/// The index is derived: one that is not there, or is no database, is done without until it is made anew.
bool has_search_index(std::string const& file) {
    constexpr std::string_view signature = "SQLite format 3";
    std::ifstream in{file, std::ios::binary};
    std::string head(signature.size(), '\0');
    if (!in) return false;
    in.read(head.data(), static_cast<std::streamsize>(head.size()));
    return in.gcount() == 0 || head == signature;
}

}  // namespace

Readers::Readers(std::string main_file, std::string search_file, std::string vfs)
    : main_file_{std::move(main_file)}, search_file_{std::move(search_file)}, vfs_{std::move(vfs)} {}

std::unique_ptr<Reader> Readers::take() {
    {
        std::lock_guard lock{mutex_};
        if (!idle_.empty()) {
            auto reader = std::move(idle_.back());
            idle_.pop_back();
            return reader;
        }
    }
    auto reader = std::unique_ptr<Reader>{new Reader{Database{OpenOptions{main_file_, Use::read, main_cache_kib, vfs_}}, std::nullopt}};
    if (has_search_index(search_file_)) reader->search.emplace(OpenOptions{search_file_, Use::read, search_cache_kib, vfs_});
    return reader;
}

void Readers::give_back(std::unique_ptr<Reader> reader) {
    std::lock_guard lock{mutex_};
    if (idle_.size() < idle_kept) idle_.push_back(std::move(reader));
}

}  // namespace hearline::sqlite
