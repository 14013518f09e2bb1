// What an upgrade does: a store that an earlier program wrote (tests/earlier), opened by this one, on both engines.
#include "server/open_store.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <regex>
#include <sstream>

#include "app/event_rows.hpp"
#include "app/facts_feed.hpp"
#include "app/list_ledger.hpp"
#include "app/ports/operation_log.hpp"
#include "app/read_complaint.hpp"
#include "app/remake_records.hpp"
#include "app/verify_store.hpp"
#include "domain/complaint/apply.hpp"
#include "storage/postgres/wire.hpp"
#include "storage/sql/schema.hpp"
#include "storage/sqlite/database.hpp"
#include "support/postgres_server.hpp"
#include "support/temporary_folder.hpp"

namespace hearline::server {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr int earlier_schema = 2;
constexpr int complaints = 20, told_as_kept = 4;

Instant now() { return instant_ms(1'796'300'000'000); }

std::string earlier_rows() {
    std::ifstream file{std::string{SOURCE_FOLDER} + "/tests/earlier/schema_2.sql"};
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// Writing with an engine's own tools, as nobody should.
class Engine {
public:
    virtual ~Engine() = default;
    virtual void run(std::string const& sql) = 0;
    /// The rows of the fixture as this engine writes them.
    [[nodiscard]] virtual std::string own_form(std::string rows) const { return rows; }
};

class SqliteFile final : public Engine {
public:
    explicit SqliteFile(std::filesystem::path const& folder) : database_{{.file = (folder / "hearline.db").string()}} {}
    void run(std::string const& sql) override { database_.run_script(sql); }

private:
    sqlite::Database database_;
};

class PostgresSchema final : public Engine {
public:
    explicit PostgresSchema(std::string const& url) : address_{postgres::parse_address(url).value()}, wire_{address_} {
        run(fmt::format("CREATE SCHEMA IF NOT EXISTS \"{}\"", address_.schema));
    }
    void run(std::string const& sql) override { wire_.run_script(sql); }
    std::string own_form(std::string rows) const override {
        rows = std::regex_replace(rows, std::regex{"X'([0-9a-f]*)'"}, "'\\x$1'");
        return std::regex_replace(rows, std::regex{"INTO lane \\(id, position\\) VALUES \\((\\d+), (\\d+)\\)"}, "INTO lane (id, position, turn, ended) VALUES ($1, $2, 0, '')");
    }

private:
    postgres::Address address_;
    postgres::Wire wire_;
};

enum class Kind { sqlite, postgres };

class EarlierStore : public ::testing::TestWithParam<Kind> {
protected:
    EarlierStore() {
        configuration.data = folder.path().string();
        if (GetParam() == Kind::postgres) configuration.store = test::PostgresServer::shared().fresh_url();
        auto const engine = open_engine();
        engine->run("CREATE TABLE migration (version BIGINT PRIMARY KEY, name TEXT NOT NULL, applied_at BIGINT NOT NULL)");
        for (auto const& migration : sql::migrations_for(GetParam() == Kind::postgres ? "postgres" : "sqlite")) {
            if (migration.version > earlier_schema) break;
            engine->run(std::string{migration.text});
            engine->run(fmt::format("INSERT INTO migration (version, name, applied_at) VALUES ({}, '{}', 0)", migration.version, migration.name));
        }
        engine->run(engine->own_form(earlier_rows()));
    }
    ~EarlierStore() override {
        send_notices_to({});
        send_warnings_to({});
    }

    std::unique_ptr<Engine> open_engine() {
        if (GetParam() == Kind::postgres) return std::make_unique<PostgresSchema>(configuration.store);
        return std::make_unique<SqliteFile>(folder.path());
    }
    Result<std::shared_ptr<Store>> reading() { return open_store(configuration, cli::StoreUse::read, now); }
    std::string migrate(cli::LongWork const& progress = {}) {
        auto const text = migrate_store(configuration, now, progress);
        return text ? text->en : text.error().detail.en;
    }
    static VerifyReport verified(Store& store) {
        auto const directory = read_now(store, [](Snapshot& snapshot) { return Directory::load(snapshot); });
        FactTable facts;
        FactsFeed feed{store, facts, directory->zone()};
        feed.start("");
        return verify_store(store, &facts, *directory, now(), {});
    }
    static std::string found(VerifyReport const& report) {
        std::string lines;
        for (auto const& finding : report.findings) lines += finding.check + " " + finding.complaint + ": " + finding.detail.en + "\n";
        return lines;
    }

    TemporaryFolder folder;
    Configuration configuration;
};

TEST_P(EarlierStore, IsNotReadBeforeItIsBroughtUpToDate) {
    auto const refused = reading();
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "store-outdated");
    EXPECT_THAT(refused.error().detail.en, HasSubstr("hearline migrate"));
}

TEST_P(EarlierStore, R10_4_IsSoundOnceItIsBroughtUpToDate) {
    EXPECT_EQ(migrate(), "schema brought up to date: 0003_records\nrecords of 20 complaints looked at; 6 that an earlier program made otherwise were made anew from their events");
    EXPECT_EQ(migrate(), "the store is up to date, there was nothing to do");
    auto const store = reading().value();
    auto const report = verified(*store);
    EXPECT_TRUE(report.sound()) << found(report);
    EXPECT_EQ(report.complaints, complaints);
    EXPECT_EQ(report.noted, told_as_kept);
    std::vector<std::string> kept;
    for (auto const& note : report.notes) kept.push_back(note.complaint);
    EXPECT_THAT(kept, ElementsAre("TS199805010001", "TS199912310001", "TS201903010001", "TS202612010014"));
    EXPECT_THAT(report.notes[0].detail.en, HasSubstr("1998-05-01T08:10:00+08:00, before 2000"));
    EXPECT_THAT(report.notes[2].detail.en, HasSubstr("the closing lies before the feedback"));
    EXPECT_THAT(report.notes[3].detail.en, HasSubstr("without a lead unit"));
}

TEST_P(EarlierStore, ASingleStartOfAWriterDoesIt) {
    std::vector<std::string> said;
    send_notices_to([&](std::string_view line) { said.emplace_back(line); });
    ASSERT_TRUE(open_store(configuration, cli::StoreUse::write, now));
    EXPECT_THAT(said, ElementsAre("records of an earlier program: those of 20 complaints are looked at, once", "the store was brought up to date: 0003_records",
                                  "records of an earlier program: 6 of 20 complaints were made anew from their events"));
    said.clear();
    ASSERT_TRUE(open_store(configuration, cli::StoreUse::write, now));
    EXPECT_THAT(said, ElementsAre());
    EXPECT_TRUE(verified(*reading().value()).sound());
}

// R6.1, R6.6, R4.7a: figures and ledger say of each complaint what its events say.
TEST_P(EarlierStore, FiguresAndLedgerFollow) {
    (void)migrate();
    auto const store = reading().value();
    auto const directory = read_now(*store, [](Snapshot& snapshot) { return Directory::load(snapshot); });
    FactTable facts;
    FactsFeed feed{*store, facts, directory->zone()};
    feed.start("");
    auto const counted = [&](Dimension dimension) {
        std::map<std::string, std::int64_t> counts;
        auto const figures = facts.count_by({}, std::array{dimension}, now());
        for (auto const& row : figures.rows) counts[std::string{figures.code(row, 0)}] = row.count;
        return counts;
    };
    EXPECT_EQ(counted(Dimension::closing), (std::map<std::string, std::int64_t>{{"", 8}, {"done", 8}, {"ended", 1}, {"refused", 1}, {"withdrawn", 2}}));
    EXPECT_EQ(counted(Dimension::solved), (std::map<std::string, std::int64_t>{{"", 16}, {"not_solved", 1}, {"solved", 3}}));
    auto const actor = directory->user("director")->actor();
    store->read([&](Snapshot& snapshot) {
        for (auto const& row : snapshot.scan({}, 100)) {
            auto const shown = read_complaint(snapshot, actor, row.number, *directory, now());
            ASSERT_TRUE(shown) << format_number(row.number);
            EXPECT_TRUE(list_events(snapshot, actor, row.number, 0, 100)) << format_number(row.number);
        }
        LedgerQuery query;
        query.limit = 200;
        auto const page = list_ledger(snapshot, facts, *directory, actor, query, now());
        ASSERT_TRUE(page);
        EXPECT_EQ(page->items.size(), static_cast<std::size_t>(complaints));
        EXPECT_EQ(page->items.back().complaint.content, "检票机吞卡，客服不退");
    });
}

TEST_P(EarlierStore, GoesOnWhereItWasCutOff) {
    struct PowerCut {};
    EXPECT_THROW((void)migrate_store(configuration, now, [](std::int64_t, std::int64_t) { throw PowerCut{}; }), PowerCut);
    auto const refused = reading();
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "store-outdated");
    EXPECT_EQ(migrate(), "the store is up to date, there was nothing to do");  // all rows were in the piece before the cut
    EXPECT_TRUE(verified(*reading().value()).sound());
}

