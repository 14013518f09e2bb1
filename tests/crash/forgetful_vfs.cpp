#include "crash/forgetful_vfs.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <atomic>
#include <cstring>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace hearline::crash {
namespace {

enum class Manner { forgets, forgets_and_skips_log_sync, has_little_room };

/// A file as the process sees it, and what of it the disk has not got yet. Shared by all who have it open.
struct Seen {
    std::mutex mutex;
    std::string content;
    std::vector<std::pair<sqlite3_int64, sqlite3_int64>> unsynced;  // begin, end
    bool loaded = false;
};

std::atomic<std::int64_t> room{INT64_MAX};

struct File {
    sqlite3_file base;  // must be first
    sqlite3_file* disk;
    Seen* seen;  // null: written through
    Manner manner;
    bool is_log;
};
File& of(sqlite3_file* file) { return *reinterpret_cast<File*>(file); }
sqlite3_file* disk_of(sqlite3_file* file) { return of(file).disk; }

Seen& seen_of(std::string const& path) {
    static std::mutex mutex;
    static std::map<std::string, std::unique_ptr<Seen>> all;
    std::lock_guard lock{mutex};
    auto& one = all[path];
    if (!one) one = std::make_unique<Seen>();
    return *one;
}

int load(File& file) {
    auto& seen = *file.seen;
    std::lock_guard lock{seen.mutex};
    if (seen.loaded) return SQLITE_OK;
    sqlite3_int64 size = 0;
    if (auto const code = file.disk->pMethods->xFileSize(file.disk, &size); code != SQLITE_OK) return code;
    seen.content.resize(static_cast<std::size_t>(size));
    if (size > 0)
        if (auto const code = file.disk->pMethods->xRead(file.disk, seen.content.data(), static_cast<int>(size), 0); code != SQLITE_OK) return code;
    seen.loaded = true;
    return SQLITE_OK;
}

int read(sqlite3_file* handle, void* out, int amount, sqlite3_int64 offset) {
    auto& file = of(handle);
    if (!file.seen) return file.disk->pMethods->xRead(file.disk, out, amount, offset);
    std::lock_guard lock{file.seen->mutex};
    auto const size = static_cast<sqlite3_int64>(file.seen->content.size());
    auto const there = std::clamp<sqlite3_int64>(size - offset, 0, amount);
    std::memcpy(out, file.seen->content.data() + std::min(offset, size), static_cast<std::size_t>(there));
    std::memset(static_cast<char*>(out) + there, 0, static_cast<std::size_t>(amount - there));
    return there == amount ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

int write(sqlite3_file* handle, void const* bytes, int amount, sqlite3_int64 offset) {
    auto& file = of(handle);
    if (file.manner == Manner::has_little_room && room.fetch_sub(amount) < amount) return SQLITE_FULL;
    if (!file.seen) return file.disk->pMethods->xWrite(file.disk, bytes, amount, offset);
    std::lock_guard lock{file.seen->mutex};
    auto& content = file.seen->content;
    if (content.size() < static_cast<std::size_t>(offset + amount)) content.resize(static_cast<std::size_t>(offset + amount));
    std::memcpy(content.data() + offset, bytes, static_cast<std::size_t>(amount));
    file.seen->unsynced.emplace_back(offset, offset + amount);
    return SQLITE_OK;
}

int truncate(sqlite3_file* handle, sqlite3_int64 size) {
    auto& file = of(handle);
    if (!file.seen) return file.disk->pMethods->xTruncate(file.disk, size);
    std::lock_guard lock{file.seen->mutex};
    file.seen->content.resize(static_cast<std::size_t>(size));
    return SQLITE_OK;
}

int sync(sqlite3_file* handle, int flags) {
    auto& file = of(handle);
    if (!file.seen) return file.disk->pMethods->xSync(file.disk, flags);
    if (file.manner == Manner::forgets_and_skips_log_sync && file.is_log) return SQLITE_OK;
    auto& seen = *file.seen;
    std::lock_guard lock{seen.mutex};
    auto const size = static_cast<sqlite3_int64>(seen.content.size());
    sqlite3_int64 on_disk = 0;
    file.disk->pMethods->xFileSize(file.disk, &on_disk);
    if (on_disk > size) file.disk->pMethods->xTruncate(file.disk, size);
    for (auto const& [begin, end] : seen.unsynced)
        if (begin < size)
            if (auto const code = file.disk->pMethods->xWrite(file.disk, seen.content.data() + begin, static_cast<int>(std::min(end, size) - begin), begin); code != SQLITE_OK)
                return code;
    seen.unsynced.clear();
    return file.disk->pMethods->xSync(file.disk, flags);
}

int file_size(sqlite3_file* handle, sqlite3_int64* size) {
    auto& file = of(handle);
    if (!file.seen) return file.disk->pMethods->xFileSize(file.disk, size);
    std::lock_guard lock{file.seen->mutex};
    *size = static_cast<sqlite3_int64>(file.seen->content.size());
    return SQLITE_OK;
}

int close(sqlite3_file* handle) { return disk_of(handle)->pMethods->xClose(disk_of(handle)); }
int lock(sqlite3_file* f, int level) { return disk_of(f)->pMethods->xLock(disk_of(f), level); }
int unlock(sqlite3_file* f, int level) { return disk_of(f)->pMethods->xUnlock(disk_of(f), level); }
int check_lock(sqlite3_file* f, int* out) { return disk_of(f)->pMethods->xCheckReservedLock(disk_of(f), out); }
int control(sqlite3_file* f, int what, void* argument) {
    // The layer below must not size or map the file behind our back.
    if (what == SQLITE_FCNTL_SIZE_HINT || what == SQLITE_FCNTL_MMAP_SIZE || what == SQLITE_FCNTL_CHUNK_SIZE) return SQLITE_NOTFOUND;
    return disk_of(f)->pMethods->xFileControl(disk_of(f), what, argument);
}
int sector_size(sqlite3_file* f) { return disk_of(f)->pMethods->xSectorSize(disk_of(f)); }
int characteristics(sqlite3_file* f) { return disk_of(f)->pMethods->xDeviceCharacteristics(disk_of(f)); }
int shm_map(sqlite3_file* f, int page, int size, int extend, void volatile** out) { return disk_of(f)->pMethods->xShmMap(disk_of(f), page, size, extend, out); }
int shm_lock(sqlite3_file* f, int offset, int n, int flags) { return disk_of(f)->pMethods->xShmLock(disk_of(f), offset, n, flags); }
void shm_barrier(sqlite3_file* f) { disk_of(f)->pMethods->xShmBarrier(disk_of(f)); }
int shm_unmap(sqlite3_file* f, int remove) { return disk_of(f)->pMethods->xShmUnmap(disk_of(f), remove); }

sqlite3_io_methods const methods{2,        close,        read,           write,     truncate,    sync,           file_size,
                                 lock,     unlock,       check_lock,     control,   sector_size, characteristics, shm_map,
                                 shm_lock, shm_barrier,  shm_unmap,      nullptr,   nullptr};

struct Layer {
    sqlite3_vfs vfs;
    sqlite3_vfs* disk;
    Manner manner;
};
Layer& layer_of(sqlite3_vfs* vfs) { return *static_cast<Layer*>(vfs->pAppData); }

int open(sqlite3_vfs* vfs, char const* name, sqlite3_file* handle, int flags, int* out_flags) {
    auto& layer = layer_of(vfs);
    auto& file = of(handle);
    file.disk = reinterpret_cast<sqlite3_file*>(reinterpret_cast<char*>(handle) + sizeof(File));
    file.manner = layer.manner;
    file.is_log = (flags & SQLITE_OPEN_WAL) != 0;
    file.seen = nullptr;
    auto code = layer.disk->xOpen(layer.disk, name, file.disk, flags, out_flags);
    handle->pMethods = file.disk->pMethods ? &methods : nullptr;
    if (code == SQLITE_OK && name && layer.manner != Manner::has_little_room) {
        file.seen = &seen_of(name);
        code = load(file);
    }
    return code;
}

int remove(sqlite3_vfs* vfs, char const* name, int sync_folder) {
    auto& seen = seen_of(name);
    {
        std::lock_guard lock{seen.mutex};
        seen.content.clear();
        seen.unsynced.clear();
    }
    return layer_of(vfs).disk->xDelete(layer_of(vfs).disk, name, sync_folder);
}

void add(char const* name, Manner manner) {
    auto* const disk = sqlite3_vfs_find(nullptr);
    auto* const layer = new Layer{*disk, disk, manner};  // lives as long as the program
    layer->vfs.zName = name;
    layer->vfs.pAppData = layer;
    layer->vfs.szOsFile = disk->szOsFile + static_cast<int>(sizeof(File));
    layer->vfs.xOpen = open;
    layer->vfs.xDelete = remove;
    sqlite3_vfs_register(&layer->vfs, 0);
}

}  // namespace

void register_forgetful_vfs() {
    static std::once_flag once;
    std::call_once(once, [] {
        add(forgetful_vfs, Manner::forgets);
        add(forgetful_lazy_vfs, Manner::forgets_and_skips_log_sync);
        add(small_vfs, Manner::has_little_room);
    });
}

void set_room(std::int64_t bytes) { room = bytes; }

}  // namespace hearline::crash
