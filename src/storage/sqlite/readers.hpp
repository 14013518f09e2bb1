#pragma once
// Connections for reading: one for each thread that reads at the same time, kept for the next.
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "storage/sqlite/database.hpp"

namespace hearline::sqlite {

struct Reader {
    Database main;
    std::optional<Database> search;  ///< nothing where the file is lost
};

class Readers {
public:
    Readers(std::string main_file, std::string search_file, std::string vfs);

    /// Takes a reader for the length of a read.
    class Lease {
    public:
        explicit Lease(Readers& readers) : readers_{readers}, reader_{readers.take()} {}
        ~Lease() { readers_.give_back(std::move(reader_)); }
        Lease(Lease const&) = delete;
        Lease& operator=(Lease const&) = delete;
        Reader* operator->() const { return reader_.get(); }

    private:
        Readers& readers_;
        std::unique_ptr<Reader> reader_;
    };

private:
    std::unique_ptr<Reader> take();
    void give_back(std::unique_ptr<Reader> reader);

    std::string main_file_, search_file_, vfs_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<Reader>> idle_;
};

}  // namespace hearline::sqlite