TEST_P(EarlierStore, R10_4_ARecordIsNeverMadeFromEventsThatDoNotHold) {
    open_engine()->run("UPDATE event SET body = replace(body, 'act=withdraw', 'act=refuse') WHERE seq = 3 AND complaint = (SELECT id FROM complaint WHERE number = 202612010000001)");
    EXPECT_THAT(migrate(), HasSubstr("1 records were left as they are, because their events do not hold; see `hearline verify`: TS202612010001"));
    auto const report = verified(*reading().value());
    EXPECT_FALSE(report.sound());
    EXPECT_THAT(found(report), HasSubstr("chain TS202612010001"));
}

/// The guard of `record_scheme`: whoever makes other records of the same events changes this digest, and has to raise the scheme with it.
TEST_P(EarlierStore, TheSameEventsMakeTheSameRecordsOrAnotherScheme) {
    (void)migrate();
    std::string records;
    reading().value()->read([&](Snapshot& snapshot) {
        for (auto const& row : snapshot.scan({}, 100)) records += encode_record(replay(read_history(snapshot, row.key).events).value());
    });
    EXPECT_EQ(fmt::format("{} {}", record_scheme, hex(sha256(records))), "1 9584c6b0cd1eddc2ceb1c849bbbd8feba6b320bf52942cb07d2e6e337a305459");
}

INSTANTIATE_TEST_SUITE_P(Engines, EarlierStore, ::testing::Values(Kind::sqlite, Kind::postgres),
                         [](auto const& engine) { return engine.param == Kind::sqlite ? std::string{"sqlite"} : std::string{"postgres"}; });

}  // namespace
}  // namespace hearline::server
