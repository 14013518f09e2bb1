#include "channel/import/records.hpp"

#include <gtest/gtest.h>

#include "channel/import/mapping.hpp"

namespace hearline::channel {
namespace {

std::string refusal(std::string text, int heading = 0, TableFormat format = TableFormat::csv) {
    auto const records = records_of_text(std::move(text), format, "", heading);
    return records ? "" : records.error().detail.en;
}

TEST(Records, R3_7_TheHeadingIsTheRowThatASpreadsheetNumbersSo) {
    auto records = records_of_text("台账\n\n\"编\n号\",名\n1,x\n", TableFormat::csv, "", 3);
    ASSERT_TRUE(records.has_value()) << records.error().detail.en;
    EXPECT_EQ((*records)->columns(), (std::vector<std::string>{"编\n号", "名"}));
    Record record;
    ASSERT_TRUE((*records)->next(record).value());
    EXPECT_EQ(record.line, 5);
    EXPECT_EQ(record.row, 4);
    EXPECT_NE(refusal("a\n\nb\n", 2).find("the next that is not is 3"), std::string::npos);
    EXPECT_NE(refusal("a\nb\n", 3), "");
    EXPECT_EQ((*records_of_text("\n,,\na,b\n", TableFormat::csv))->columns(), (std::vector<std::string>{"a", "b"}))
        << "unless a row is named, it is the first that is not empty";
    EXPECT_NE(refusal("a,\"b\n1,2\n"), "") << "a heading that cannot be read is no heading";
    EXPECT_NE(refusal("\n\n"), "");
}

TEST(Records, R3_7_AHeadingThatStandsTwiceIsRefusedWhereItIsRead) {
    auto const mapping =
        read_mapping("[columns]\ntext = \"content\"\nwhen = \"received_at\"\n[constants]\nchannel = \"other\"\n", "m.toml");
    auto const twice = check_columns(*mapping, {"text", "when", "text", "note", "note"});
    ASSERT_FALSE(twice.has_value());
    ASSERT_EQ(twice.error().fields.size(), 1u) << "a column that nobody reads may be there twice";
    EXPECT_NE(twice.error().fields[0].detail.en.find("the columns A and C have the same heading"), std::string::npos);
    auto const composed =
        read_mapping("[columns]\nwhen = \"received_at\"\n[compose]\ncontent = \"{a}，{b}\"\n[constants]\nchannel = \"other\"\n", "m.toml");
    EXPECT_FALSE(check_columns(*composed, {"a", "when", "b", "a"}).has_value());
    EXPECT_FALSE(check_columns(*composed, {"a", "when"}).has_value()) << "a column that a text is made of has to be there too";
    EXPECT_TRUE(check_columns(*composed, {"a", "when", "b"}).has_value());
}

TEST(Records, R3_7_AFileThatIsNoTableIsToldWithWhatToDo) {
    using namespace std::string_literals;
    EXPECT_NE(refusal("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 0, TableFormat::xlsx).find(".xls"), std::string::npos);
    EXPECT_NE(refusal("\xD0\xCF\x11\xE0 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"s, 0, TableFormat::xlsx).find("password"),
              std::string::npos);
    EXPECT_NE(refusal("  <HTML><table><tr><td>a</td></tr></table>", 0, TableFormat::xlsx).find("web page"), std::string::npos);
    EXPECT_NE(refusal("\xEF\xBB\xBF<!DOCTYPE html>").find("web page"), std::string::npos);
    EXPECT_NE(refusal("<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook/>", 0, TableFormat::xlsx).find("XML"),
              std::string::npos);
    EXPECT_NE(refusal("%PDF-1.7").find("PDF"), std::string::npos);
    EXPECT_NE(refusal("", 0, TableFormat::xlsx).find("empty"), std::string::npos);
    EXPECT_NE(refusal("\x1F\x8B\x08").find("archive"), std::string::npos);
    EXPECT_NE(refusal("编号，姓名\n1，x\n").find("full-width"), std::string::npos);
    auto const text = records_of_text("a,b\n1,2\n", TableFormat::xlsx);
    ASSERT_TRUE(text.has_value()) << "a text table with the name of a workbook is read";
    EXPECT_EQ((*text)->notices().front().code, "format");
    for (auto const* name : {"a.xls", "b.ET", "c.numbers", "d.ods", "e.html"})
        EXPECT_EQ(format_of_name(name).value(), TableFormat::xlsx) << name;
    EXPECT_EQ(format_of_name("a.tsv").value(), TableFormat::csv);
    EXPECT_FALSE(format_of_name("a.docx").has_value());
}

TEST(Records, R3_7_CellsWithoutAHeadingAreNamed) {
    auto records = records_of_text("a,,c\n1,2,3\n4,,5,6\n", TableFormat::csv);
    Record record;
    ASSERT_TRUE((*records)->next(record).value());
    EXPECT_TRUE(record.faults.empty());
    ASSERT_TRUE((*records)->next(record).value());
    ASSERT_EQ(record.faults.size(), 1u) << "a comma too many would cut a text";
    EXPECT_NE(record.faults[0].why.en.find("D3"), std::string::npos);
    ASSERT_EQ((*records)->notices().size(), 1u);
    EXPECT_NE((*records)->notices()[0].text.en.find(": B2"), std::string::npos);
}

}  // namespace
}  // namespace hearline::channel
