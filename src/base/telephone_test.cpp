#include "base/telephone.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "base/unicode.hpp"

namespace hearline {
namespace {

/// "13800138000", "02083106622>801", doubtful ones with a question mark.
std::string read(std::string_view field) {
    auto const found = read_telephones(field);
    std::string out;
    for (auto const& number : found.numbers) out += fmt::format("{}{}{}{}", out.empty() ? "" : " ", number.digits, number.extension.empty() ? "" : ">", number.extension);
    for (auto const& doubt : found.doubtful) out += fmt::format("{}{}?{}", out.empty() ? "" : " ", doubt.digits, code_of(doubt.why));
    return out;
}

TEST(Telephone, OneNumberIsOneNumberHoweverItIsWritten) {
    for (auto const* text : {"13800138000", "+86 138 0013 8000", "0086-13800138000", "86-138-0013-8000", "86 13800138000", "１３８００１３８０００", "(138)0013.8000", "138-0013-8000",
                             "＋８６　１３８００１３８０００", "电话：13800138000", "13800138000（微信同号）", "'13800138000", "013800138000", "\xE2\x80\xAA" "13800138000\xE2\x80\xAC",
                             "13800138000@", "138_0013_8000", "138—0013—8000", "手机13800138000，微信同号", "13800138000 / 138 0013 8000"})
        EXPECT_EQ(read(text), "13800138000") << text;
    for (auto const* text : {"020-8310 6622", "(020)83106622", "020 83106622", "+86 20 83106622", "0086-20-83106622", "86-20-83106622", "+86 (0)20 8310 6622", "020—83106622"})
        EXPECT_EQ(read(text), "02083106622") << text;
    EXPECT_EQ(read("0571 8888 8888"), "057188888888");
    EXPECT_EQ(read("0898-6625123"), "08986625123");
    EXPECT_EQ(read("8310 6622"), "83106622");
    EXPECT_EQ(read("400-810-6666"), "4008106666");
    for (auto const* text : {"12345", "10086", "95588", "96900", "12306", "116114", "95013888"}) EXPECT_EQ(read(text), text);
    EXPECT_EQ(read("020-12345"), "02012345");
}

TEST(Telephone, AbroadKeepsItsCountry) {
    EXPECT_EQ(read("+852 2345 6789"), "+85223456789");
    EXPECT_EQ(read("00852-23456789"), "+85223456789");
    EXPECT_EQ(read("852-2345 6789"), "+85223456789");
    EXPECT_EQ(read("+853 6612 3456"), "+85366123456");
    EXPECT_EQ(read("+886 912 345 678"), "+886912345678");
    EXPECT_EQ(read("+49 30 1234567"), "+49301234567");
    EXPECT_EQ(read("+1 (415) 555-2671"), "+14155552671");
    EXPECT_EQ(read_telephones("+852 2345 6789").numbers[0].local, "23456789");
}

TEST(Telephone, SeveralInOneFieldAreEachFound) {
    for (auto const* text : {"13800138000/13900139000", "13800138000 / 13900139000", "13800138000、13900139000", "13800138000，13900139000", "13800138000;13900139000",
                             "13800138000 13900139000", "138 0013 8000 139 0013 9000", "13800138000或13900139000", "本人13800138000 家属+86 13900139000", "13800138000\n13900139000",
                             "13800138000-13900139000", "13800138000+13900139000", "13800138000（3号楼）13900139000"})
        EXPECT_EQ(read(text), "13800138000 13900139000") << text;
    EXPECT_EQ(read("13800138000 020-83106622转801 下午5点后"), "13800138000 02083106622>801");
    EXPECT_EQ(read("83106622 13800138000"), "83106622 13800138000");
}

TEST(Telephone, ExtensionsStandBesideTheirNumber) {
    for (auto const* text : {"020-83106622转801", "020-83106622-801", "020-83106622 转 801", "02083106622转分机801", "020-83106622 ext. 801", "020-83106622 x801", "020-83106622#801",
                             "020-83106622（分机801）", "020-83106622轉801", "020 8310 6622 转801"})
        EXPECT_EQ(read(text), "02083106622>801") << text;
    EXPECT_EQ(read("400-810-6666转9"), "4008106666>9");
    EXPECT_EQ(read("13800138000-1234"), "13800138000>1234");
    EXPECT_EQ(read("83106622转801/13800138000"), "83106622>801 13800138000");
}

TEST(Telephone, WhatCannotBeANumberIsDoubtful) {
    EXPECT_EQ(read("1380013800"), "1380013800?too-few-digits");
    EXPECT_EQ(read("138 0013 800"), "1380013800?too-few-digits");
    EXPECT_EQ(read("138001380000"), "138001380000?too-many-digits");
    EXPECT_EQ(read("15400000000"), "15400000000?unknown-range");
    EXPECT_EQ(read("11111"), "11111?too-few-digits");
    EXPECT_EQ(read("110"), "110?emergency");
    EXPECT_EQ(read("110105199001011234"), "110105199001011234?too-many-digits");
    EXPECT_EQ(read("13800138000/1390013900"), "13800138000 1390013900?too-few-digits");
    EXPECT_EQ(read("+852 2345 678"), "+8522345678?unknown-range");
    EXPECT_EQ(read("020-8310662"), "0208310662?unknown-range");
    for (auto const* text : {"", "无", "QQ 123456", "QQ号：23456789", "13800138000@qq.com", "zhang_13800138000@example.com", "微信 abc"}) EXPECT_EQ(read(text), "") << text;
    EXPECT_EQ(read("a1b2@x.cn 13800138000"), "13800138000");
}

TEST(Telephone, ADoubtIsToldInBothLanguages) {
    auto const told = sentence_of({"1380013800", TelephoneDoubt::too_few_digits});
    EXPECT_EQ(told.zh, "1380013800：位数不够（共 10 位，手机号码为 11 位）");
    EXPECT_EQ(told.en, "1380013800: too few digits (10; a mobile number has 11)");
    EXPECT_EQ(sentence_of({"15400000000", TelephoneDoubt::unknown_range}).zh, "15400000000：没有这样的号码");
    EXPECT_EQ(sentence_of({"0208", TelephoneDoubt::too_few_digits}).en, "0208: too few digits (a landline with its area code, like 020-83106622)");
}

TEST(Telephone, TheSameLineWithAndWithoutItsAreaCode) {
    auto const one = [](std::string_view text) { return read_telephones(text).numbers.at(0); };
    EXPECT_TRUE(is_same_line(one("020-83106622转801"), one("83106622")));
    EXPECT_TRUE(is_same_line(one("83106622"), one("(020)83106622")));
    EXPECT_FALSE(is_same_line(one("020-83106622"), one("021-83106622")));
    EXPECT_TRUE(is_same_line(one("+852 23456789"), one("2345 6789")));
    EXPECT_FALSE(is_same_line(one("13800138000"), one("13900139000")));
}

TEST(Telephone, ChineseMobileRangesAreKnown) {
    EXPECT_TRUE(is_chinese_mobile("13800138000"));
    EXPECT_TRUE(is_chinese_mobile("17490000000"));
    EXPECT_TRUE(is_chinese_mobile("1440000000000"));
    EXPECT_FALSE(is_chinese_mobile("1440000000"));
    for (auto const* text : {"", "1", "12345678901", "15400000000", "19400000000", "17413000000", "138001380000", "1380013800a"}) EXPECT_FALSE(is_chinese_mobile(text)) << text;
}

/// Spaces, hyphens and full-width digits: no number for a machine, the same number for who reads it.
bool is_written_otherwise(std::string const& number) { return number.find_first_of(" -") != number.npos || static_cast<unsigned char>(number.front()) > 0x7F; }

TEST(Telephone, AgreesWithTheCollectedCases) {
    std::filesystem::path const cases = std::filesystem::path{SHARED_FOLDER} / "data/cn-formats/mobile_cases.csv";
    if (!std::filesystem::exists(cases)) GTEST_SKIP() << "the collected cases are not here";
    std::ifstream in{cases};
    std::string line;
    int seen = 0;
    std::getline(in, line);
    while (std::getline(in, line)) {
        auto const comma = line.find(',');
        std::string const number = line.substr(0, comma);
        EXPECT_EQ(is_chinese_mobile(number), line.at(comma + 1) == '1') << number;
        auto const field = read_telephones(number);
        EXPECT_EQ(field.numbers.size() == 1 && field.doubtful.empty(), line.at(comma + 1) == '1' || is_written_otherwise(number)) << number;
        ++seen;
    }
    EXPECT_GT(seen, 50);
}

/// The pages' twin (web/src/shared/phone.ts) is held to the same answers.
TEST(Telephone, AgreesWithThePages) {
    std::ifstream in{std::filesystem::path{SOURCE_FOLDER} / "tests/cases/telephones.txt"};
    std::string line;
    int seen = 0;
    while (std::getline(in, line)) {
        if (line.starts_with('#')) continue;
        auto const first = line.find('|'), second = line.find('|', first + 1);
        ASSERT_NE(second, std::string::npos) << line;
        std::string_view const all{line};
        std::string expected{trim(all.substr(first + 1, second - first - 1))};
        if (auto const doubt = trim(all.substr(second + 1)); !doubt.empty()) {
            auto const blank = doubt.find(' ');
            expected += fmt::format("{}{}?{}", expected.empty() ? "" : " ", doubt.substr(0, blank), doubt.substr(blank + 1));
        }
        EXPECT_EQ(read(all.substr(0, first)), expected) << line;
        ++seen;
    }
    EXPECT_GT(seen, 80);
}

}  // namespace
}  // namespace hearline
