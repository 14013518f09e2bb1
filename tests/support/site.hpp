#pragma once
// Everything a handler works with, on a store in memory and a clock that the test sets.
#include <memory>
#include <string>

#include "app/directory.hpp"
#include "app/people.hpp"
#include "app/ports/file_store.hpp"
#include "domain/statistics/fact_table.hpp"
#include "http/live.hpp"
#include "http/metrics.hpp"
#include "http/password.hpp"
#include "http/services.hpp"
#include "http/session.hpp"
#include "http/throttle.hpp"
#include "storage/memory/memory_store.hpp"

namespace hearline::test {

class NoFiles final : public FileStore, public MediaSniffer, public MediaCleaner {
public:
    Stored put(std::string_view) override { throw StorageError{StorageError::What::unavailable, "this test keeps no files"}; }
    std::string path_of(std::string_view digest_hex) const override { return std::string{digest_hex}; }
    std::string media_type_of(std::string_view) override { return "application/octet-stream"; }
    Result<Cleaned> clean(std::string_view, std::string&) override { return Cleaned::nothing; }
};

struct Site {
    Instant now = instant_ms(1'795'000'000'000);
    std::unique_ptr<Store> store = make_memory_store();
    SeededRandom random{20261123};
    DirectoryHolder directory{read_now(*store, [](Snapshot& snapshot) { return Directory::load(snapshot); })};
    FactTable facts;
    NoFiles files;
    http::Sessions sessions{*store, random};
    http::LoginThrottle logins;
    http::RateLimit rate;
    http::Metrics metrics{"test"};
    http::WorkerPool readers{1, 64}, hashing{2, 64};
    http::Live live{*store, directory, sessions, [this] { return now; }, "test"};
    http::Services services{*store, directory, facts, files, files, files, sessions, logins, rate, metrics, readers, hashing, [this] { return now; }, random, live, {}};

    void add_user(std::string name, std::string role, std::string unit, std::string const& password) {
        UserRow row;
        row.name = std::move(name);
        row.role = std::move(role);
        row.unit = std::move(unit);
        row.display_name = "某人";
        if (!password.empty()) row.password_hash = http::hash_password(password);
        change_user(std::move(row));
    }
    void change_user(UserRow row) {
        row.changed_at = now;
        (void)write_and_wait(*store, [&](Transaction& t) -> Done {
            t.put_user(row);
            return std::monostate{};
        });
        directory.refresh(*store);
    }
    UserRow user(std::string_view name) {
        for (auto& row : read_now(*store, [](Snapshot& s) { return s.users(); }))
            if (row.name == name) return row;
        return {};
    }
    std::string token_of(std::string_view user) {
        auto const made = write_and_wait(*store, [&](Transaction& t) { return create_token(t, system_actor(), user, "test", std::nullopt, now, random); });
        directory.refresh(*store);
        return made.value().token;
    }
};

}  // namespace hearline::test
