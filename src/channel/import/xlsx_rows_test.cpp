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
    EXPECT_EQ(rows->front().cells, (Cells{"2026-11-23 08:30:00", "2026-11-23", "2day", "46349"}));
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
        auto const writer = xlsx_writer(path, {"台账", "续文", "……", "行", "列", "余下的文字"});
        TableColumn const columns[]{{"number", "编号"}, {"content", "投诉内容"}};
        TableCell const row[]{{TableCell::Kind::text, "TS202611230001", {}}, {TableCell::Kind::text, "=1+1 不是公式", {}}};
        writer->begin(columns);
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
    auto const long_cell = rows_of(zipped(workbook("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>" + std::string(2000, 'x') + "</t></is></c></row>")), "", limits);
    EXPECT_FALSE(long_cell->front().faults.empty());
    EXPECT_FALSE(rows_of(zipped(workbook("<row r=\"1\" " + std::string(300'000, 'x') + "=\"1\"/>")), "", limits).has_value()) << "a tag without end";
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

std::vector<std::string> notices_of(std::string bytes) {
    auto rows = xlsx_rows_of_bytes(std::move(bytes), "");
    EXPECT_TRUE(rows.has_value());
    for (TableRow row; (*rows)->next(row).value();) {
    }
    std::vector<std::string> said;
    for (auto const& notice : (*rows)->notices()) said.push_back(notice.code + ": " + notice.text.en);
    return said;
}
std::string text_cell(std::string const& reference, std::string const& text) { return "<c r=\"" + reference + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>"; }
/// The first fault of the only row, or "".
std::string fault_of(std::string const& cell) {
    auto const rows = rows_of(zipped(workbook("<row r=\"2\">" + cell + "</row>")));
    EXPECT_TRUE(rows.has_value());
    return !rows || rows->empty() || rows->front().faults.empty() ? "" : rows->front().faults.front().why.en;
}

TEST(XlsxRows, R3_7_NumbersAreTheDigitsThatExcelShows) {
    auto const rows = rows_of(zipped(workbook("<row r=\"1\"><c r=\"A1\"><v>1.3800138E10</v></c><c r=\"B1\"><v>13800138000.0</v></c><c r=\"C1\"><v>2.02611200001E11</v></c><c r=\"D1\"><v>-0</v></c>"
                                              "<c r=\"E1\"><v>0.10000000000000001</v></c><c r=\"F1\"><v>123456789012345678</v></c></row>")));
    EXPECT_EQ(rows->front().cells, (Cells{"13800138000", "13800138000", "202611200001", "0", "0.1", "123456789012345678"}));
    auto const said = notices_of(zipped(workbook("<row r=\"1\"><c r=\"A1\"><v>123456789012345678</v></c><c r=\"B1\"><v>1.2345678901234499E+17</v></c></row>")));
    ASSERT_EQ(said.size(), 1u);
    EXPECT_TRUE(said[0].starts_with("long-number: ") && said[0].ends_with(": A1, B1")) << said[0];
}

TEST(XlsxRows, R3_7_WhatIsNoValueIsAFaultOfItsCell) {
    EXPECT_EQ(fault_of("<c r=\"B2\" t=\"e\"><v>#N/A</v></c>"), "B2 holds the formula error #N/A");
    EXPECT_NE(fault_of("<c r=\"B2\"><f>A1</f></c>").find("B2 holds a formula without its value"), std::string::npos);
    EXPECT_NE(fault_of("<c r=\"B2\"><f>A1</f><v></v></c>"), "");
    EXPECT_NE(fault_of("<c r=\"B2\" t=\"str\"><f>A1</f></c>"), "");
    EXPECT_EQ(fault_of("<c r=\"B2\" t=\"str\"><f>\"\"</f><v></v></c>" + text_cell("C2", "x")), "") << "an empty text is a value";
    EXPECT_NE(fault_of("<c r=\"B2\" t=\"s\"><v>7</v></c>"), "");
    EXPECT_NE(fault_of("<c r=\"B2\"><v>12x</v></c>"), "");
    EXPECT_NE(fault_of("<c r=\"B2\" t=\"odd\"><v>1</v></c>"), "");
    EXPECT_NE(fault_of(text_cell("B2", "x") + text_cell("B2", "y")), "") << "one cell twice";
    EXPECT_NE(fault_of(text_cell("A2", "x") + "</row><row r=\"2\">" + text_cell("A2", "y") + "</row><row r=\"3\">"), "x");
    auto const said = notices_of(zipped(workbook("<row r=\"1\"><c r=\"A1\"><f>1+1</f><v>0</v></c></row>", "", "", "<calcPr fullCalcOnLoad=\"1\"/>")));
    ASSERT_EQ(said.size(), 1u);
    EXPECT_TRUE(said[0].starts_with("uncalculated: ")) << said[0];
}

TEST(XlsxRows, R3_7_EscapedCharactersAreThoseTheyStandFor) {
    auto const cells = [](std::string const& text) { return rows_of(zipped(workbook("<row r=\"1\">" + text_cell("A1", text) + "</row>")))->front().cells.front(); };
    EXPECT_EQ(cells("第一行_x000D_\n第二行"), "第一行\r\n第二行");
    EXPECT_EQ(cells("林_x0020_某"), "林 某");
    EXPECT_EQ(cells("_x005F_x000D_"), "_x000D_");
    EXPECT_EQ(cells("_xD83D__xDE00_"), "😀");
    for (auto const* plain : {"_x00D_", "_xD83D_", "_xZZZZ_", "_x000", "a_x", "_X0020_"}) EXPECT_EQ(cells(plain), plain);
    EXPECT_EQ(rows_of(zipped(workbook("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"str\"><v>b_x0041_</v></c></row>", "<si><t>a_x0041_</t></si>")))->front().cells, (Cells{"aA", "bA"}));
}

TEST(XlsxRows, R3_7_EveryRowOfAMergedAreaHasItsValue) {
    auto bytes = workbook("<row r=\"1\">" + text_cell("A1", "M1") + text_cell("B1", "林某") + text_cell("C1", "一") + "</row><row r=\"2\">" + text_cell("A2", "M2") + "<c r=\"B2\" s=\"1\"/>" + text_cell("C2", "二") +
                          "</row><row r=\"3\">" + text_cell("A3", "M3") + "</row><row r=\"4\"><c r=\"A4\" s=\"1\"/></row><row r=\"5\">" + text_cell("A5", "M5") + text_cell("B5", "陈某") + text_cell("C5", "隐") + "</row>");
    bytes["xl/worksheets/sheet1.xml"] = bytes["xl/worksheets/sheet1.xml"].substr(0, bytes["xl/worksheets/sheet1.xml"].find("</worksheet>")) +
                                        "<mergeCells count=\"3\"><mergeCell ref=\"B1:B4\"/><mergeCell ref=\"C2:C3\"/><mergeCell ref=\"B5:C6\"/></mergeCells></worksheet>";
    auto const rows = rows_of(zipped(bytes));
    ASSERT_TRUE(rows.has_value()) << rows.error().detail.en;
    ASSERT_EQ(rows->size(), 4u) << "a row that has nothing of its own is none";
    EXPECT_EQ((*rows)[1].cells, (Cells{"M2", "林某", "二"}));
    EXPECT_EQ((*rows)[2].cells, (Cells{"M3", "林某", "二"}));
    EXPECT_EQ((*rows)[3].cells, (Cells{"M5", "陈某"}));
    EXPECT_EQ((*rows)[3].joined, (Cells{"B5:C6"}));
    auto const said = notices_of(zipped(bytes));
    ASSERT_EQ(said.size(), 1u);
    EXPECT_TRUE(said[0].starts_with("under-merged: ") && said[0].ends_with(": C5")) << said[0];
}

TEST(XlsxRows, R3_7_AFaultOfAMergedAreaIsOneOfAllItsRows) {
    auto bytes = workbook("<row r=\"1\"><c r=\"A1\" t=\"e\"><v>#REF!</v></c>" + text_cell("B1", "x") + "</row><row r=\"2\">" + text_cell("B2", "y") + "</row>");
    bytes["xl/worksheets/sheet1.xml"].insert(bytes["xl/worksheets/sheet1.xml"].find("</worksheet>"), "<mergeCells><mergeCell ref=\"A1:A2\"/></mergeCells>");
    auto const rows = rows_of(zipped(bytes));
    ASSERT_EQ(rows->size(), 2u);
    EXPECT_FALSE((*rows)[1].faults.empty());
}

TEST(XlsxRows, R3_7_AHiddenSheetIsNotTakenForTheLedgerAndTheSheetsAreNamed) {
    auto parts = workbook("<row r=\"1\">" + text_cell("A1", "old") + "</row>");
    parts["xl/workbook.xml"] = "<workbook xmlns:r=\"r\"><sheets><sheet name=\"旧\" sheetId=\"1\" state=\"veryHidden\" r:id=\"rId1\"/><sheet name=\"图\" sheetId=\"4\" r:id=\"rId4\"/>"
                               "<sheet name=\"台账\" sheetId=\"2\" r:id=\"rId2\"/><sheet name=\"说明\" sheetId=\"3\" r:id=\"rId3\"/></sheets></workbook>";
    parts["xl/_rels/workbook.xml.rels"] = "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Target=\"/xl/worksheets/two.xml\"/>"
                                          "<Relationship Id=\"rId3\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId4\" Type=\"http://x/chartsheet\" Target=\"chartsheets/sheet1.xml\"/></Relationships>";
    parts["xl/worksheets/two.xml"] = "<worksheet><sheetData><row r=\"1\">" + text_cell("A1", "new") + "</row></sheetData></worksheet>";
    EXPECT_EQ(rows_of(zipped(parts))->front().cells, (Cells{"new"}));
    EXPECT_EQ(rows_of(zipped(parts), "旧")->front().cells, (Cells{"old"}));
    auto const said = notices_of(zipped(parts));
    ASSERT_EQ(said.size(), 1u);
    EXPECT_EQ(said[0].substr(0, said[0].find(" (choose")), "sheets: the sheet “台账” is read; not read: 旧 (hidden), 说明");
}

TEST(XlsxRows, R3_7_PartsMayHaveAnyNames) {
    std::map<std::string, std::string> const parts{
        {"_rels/.rels", "<Relationships><Relationship Id=\"r1\" Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument\" Target=\"book/Main.xml\"/></Relationships>"},
        {"book/main.xml", "<?xml version=\"1.0\"?><x:workbook xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\" xmlns:q=\"q\"><x:sheets><x:sheet name=\"a\" sheetId=\"1\" q:id=\"r2\"/></x:sheets></x:workbook>"},
        {"book/_rels/Main.xml.rels", "<Relationships><Relationship Id=\"r2\" Type=\"http://x/worksheet\" Target=\"../data/one.xml\"/><Relationship Id=\"r3\" Type=\"http://x/sharedStrings\" Target=\"./words.xml\"/></Relationships>"},
        {"book/words.xml", "<x:sst xmlns:x=\"x\"><!-- <si><t>no</t></si> --><x:si><x:t><![CDATA[<si>一</si>]]>&amp;&#x4E8C;</x:t></x:si><x:si/><x:si><x:r><x:rPr><x:b/></x:rPr><x:t>富</x:t></x:r><x:rPh sb=\"0\" eb=\"1\"><x:t>fu</x:t></x:rPh><x:r><x:t>文</x:t></x:r></x:si></x:sst>"},
        {"data/one.xml", "<x:worksheet xmlns:x=\"x\"><x:sheetData><x:row><x:c t=\"s\"><x:v>0</x:v></x:c><x:c t=\"s\"><x:v>1</x:v></x:c><x:c t=\"s\"><x:v>2</x:v></x:c></x:row><!-- </x:row> --><x:row><x:c t=\"d\"><x:v>2026-11-20T09:05:00Z</x:v></x:c></x:row></x:sheetData></x:worksheet>"}};
    auto const rows = rows_of(zipped(parts));
    ASSERT_TRUE(rows.has_value()) << rows.error().detail.en;
    ASSERT_EQ(rows->size(), 2u);
    EXPECT_EQ((*rows)[0].cells, (Cells{"<si>一</si>&二", "", "富文"})) << "without names of rows and cells they follow one another";
    EXPECT_EQ((*rows)[1].row, 2);
    EXPECT_EQ((*rows)[1].cells, (Cells{"2026-11-20T09:05:00"}));
    auto by_type = workbook("<row r=\"1\">" + text_cell("A1", "x") + "</row>");
    by_type["other/w.xml"] = by_type["xl/workbook.xml"];
    by_type["other/_rels/w.xml.rels"] = "<Relationships><Relationship Id=\"rId1\" Target=\"/xl/worksheets/sheet1.xml\"/></Relationships>";
    by_type.erase("xl/workbook.xml");
    by_type["[Content_Types].xml"] = "<Types><Override PartName=\"/other/w.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>";
    EXPECT_EQ(rows_of(zipped(by_type))->front().cells, (Cells{"x"}));
}

TEST(XlsxRows, R3_7_FormattedEmptyCellsAreNothing) {
    auto const rows = rows_of(zipped(workbook("<row r=\"1\">" + text_cell("A1", "x") + "<c r=\"B1\" s=\"3\"/><c r=\"XFD1\" s=\"3\"/></row><row r=\"2\" s=\"1\" customFormat=\"1\"><c r=\"A2\" s=\"1\"/></row>")));
    ASSERT_EQ(rows->size(), 1u);
    EXPECT_EQ(rows->front().cells, (Cells{"x"}));
}

TEST(XlsxRows, ADocumentTypeIsRefused) {
    auto parts = workbook("<row r=\"1\">" + text_cell("A1", "&a;") + "</row>");
    parts["xl/worksheets/sheet1.xml"] = "<!DOCTYPE w [<!ENTITY a \"aaaa\">]>" + parts["xl/worksheets/sheet1.xml"];
    EXPECT_FALSE(rows_of(zipped(parts)).has_value());
}

}  // namespace
}  // namespace hearline::channel
