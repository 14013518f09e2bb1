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

std::string refusal_of(std::string_view text, TableLimits const& limits = {}) {
    auto rows = csv_rows_of_text(text, limits);
    for (TableRow row;;) {
        auto more = rows->next(row);
        if (!more) return more.error().detail.en;
        if (!*more) return "";
    }
}

using Cells = std::vector<std::string>;

TEST(CsvRows, AQuotedCellMayHoldCommasQuotesAndLines) {
    auto const rows = all_of("a,\"b, \"\"c\"\"\nd\",e\r\n1,2,3\r\n");
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0].cells, (Cells{"a", "b, \"c\"\nd", "e"}));
    EXPECT_EQ(rows[1].cells, (Cells{"1", "2", "3"}));
}

TEST(CsvRows, ARowKnowsTheLineItBeginsOn) {
    auto const rows = all_of("h\n\"two\nlines\"\n\nlast\n");
    ASSERT_EQ(rows.size(), 3u);
    EXPECT_EQ(rows[0].line, 1);
    EXPECT_EQ(rows[1].line, 2);
    EXPECT_EQ(rows[2].line, 5) << "an empty line is no row";
}

TEST(CsvRows, TheByteOrderMarkIsNoText) { EXPECT_EQ(all_of("\xEF\xBB\xBF编号,姓名\n").front().cells, (Cells{"编号", "姓名"})); }

TEST(CsvRows, TheLastLineMayLackItsEnd) { EXPECT_EQ(all_of("a,b\n1,2").back().cells, (Cells{"1", "2"})); }

TEST(CsvRows, AnOpenQuoteIsToldWithItsLine) { EXPECT_NE(refusal_of("a\nb\n\"never closed\n").find("line 3"), std::string::npos); }

TEST(CsvRows, WhatIsNoUtf8IsRefused) { EXPECT_NE(refusal_of("a\n\xC4\xE3\xBA\xC3\n").find("line 2"), std::string::npos); }

TEST(CsvRows, BeyondALimitTheFileIsRefused) {
    TableLimits limits;
    limits.rows = 2;
    EXPECT_NE(refusal_of("a\nb\nc\n", limits), "");
    limits = {};
    limits.columns = 3;
    EXPECT_NE(refusal_of("a,b,c,d\n", limits), "");
    limits = {};
    limits.cell = 8;
    EXPECT_NE(refusal_of("123456789\n", limits), "");
    EXPECT_EQ(refusal_of("12345678\n", limits), "");
}

TEST(CsvRows, AForgottenQuoteDoesNotSwallowTheFile) {
    TableLimits limits;
    limits.cell = 1000;
    std::string text = "a,b\n\"open,1\n";
    for (int i = 0; i < 10'000; ++i) text += "x,1\n";
    EXPECT_NE(refusal_of(text, limits), "");
}

}  // namespace
}  // namespace hearline::channel
