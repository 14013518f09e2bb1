#include "channel/import/csv_rows.hpp"

#include <gtest/gtest.h>

namespace hearline::channel {
namespace {

std::vector<TableRow> all_of(std::string_view text, TableLimits const& limits = {}) {
    auto rows = csv_rows_of_text(text, limits);
    std::vector<TableRow> all;
    for (TableRow row;;) {
        auto more = rows->next(row);
        EXPECT_TRUE(more.has_value()) << more.error().detail.en;
        if (!more || !*more) return all;
        all.push_back(row);
    }
}

/// "3: what is wrong" of every row that has a fault, and "4" of those that have none, by line.
std::string told(std::string_view text, TableLimits const& limits = {}) {
    std::string all;
    for (auto const& row : all_of(text, limits))
        all += (all.empty() ? "" : "|") + std::to_string(row.line) + (row.faults.empty() ? "" : "!");
    return all;
}

std::vector<std::string> codes_of(std::string_view text) {
    auto rows = csv_rows_of_text(text);
    TableRow row;
    while (rows->next(row).value()) {
    }
    std::vector<std::string> codes;
    for (auto const& notice : rows->notices()) codes.push_back(notice.code);
    return codes;
}

using Cells = std::vector<std::string>;

TEST(CsvRows, AQuotedCellMayHoldCommasQuotesAndLines) {
    auto const rows = all_of("a,\"b, \"\"c\"\"\nd\",e\r\n1,2,3\r\n");
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0].cells, (Cells{"a", "b, \"c\"\nd", "e"}));
    EXPECT_EQ(rows[1].cells, (Cells{"1", "2", "3"}));
}

TEST(CsvRows, R3_7_ARowKnowsTheLineItBeginsOnAndItsNumberInASpreadsheet) {
    auto const rows = all_of("h\n\"two\nlines\"\n\nlast\n");
    ASSERT_EQ(rows.size(), 3u);
    EXPECT_EQ(rows[1].line, 2);
    EXPECT_EQ(rows[2].line, 5);
    EXPECT_EQ(rows[2].row, 4) << "an empty line is an empty row, a line break in a cell is none";
}

TEST(CsvRows, R3_7_EmptyCellsAtTheEndAndRowsOfCommasAreNothing) {
    auto const rows = all_of("a,b,,,\n,,,,\n  \n1,,,,\n");
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0].cells, (Cells{"a", "b"}));
    EXPECT_EQ(rows[1].cells, (Cells{"1"}));
    EXPECT_EQ(rows[1].row, 4);
}

TEST(CsvRows, TheByteOrderMarkIsNoText) {
    EXPECT_EQ(all_of("\xEF\xBB\xBF编号,姓名\n").front().cells, (Cells{"编号", "姓名"}));
    EXPECT_EQ(all_of("编号,姓名\n\xEF\xBB\xBF\"1\",x\n").back().cells, (Cells{"1", "x"})) << "of a file put behind another";
}

TEST(CsvRows, LineEndsOfEverySystem) {
    EXPECT_EQ(all_of("a,b\n1,2").back().cells, (Cells{"1", "2"}));
    EXPECT_EQ(all_of("a,b\r\n1,2\r\n").back().cells, (Cells{"1", "2"}));
    auto const old = all_of("a,b\r1,\"2\r3\"\r");
    ASSERT_EQ(old.size(), 2u);
    EXPECT_EQ(old[1].cells, (Cells{"1", "2\n3"}));
    EXPECT_EQ(all_of("a,b\n1\r2,3\n").back().cells, (Cells{"1\r2", "3"}))
        << "where lines end with a line feed, a lone CR is part of a text";
}

TEST(CsvRows, R3_7_AQuotingFaultRefusesItsRowAndTheNextIsRead) {
    EXPECT_EQ(told("a,b\n1,he said \"hello\" and left\n2,x\n"), "1|2!|3");
    EXPECT_EQ(told("a,b\n1,\"he said \"hello\"\"\n2,x\n"), "1|2!|3");
    EXPECT_EQ(told("a,b\n1,\"never closed\n2,x\n3,y\n"), "1|2!|3|4") << "an open quote swallows no other row";
    EXPECT_EQ(told("a,b\n1,\"open\n2,x\n3,\"y\"\n4,z\n"), "1|2!|3|4|5");
    EXPECT_EQ(told("a,b\n1,\"open\n,,\n3,y\"z\"\n"), "1|2!|4!") << "commas alone are nothing there either";
    EXPECT_EQ(told("a,b\n1,\"one\ntwo \"x\" three\"\n2,y\n"), "1|2!|3!|4") << "what is left of a broken row is not taken for one";
    auto const rows = all_of("a\n1 \"x\"\n");
    EXPECT_EQ(rows[1].faults.front().why.en.find("parsing"), std::string::npos) << "in our own words";
    EXPECT_EQ(rows[1].faults.front().column, CellFault::whole_row);
}

