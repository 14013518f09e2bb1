#include "base/masking.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace hearline {
namespace {

TEST(Masking, R10_2_ShowsOnlyWhatMayBeSeen) {
    EXPECT_EQ(mask_name("张三"), "张*");
    EXPECT_EQ(mask_name("欧阳锋"), "欧*");
    EXPECT_EQ(mask_name("  John Smith"), "J*");
    EXPECT_EQ(mask_name(""), "");
    EXPECT_EQ(mask_phone("13812341234"), "138****1234");
    EXPECT_EQ(mask_phone("+86 138-1234-1234"), "138****1234");
    EXPECT_EQ(mask_phone("１３８１２３４１２３４"), "138****1234");
    EXPECT_EQ(mask_phone("020-87654321"), "020****4321");
    EXPECT_EQ(mask_phone("87654321"), "87****21");
    EXPECT_EQ(mask_phone("12345"), "****");
    EXPECT_EQ(mask_phone("weixin: abc"), "****");
    EXPECT_EQ(mask_phone(""), "");
    EXPECT_EQ(mask_email("zhang@example.com"), "z***@example.com");
    EXPECT_EQ(mask_email("zhang"), "***");
    EXPECT_EQ(mask_email("@x"), "***");
    EXPECT_EQ(mask_email(""), "");
}

TEST(Phone, IsBroughtIntoOneForm) {
    for (auto const* text : {"13800138000", "+86 138 0013 8000", "0086-13800138000", "86-138-0013-8000", "１３８００１３８０００", "(138)0013.8000"})
        EXPECT_EQ(normalise_phone(text), "13800138000") << text;
    EXPECT_EQ(normalise_phone("020-8765 4321"), "02087654321");
    EXPECT_EQ(normalise_phone("86201234567"), "86201234567");
    EXPECT_EQ(normalise_phone("+49 30 123456"), "+4930123456");
    EXPECT_EQ(normalise_phone("12345"), "12345");
    for (auto const* text : {"", "12", "138x0013800", "++8613800138000", "123456789012345678901", "138+00138000", "一三八"}) EXPECT_EQ(normalise_phone(text), std::nullopt) << text;
}

TEST(Phone, ChineseMobileRangesAreKnown) {
    EXPECT_TRUE(is_chinese_mobile("13800138000"));
    EXPECT_TRUE(is_chinese_mobile("17490000000"));
    EXPECT_TRUE(is_chinese_mobile("1440000000000"));
    EXPECT_FALSE(is_chinese_mobile("1440000000"));
    for (auto const* text : {"", "1", "12345678901", "15400000000", "19400000000", "17413000000", "138001380000", "1380013800a"}) EXPECT_FALSE(is_chinese_mobile(text)) << text;
}

TEST(Phone, AgreesWithTheCollectedCases) {
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
        ++seen;
    }
    EXPECT_GT(seen, 50);
}

}  // namespace
}  // namespace hearline
