#include "storage/sqlite/readers.hpp"

namespace hearline::sqlite {
namespace {

constexpr std::size_t idle_kept = 8;
constexpr int main_cache_kib = 1024, search_cache_kib = 512;

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
    return std::unique_ptr<Reader>{new Reader{Database{OpenOptions{main_file_, Use::read, main_cache_kib, vfs_}},
                                              Database{OpenOptions{search_file_, Use::read, search_cache_kib, vfs_}}}};
}

void Readers::give_back(std::unique_ptr<Reader> reader) {
    std::lock_guard lock{mutex_};
    if (idle_.size() < idle_kept) idle_.push_back(std::move(reader));
}

}  // namespace hearline::sqlite