TEST(CsvRows, R3_7_BytesThatDoNotFitRefuseTheirCell) {
    auto const rows = all_of("编号,名\n1,\xC4\xE3\n2,好\n3,x\x00y\n");
    ASSERT_EQ(rows.size(), 4u);
    ASSERT_EQ(rows[1].faults.size(), 1u);
    EXPECT_EQ(rows[1].faults[0].column, 1u);
    EXPECT_EQ(rows[1].faults[0].why.en, "B2 holds bytes that are not UTF-8, as which the file is read");
    EXPECT_TRUE(rows[2].faults.empty());
    EXPECT_EQ(told(std::string_view{"a,b\n1,x\0y\n2,z\n", 14}), "1|2!|3") << "a zero byte";
}

TEST(CsvRows, R3_7_GbkAndUtf16AreReadAndSaid) {
    std::string const gbk = "\xB1\xE0\xBA\xC5,\xD0\xD5\xC3\xFB\n1,\xC1\xD6\xD6\x5C\n2,\xC1\n3,中文\n";
    auto const rows = all_of(gbk);
    ASSERT_EQ(rows.size(), 4u);
    EXPECT_EQ(rows[0].cells, (Cells{"编号", "姓名"}));
    EXPECT_EQ(rows[1].cells, (Cells{"1", "林謀"}));
    EXPECT_FALSE(rows[2].faults.empty());
    EXPECT_FALSE(rows[3].faults.empty());
    EXPECT_EQ(codes_of(gbk), (std::vector<std::string>{"encoding"}));
    std::string const wide{"\xFF\xFE\x16\x7F\t\0\xF7\x53\r\0\n\0\x31\0\t\0\"\0\x00\x4E\n\0\"\0", 24};
    auto const table = all_of(wide);
    ASSERT_EQ(table.size(), 2u);
    EXPECT_EQ(table[0].cells, (Cells{"编", "号"}));
    EXPECT_EQ(table[1].cells, (Cells{"1", "一\n"}));
    EXPECT_EQ(codes_of(wide), (std::vector<std::string>{"encoding", "separator"}));
}

TEST(CsvRows, R3_7_OtherSeparatorsAreReadAndSaid) {
    EXPECT_EQ(all_of("sep=;\na;b\n1;2\n")[1].cells, (Cells{"1", "2"}));
    EXPECT_EQ(all_of("sep=;\na;b\n").front().row, 1) << "a spreadsheet does not show that line";
    EXPECT_EQ(all_of("a\tb\n1, and\t2\n")[1].cells, (Cells{"1, and", "2"}));
    EXPECT_EQ(all_of("a;b;c\n1;2;3\n")[1].cells, (Cells{"1", "2", "3"}));
    EXPECT_EQ(all_of("title\na,b\n1,2;3\n")[2].cells, (Cells{"1", "2;3"}));
    EXPECT_EQ(codes_of("a;b\n"), (std::vector<std::string>{"separator"}));
    EXPECT_TRUE(codes_of("a,b\n").empty());
}

TEST(CsvRows, R3_7_WhatExcelWroteForNoValueIsAFault) { EXPECT_EQ(told("a,b\n1,#N/A\n2,#######\n3,#REF!\n4,#1 gate\n"), "1|2!|3!|4!|5"); }

TEST(CsvRows, ATextThatIsKeptFromBeingAFormulaIsItself) {
    EXPECT_EQ(all_of("a,b\n\"=\"\"0012\"\"\",'+86 20\n")[1].cells, (Cells{"0012", "+86 20"}));
    EXPECT_EQ(all_of("a\n'quoted'\n")[1].cells, (Cells{"'quoted'"}));
}

TEST(CsvRows, BeyondALimitARowIsRefusedAndTooManyRowsTheFile) {
    TableLimits limits;
    limits.columns = 3;
    EXPECT_EQ(told("a,b,c,d\n1\n", limits), "1!|2");
    limits = {};
    limits.cell = 8;
    EXPECT_EQ(told("123456789\n12345678\n", limits), "1!|2");
    EXPECT_EQ(told("a\n" + std::string(100'000, 'x') + "\n1\n", limits), "1|2!|3");
    limits = {};
    limits.rows = 2;
    auto rows = csv_rows_of_text("a\nb\nc\n", limits);
    TableRow row;
    EXPECT_TRUE(rows->next(row).value());
    EXPECT_TRUE(rows->next(row).value());
    EXPECT_FALSE(rows->next(row).has_value());
}

TEST(CsvRows, AForgottenQuoteDoesNotSwallowTheFile) {
    TableLimits limits;
    limits.cell = 1000;
    std::string text = "a,b\n\"open,1\n";
    for (int i = 0; i < 10'000; ++i) text += "x,1\n";
    auto const rows = all_of(text, limits);
    ASSERT_EQ(rows.size(), 10'002u);
    EXPECT_FALSE(rows[1].faults.empty());
    EXPECT_TRUE(rows[2].faults.empty());
}

}  // namespace
}  // namespace hearline::channel
