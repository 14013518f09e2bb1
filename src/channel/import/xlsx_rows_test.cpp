#include "channel/import/xlsx_rows.hpp"

#include <gtest/gtest.h>
#include <zip.h>

#include <cstring>
#include <map>

#include "channel/table_writers.hpp"

namespace hearline::channel {
namespace {

/// The bytes of a container with these parts.
std::string zipped(std::map<std::string, std::string> const& parts) {
    zip_error_t error;
    zip_error_init(&error);
    auto* source = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(source);
    auto* archive = zip_open_from_source(source, ZIP_TRUNCATE, &error);
    for (auto const& [name, content] : parts) zip_file_add(archive, name.c_str(), zip_source_buffer(archive, content.data(), content.size(), 0), ZIP_FL_ENC_UTF_8);
    zip_close(archive);
    zip_source_open(source);
    zip_stat_t about;
    zip_source_stat(source, &about);
    std::string bytes(about.size, '\0');
    zip_source_read(source, bytes.data(), bytes.size());
    zip_source_close(source);
    zip_source_free(source);
    return bytes;
}

std::map<std::string, std::string> workbook(std::string const& sheet, std::string const& texts = "", std::string const& styles = "", std::string const& properties = "") {
    std::map<std::string, std::string> parts{
        {"xl/workbook.xml", "<workbook xmlns:r=\"r\">" + properties + "<sheets><sheet name=\"台账\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>"},
        {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + sheet + "</sheetData></worksheet>"}};
    if (!texts.empty()) parts["xl/sharedStrings.xml"] = "<sst>" + texts + "</sst>";
    if (!styles.empty()) parts["xl/styles.xml"] = "<styleSheet>" + styles + "</styleSheet>";
    return parts;
}

Result<std::vector<TableRow>> rows_of(std::string bytes, std::string const& sheet = "", TableLimits const& limits = {}) {
    auto rows = TRY(xlsx_rows_of_bytes(std::move(bytes), sheet, limits));
    std::vector<TableRow> all;
    for (TableRow row; TRY(rows->next(row));) all.push_back(row);
    return all;
}

using Cells = std::vector<std::string>;

TEST(XlsxRows, ReadsSharedInlineAndNumberCells) {
    auto const rows = rows_of(zipped(workbook("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"inlineStr\"><is><t>内联</t></is></c></row>"
                                              "<row r=\"3\"><c r=\"A3\"><v>12.5</v></c><c r=\"B3\" t=\"b\"><v>1</v></c><c r=\"C3\" t=\"str\"><f>A1</f><v>算出</v></c></row>",
                                              "<si><t>零</t></si><si><r><t>富</t></r><r><t>文本</t></r><rPh><t>フ</t></rPh></si>")));
    ASSERT_TRUE(rows.has_value()) << rows.error().detail.en;
    ASSERT_EQ(rows->size(), 2u);
    EXPECT_EQ((*rows)[0].cells, (Cells{"富文本", "", "内联"}));
    EXPECT_EQ((*rows)[1].cells, (Cells{"12.5", "true", "算出"}));
    EXPECT_EQ((*rows)[1].line, 3);
}

TEST(XlsxRows, ReadsPrefixedElementsAndSelfClosedRows) {
    auto const rows = rows_of(zipped(workbook("<x:row r=\"1\"><x:c r=\"A1\" t=\"inlineStr\"><x:is><x:t>前缀</x:t></x:is></x:c></x:row><x:row r=\"2\"/><x:row r=\"4\"><x:c r=\"B4\"><x:v>7</x:v></x:c></x:row>")));
    ASSERT_TRUE(rows.has_value()) << rows.error().detail.en;
    ASSERT_EQ(rows->size(), 2u);
    EXPECT_EQ((*rows)[0].cells, (Cells{"前缀"}));
    EXPECT_EQ((*rows)[1].line, 4);
}

TEST(XlsxRows, NumbersThatShowDatesAreDates) {
    std::string const styles = "<numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;\"/><numFmt numFmtId=\"165\" formatCode=\"0.00&quot;day&quot;\"/></numFmts>"
                               "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"22\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/></cellXfs>";
    std::string const row = "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>46349.354166666664</v></c><c r=\"B1\" s=\"2\"><v>46349</v></c><c r=\"C1\" s=\"3\"><v>2</v></c><c r=\"D1\"><v>46349</v></c></row>";
    auto const rows = rows_of(zipped(workbook(row, "", styles)));
    ASSERT_TRUE(rows.has_value()) << rows.error().detail.en;
    EXPECT_EQ(rows->front().cells, (Cells{"2026-11-23 08:30:00", "2026-11-23 00:00:00", "2", "46349"}));
    auto const since_1904 = rows_of(zipped(workbook(row, "", styles, "<workbookPr date1904=\"1\"/>")));
    EXPECT_EQ(since_1904->front().cells.front(), "2030-11-24 08:30:00");
}

TEST(XlsxRows, TakesTheSheetThatIsNamed) {
    EXPECT_TRUE(rows_of(zipped(workbook("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")), "台账").has_value());
    auto const none = rows_of(zipped(workbook("")), "别的");
    ASSERT_FALSE(none.has_value());
    EXPECT_NE(none.error().detail.zh.find("台账"), std::string::npos) << "the answer names the sheets there are";
}

TEST(XlsxRows, ReadsWhatOurOwnWriterWrites) {
    auto const path = testing::TempDir() + "xlsx_rows_test.xlsx";
    {
        auto const writer = xlsx_writer(path, "台账");
        Cells const names{"number", "content"}, titles{"编号", "投诉内容"}, row{"TS202611230001", "=1+1 不是公式"};
        writer->begin(names, titles);
        writer->row(row);
        writer->end();
    }
    auto table = xlsx_rows(path, "");
    ASSERT_TRUE(table.has_value()) << table.error().detail.en;
    std::vector<TableRow> rows(2);
    for (auto& row : rows) EXPECT_TRUE((*table)->next(row).value());
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0].cells, (Cells{"编号", "投诉内容"}));
    EXPECT_EQ(rows[1].cells[0], "TS202611230001");
}

