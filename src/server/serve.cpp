#include "server/serve.hpp"

#include <filesystem>
#include <ostream>
#include <thread>

#include "app/facts_feed.hpp"
#include "app/ports/operation_log.hpp"
#include "base/script_variants.hpp"
#include "base/unicode.hpp"
#include "channel/calendar_file/read_calendar.hpp"
#include "channel/import/file_importer.hpp"
#include "channel/media/media_cleaner.hpp"
#include "channel/media/media_sniffer.hpp"
#include "channel/rule_book_file/read_rule_book.hpp"
#include "channel/table_writers.hpp"
#include "http/live.hpp"
#include "http/metrics.hpp"
#include "http/pipeline.hpp"
#include "http/routes.hpp"
#include "http/session.hpp"
#include "http/throttle.hpp"
#include "jobs/standing_jobs.hpp"
#include "server/log.hpp"
#include "server/open_store.hpp"
#include "storage/files/file_store.hpp"

namespace hearline::server {
namespace {

[[nodiscard]] http::ServerOptions server_options(Configuration const& configuration, std::string const& uploads) {
    http::ServerOptions options;
    options.host = configuration.host;
    options.port = configuration.port;
    options.threads = configuration.threads > 0 ? configuration.threads : static_cast<int>(std::max(2u, std::thread::hardware_concurrency()));
    options.stop_timeout = std::chrono::seconds{configuration.stop_seconds};
    options.max_connections = static_cast<std::size_t>(configuration.max_connections);
    options.certificate = configuration.certificate;
    options.key = configuration.key;
    options.trusted_proxies = configuration.trusted_proxies;
    options.upload_folder = uploads;
    return options;
}

[[nodiscard]] std::string shown_host(std::string const& host) { return host.find(':') == std::string::npos ? host : "[" + host + "]"; }

[[nodiscard]] http::AccessLog access_log(Configuration const& configuration) {
    if (configuration.log_access == "on") return [](http::AccessLine const& line) { log_json(http::to_json(line)); };
    return [](http::AccessLine const& line) {
        if (!line.failure.empty()) log_json(http::to_json(line));
    };
}

/// The program's, and a mark of its pages: a page that was made by another program loads itself anew.
[[nodiscard]] std::string version_of(std::span<http::WebFile const> pages) {
    std::vector<std::string_view> digests;
    for (auto const& file : pages) digests.push_back(file.digest);
    return fmt::format("{}+{}", HEARLINE_VERSION, hex(sha256_parts(digests)).substr(0, 8));
}

/// What only shows when it is used: files of the certificate, addresses of proxies. Before anything is made.
[[nodiscard]] Done check_use(Configuration const& configuration) {
    try {
        http::Server::check(server_options(configuration, {}));
        return std::monostate{};
    } catch (std::runtime_error const& error) {
        std::string const why = error.what();
        for (auto const& [key, place] : configuration.places)
            if (why.starts_with(key)) {
                Text const text{fmt::format("配置项 {} 不能使用：{}", key, why), why};
                return refuse(ErrorKind::unavailable, "bad-configuration", text, {{place, text}});
            }
        throw;
    }
}

/// Runs what listens; what the system refuses is told.
template <class F>
[[nodiscard]] Done listening(Configuration const& configuration, F&& listen) {
    try {
        listen();
        return std::monostate{};
    } catch (std::runtime_error const& error) {
        std::string const why = error.what();  // "cannot listen on HOST:PORT: REASON"
        auto const text = say("无法监听 {}:{}：{}", "cannot listen on {}:{}: {}", configuration.host, configuration.port, why.substr(why.rfind(": ") + 2));
        return refuse(ErrorKind::unavailable, "cannot-listen", text, {{"--listen", text}});
    }
}

/// The romaniser takes a third of a second to start: not while somebody waits for the list of places.
void warm_romaniser(Directory const& directory) {
    try {
        for (auto const& line : directory.lines())
            for (auto const& station : line.stations) static_cast<void>(pinyin(station.name));
        static_cast<void>(script_variants());
    } catch (std::exception const& error) {
        log(LogLevel::warning, fmt::format("places have no pinyin: {}", error.what()));
    }
}

}  // namespace

Done serve(Configuration const& configuration, Surroundings const& around, std::ostream& out) {
    auto const& clock = around.clock;
    TRY(check_use(configuration));
    std::shared_ptr<http::TakenAddress> address;  // first of all: whoever cannot listen leaves no store behind
    TRY(listening(configuration, [&] { address = std::make_shared<http::TakenAddress>(configuration.host, configuration.port); }));
    open_log(configuration.log_level, configuration.log_file);
    send_warnings_to([](std::string_view line) { log(LogLevel::warning, line); });
    send_notices_to([](std::string_view line) { log(LogLevel::info, line); });
    auto const store = TRY(open_store(configuration, cli::StoreUse::write, clock));

    DirectoryHolder directory{read_now(*store, [](Snapshot& snapshot) { return Directory::load(snapshot); })};
    FactTable facts;
    http::SessionLimits limits;
    limits.idle = std::chrono::minutes{configuration.session_idle_minutes};
    limits.absolute = std::chrono::hours{configuration.session_hours};
    http::Sessions sessions{*store, system_random(), limits};
    http::Live live{*store, directory, sessions, clock, version_of(around.pages)};
    FactsFeed feed{*store, facts, directory.get()->zone()};
    feed.tell([&live](std::span<ComplaintRow const> rows) { live.changed(rows); });
    auto const cache = configuration.store == "sqlite" ? configuration.data + "/facts.cache" : std::string{};
    feed.start(cache);

    auto const folder = std::filesystem::path{configuration.data};
    auto const uploads = (folder / "uploads").string();
    std::filesystem::create_directories(uploads);
    FolderFileStore files{(folder / "attachments").string()};
    auto const sniffer = make_media_sniffer();
    auto const cleaner = make_media_cleaner();
    auto const tables = make_table_files();
    auto const importer = make_file_importer();
    http::LoginThrottle logins;
    http::RateLimit public_rate;
    http::Metrics metrics{HEARLINE_VERSION};
    http::WorkerPool readers{4, 1024};
    http::WorkerPool hashing{2, 64};
    http::Services services{*store, directory, facts, files, *sniffer, *cleaner, sessions, logins, public_rate, metrics, readers, hashing, clock, system_random(), live,
                            {configuration.public_url, (folder / "attachments").string(), static_cast<std::size_t>(configuration.body_limit_kib) << 10,
                             static_cast<std::size_t>(configuration.upload_limit_mib) << 20, HEARLINE_VERSION, uploads}, tables.get(), around.pages, read_calendar, rule_book_files(), importer.get()};
    auto const routes = http::all_routes();
    http::Pipeline pipeline{services, routes, access_log(configuration)};
    auto options = server_options(configuration, uploads);
    options.address = std::move(address);
    options.body_limit = services.options.body_limit;
    options.upload_limit = services.options.upload_limit;
    http::Server server{options, [&](http::Request& request) { return pipeline.answer(request); },
                        [&](http::Method method, std::string_view path) { return http::takes_upload(method, path) ? services.options.upload_limit : services.options.body_limit; }};

    Scheduler scheduler{clock, [](std::string const& job, std::string const& what) { log(LogLevel::error, fmt::format("job {} failed: {}", job, what)); }};
    add_standing_jobs(scheduler, {*store, directory, feed, cache, std::chrono::minutes{configuration.session_idle_minutes}});
    TRY(listening(configuration, [&] { server.start(); }));
    live.start();
    scheduler.start();
    std::jthread const warming{[known = directory.get()] { warm_romaniser(*known); }};
    auto const scheme = configuration.certificate.empty() ? "http" : "https";
    out << "hearline " << HEARLINE_VERSION << " " << scheme << "://" << shown_host(configuration.host) << ":" << server.port() << std::endl;
    if (directory.get()->users().empty())
        out << say("还没有人员。停止服务后用 hearline user add 用户名 --role sysadmin --data {0} 添加第一个人。",
                   "There is nobody yet. Stop the service and add the first person with: hearline user add NAME --role sysadmin --data {0}", configuration.data)
                   .in(around.language)
            << std::endl;

    around.wait_for_stop();
    server.stop();
    live.stop();
    scheduler.stop();
    if (!cache.empty()) feed.write_cache(cache);
    send_warnings_to({});
    send_notices_to({});
    close_log();
    return std::monostate{};
}

}  // namespace hearline::server
