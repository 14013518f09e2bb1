#pragma once
// What handlers work with. Made once by the wiring; everything in it outlives the server.
#include <functional>
#include <span>
#include <string>

#include "app/ports/calendar_reader.hpp"
#include "app/ports/rule_book_files.hpp"
#include "app/ports/store.hpp"
#include "http/web_files.hpp"
#include "http/worker_pool.hpp"

namespace hearline {
class DirectoryHolder;  // app/directory.hpp: the current units, types, causes, network, calendars, rule book, people
class FileStore;        // app/ports/file_store.hpp
class MediaSniffer;
class MediaCleaner;
class TableFiles;  // app/ports/table_files.hpp
class ComplaintImporter;  // app/ports/complaint_importer.hpp
class FactTable;  // domain/statistics/fact_table.hpp
}  // namespace hearline

namespace hearline::http {

class Sessions;  // session.hpp
class LoginThrottle;
class RateLimit;  // throttle.hpp
class Metrics;    // metrics.hpp
class Live;       // live.hpp

struct SiteOptions {
    std::string public_url;         ///< for absolute links; "" gives relative ones. Never taken from a Host header.
    std::string attachment_folder;  ///< files named by their SHA-256
    std::size_t body_limit = 1 << 20;
    std::size_t upload_limit = 25 << 20;
    std::string version;
    std::string scratch_folder{};  ///< for files that are made to be sent
};

struct Services {
    Store& store;
    DirectoryHolder& directory;
    FactTable& facts;
    FileStore& files;
    MediaSniffer& sniffer;
    MediaCleaner& cleaner;
    Sessions& sessions;
    LoginThrottle& logins;
    RateLimit& public_rate;  ///< per address, for the open endpoints
    Metrics& metrics;
    WorkerPool& readers;  ///< for reads of a store that is not local, and for long scans
    WorkerPool& hashing;  ///< for Argon2 only
    std::function<Instant()> now;
    RandomSource& random;
    Live& live;
    SiteOptions options;
    TableFiles* tables = nullptr;  ///< makes tables as files; set wherever the ledger is exported
    std::span<WebFile const> pages{};  ///< by path; empty where no pages are served
    CalendarReader read_calendar{};
    RuleBookFiles rule_book_files{};
    ComplaintImporter* importer = nullptr;  ///< takes tables in; set wherever there are imports
};

}  // namespace hearline::http
