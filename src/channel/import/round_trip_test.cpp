// The centre's own export comes back as its own complaints (R3.7), whatever its texts hold; and what a row that was not taken looks like in the error file.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/export_ledger.hpp"
#include "app/ledger_words.hpp"
#include "channel/csv_guard.hpp"
#include "channel/import/error_file.hpp"
#include "channel/import/import_source.hpp"
#include "channel/import/import_table.hpp"
#include "channel/table_writers.hpp"
#include "support/app_world.hpp"

namespace hearline::channel {
namespace {

std::string repeated(std::string_view text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
}

class RoundTrip : public testing::AppWorld {
protected:
    RoundTrip() {
        for (std::string const content : {"B口扶梯停运", "=1+1 不是公式", "'=已带撇号", "\t以制表符开头", "4401002026112000012", "007", "12e5", "第一行\n第二行，\"引号\"", "字面的 _x000D_ 和 _X0041_", "＝全角等号", "@某人"})
            registered(content);
        registered(repeated("😀", 20'000));
        auto place = registration();
        place.place = {"1", "tiyuxilu", "B", "0107", "3", "E-12", "站厅 东侧"};
        place.type = "facilities.lift";
        place.subject = "=标题";
        place.external_id = "000123456789012345678";
        live(registered(place, agent));
        auto nobody = registration();
        nobody.complainant = {"", "", "", true};
        auto const suspended = registered(nobody, agent);
        done(suspended, agent, dispatch_to("line2"));
        done(suspended, desk2, because(ActName::suspend, "等乘客回电"));
    }
    ~RoundTrip() override {
        std::error_code gone;
        std::filesystem::remove(path(), gone);
    }

    [[nodiscard]] std::string path() const { return ::testing::TempDir() + "round_trip." + ending_; }
    void written(TableFileFormat format, Language language) {
        ending_ = code_of(format);
        auto const writer = make_table_files()->create(format, path(), ledger_workbook(language));
        auto const rows = export_ledger(*store, facts, *directory(), system_actor(), {}, language, now, *writer, {});
        ASSERT_TRUE(rows);
        ASSERT_EQ(*rows, facts.size());
    }
    /// As the command does it, with the mapping that fits.
    ImportCounts imported(ImportMode mode) {
        auto const format = format_of_name(path()).value();
        ImportSource source;
        auto const open = [&](TableFormat by, std::string const& sheet, int heading) { return open_records(path(), by, sheet, heading); };
        auto const opened = open_source(open, format, std::nullopt, source);
        EXPECT_TRUE(opened) << opened.error().detail.en;
        settle(source, format, *directory());
        ImportCounts counts;
        told_.clear();
        ImportTask const task{*store, directory(), system_actor(), source.mapping, [this] { return now; }, random, mode, [this](RefusedRow const& row) { told_ += reasons(row.told, Language::en) + "\n"; }, {}};
        EXPECT_TRUE(import_table(task, *source.records, counts));
        return counts;
    }
    std::string ending_, told_;
};

TEST_F(RoundTrip, R3_7_ItsOwnExportBringsNothingNewInAnyFormatAndLanguage) {
    auto const there = facts.size();
    for (auto const format : {TableFileFormat::xlsx, TableFileFormat::csv, TableFileFormat::jsonl})
        for (auto const language : {Language::zh, Language::en}) {
            written(format, language);
            for (auto const mode : {ImportMode::dry_run, ImportMode::write}) {
                auto const counts = imported(mode);
                EXPECT_EQ(counts.already_there, there) << code_of(format) << ": " << told_;
                EXPECT_EQ(counts.rows(), there) << code_of(format);
                EXPECT_EQ(facts.size(), there);
            }
        }
}

TEST_F(RoundTrip, R3_7_ARowOfItThatWasChangedIsToldByItsFields) {
    written(TableFileFormat::csv, Language::zh);
    std::stringstream text;
    text << std::ifstream{path(), std::ios::binary}.rdbuf();
    auto changed = text.str();
    auto const at = changed.find("B口扶梯停运");
    ASSERT_NE(at, changed.npos);
    changed.replace(at, std::string_view{"B口扶梯停运"}.size(), "B口扶梯又停运");
    std::ofstream{path(), std::ios::binary | std::ios::trunc} << changed;
    auto const counts = imported(ImportMode::write);
    EXPECT_EQ(counts.differing, 1);
    EXPECT_EQ(counts.already_there, facts.size() - 1);
    EXPECT_NE(told_.find("投诉内容: is not what the record says"), std::string::npos) << told_;
}

TEST_F(RoundTrip, JsonLinesHoldTheSameCodesInEveryLanguage) {
    auto const text_in = [&](Language language) {
        written(TableFileFormat::jsonl, language);
        std::stringstream text;
        text << std::ifstream{path()}.rdbuf();
        return text.str();
    };
    auto const zh = text_in(Language::zh);
    EXPECT_EQ(zh, text_in(Language::en));
    EXPECT_NE(zh.find(R"("place":{"line":"1","station":"tiyuxilu","exit":"B")"), std::string::npos);
    EXPECT_NE(zh.find(R"("progress":{"stage":"opinion","suspended":true})"), std::string::npos);
    EXPECT_EQ(zh.find("热线"), std::string::npos);
}

TEST_F(RoundTrip, R3_7_TheErrorFileHoldsTheRowsAsTheyStoodAndIsImportedAsItIsCorrected) {
    std::string_view const mapping_text = "[columns]\n\"编号\" = \"external_id\"\n\"时间\" = \"received_at\"\n\"内容\" = \"content\"\n\"渠道\" = \"channel\"\n";
    auto const mapping = read_mapping(mapping_text, "unit.toml").value();
    auto const take = [&](std::string text) {
        ImportSource source{mapping, records_of_text(std::move(text), TableFormat::csv).value()};
        settle(source, TableFormat::csv, *directory());
        ImportCounts counts;
        std::optional<ErrorFile> file;
        ending_ = "csv";
        file.emplace(make_table_files()->create(TableFileFormat::csv, path(), error_workbook(Language::zh)), source.records->columns(), Language::zh);
        ImportTask const task{*store, directory(), system_actor(), mapping, [this] { return now; }, random, ImportMode::write, [&](RefusedRow const& row) { file->add(row); }, {}};
        EXPECT_TRUE(import_table(task, *source.records, counts));
        file->finish();
        return counts;
    };
    EXPECT_EQ(take("编号,备注,时间,内容,渠道\n1,甲,2026-06-01 09:00,=公式样的内容,电报\n2,乙,2026-06-01 09:00,好的,热线\n").refused, 1);
    std::stringstream written;
    written << std::ifstream{path(), std::ios::binary}.rdbuf();
    auto errors = written.str();
    EXPECT_TRUE(errors.starts_with("\xEF\xBB\xBF编号,备注,时间,内容,渠道,原文件行号,未导入原因\r\n1,甲,2026-06-01 09:00,'=公式样的内容,电报,2,渠道：不认识“电报”")) << errors;
    errors.replace(errors.find("电报"), std::string_view{"电报"}.size(), "热线");
    auto const again = take(errors);
    EXPECT_EQ(again.taken, 1);
    auto const row = read_now(*store, [](Snapshot& snapshot) { return snapshot.find_external("hotline:1"); });
    ASSERT_TRUE(row);
    EXPECT_EQ(record_of(*row).content, "=公式样的内容");
}

TEST(Workbook, DatesAreDatesALimitStaysOnItsDayAndALongTextGoesOnElsewhere) {
    auto const path = ::testing::TempDir() + "workbook_test.xlsx";
    auto const emoji = repeated("😀", 20'000);
    auto const zone = Zone::shanghai();
    auto const at = [&](char const* text) { return zone.local(parse_rfc3339(text).value()); };
    auto const writer = make_table_files()->create(TableFileFormat::xlsx, path, ledger_workbook(Language::zh));
    TableColumn const columns[]{{"a", "受理时间"}, {"b", "当前时限"}, {"c", "轮次"}, {"d", "投诉内容"}};
    TableCell const row[]{{TableCell::Kind::moment, {}, at("2026-06-08T09:05:07+08:00")}, {TableCell::Kind::limit, {}, at("2026-12-05T00:00:00+08:00")}, {TableCell::Kind::number, "3", {}}, {TableCell::Kind::text, emoji, {}}};
    writer->begin(columns);
    writer->row(row);
    writer->end();
    EXPECT_EQ(row[1].words(), "2026-12-04 24:00");
    auto const second_row = [&](std::string const& sheet) {
        Record record;
        auto const records = open_records(path, TableFormat::xlsx, sheet);
        EXPECT_TRUE(records && *(*records)->next(record)) << sheet;
        return record;
    };
    auto const first = second_row("投诉台账"), rest = second_row("续文");
    EXPECT_EQ(first.get("受理时间"), "2026-06-08 09:05:07");
    EXPECT_EQ(first.get("当前时限"), "2026-12-04 23:59:59") << "never a day later";
    EXPECT_EQ(first.get("轮次"), "3");
    EXPECT_TRUE(first.get("投诉内容").ends_with("余下部分见工作表“续文”）"));
    EXPECT_EQ(rest.get("列"), "投诉内容");
    auto whole = std::string{first.get("投诉内容")};
    whole.resize(whole.size() - continued_mark().zh.size());
    EXPECT_TRUE(whole + std::string{rest.get("余下的文字")} == emoji) << "nothing is lost";
    std::filesystem::remove(path);
}

TEST(CsvGuard, TakesBackExactlyWhatItPutBefore) {
    for (std::string const cell : {"", "x", "'x", "=1", "'=1", "''=1", "\t=1", "\t12345678901234", "12345678901234", "00", "0", "12", "1e5", "1e", "-3", " ＋1", "138****1234"})
        EXPECT_EQ(unguarded(guarded(cell)), cell);
    EXPECT_EQ(guarded("=1"), "'=1");
    EXPECT_EQ(guarded("4401002026112000012"), "\t4401002026112000012");
    EXPECT_EQ(guarded("2026"), "2026");
}

}  // namespace
}  // namespace hearline::channel