TEST(XlsxRows, ABombIsRefusedWhileItIsUnpacked) {
    std::string sheet = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";
    sheet += std::string(64u << 20, ' ');
    auto const bytes = zipped(workbook(sheet));
    ASSERT_LT(bytes.size(), 1u << 20) << "it is small while packed";
    auto const rows = rows_of(bytes);
    ASSERT_FALSE(rows.has_value());
    EXPECT_EQ(rows.error().code, "bad-table");
}

TEST(XlsxRows, ARowOrATextBeyondTheLimitIsRefused) {
    TableLimits limits;
    limits.cell = 1000;
    EXPECT_FALSE(rows_of(zipped(workbook("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>" + std::string(2000, 'x') + "</t></is></c></row>")), "", limits).has_value());
    limits = {};
    limits.columns = 3;
    EXPECT_FALSE(rows_of(zipped(workbook("<row r=\"1\"><c r=\"ZZ1\"><v>1</v></c></row>")), "", limits).has_value());
    limits = {};
    limits.rows = 1;
    EXPECT_FALSE(rows_of(zipped(workbook("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\"><v>2</v></c></row>")), "", limits).has_value());
    limits = {};
    limits.shared_texts = 100;
    EXPECT_FALSE(rows_of(zipped(workbook("", "<si><t>" + std::string(200, 'x') + "</t></si>")), "", limits).has_value());
}

TEST(XlsxRows, WhatIsNoWorkbookIsRefused) {
    EXPECT_FALSE(rows_of("not a zip").has_value());
    EXPECT_FALSE(rows_of("").has_value());
    EXPECT_FALSE(rows_of(zipped({{"readme.txt", "hello"}})).has_value());
    auto bytes = zipped(workbook("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"));
    EXPECT_FALSE(rows_of(bytes.substr(0, bytes.size() / 2)).has_value()) << "cut off";
    EXPECT_FALSE(rows_of(zipped(workbook("<row r=\"1\"><c r=\"A1\"><v>1</v></c>"))).has_value()) << "a row that does not end";
}

}  // namespace
}  // namespace hearline::channel
