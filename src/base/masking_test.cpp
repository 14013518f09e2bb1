#include "base/masking.hpp"

#include <gtest/gtest.h>

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
    EXPECT_EQ(mask_phone("13812341234/139 0013 9000（微信同号）"), "138****1234 / 139****9000");
    EXPECT_EQ(mask_phone("020-83106622转801"), "020****6622");
    EXPECT_EQ(mask_phone("138001380000"), "138****0000");
    EXPECT_EQ(mask_phone("12345"), "****");
    EXPECT_EQ(mask_phone("weixin: abc"), "****");
    EXPECT_EQ(mask_phone(""), "");
    EXPECT_EQ(mask_email("zhang@example.com"), "z***@example.com");
    EXPECT_EQ(mask_email("zhang"), "***");
    EXPECT_EQ(mask_email("@x"), "***");
    EXPECT_EQ(mask_email(""), "");
}

}  // namespace
}  // namespace hearline
