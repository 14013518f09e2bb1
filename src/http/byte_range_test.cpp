#include "http/byte_range.hpp"

#include <gtest/gtest.h>

namespace hearline::http {
namespace {

RangeWish part(std::uint64_t from, std::uint64_t size) { return {RangeAnswer::part, {from, size}}; }

TEST(ByteRange, IsAPartOfTheFile) {
    EXPECT_EQ(read_range("bytes=0-", 100), part(0, 100));
    EXPECT_EQ(read_range("bytes=0-0", 100), part(0, 1));
    EXPECT_EQ(read_range("bytes=10-19", 100), part(10, 10));
    EXPECT_EQ(read_range("bytes=10-1000", 100), part(10, 90));
    EXPECT_EQ(read_range("bytes=-10", 100), part(90, 10));
    EXPECT_EQ(read_range("bytes=-1000", 100), part(0, 100));
}

TEST(ByteRange, PastTheEndThereIsNone) {
    for (auto const* header : {"bytes=100-", "bytes=100-200", "bytes=-0"}) EXPECT_EQ(read_range(header, 100).answer, RangeAnswer::none) << header;
    EXPECT_EQ(read_range("bytes=-5", 0).answer, RangeAnswer::none);
}

TEST(ByteRange, WhatItDoesNotUnderstandGetsTheWhole) {
    for (auto const* header : {"", "bytes=", "bytes=-", "bytes=5", "bytes=9-1", "bytes=a-b", "bytes=1-2,4-5", "pages=1-2", "bytes=1-99999999999999999999"})
        EXPECT_EQ(read_range(header, 100).answer, RangeAnswer::whole) << header;
}

}  // namespace
}  // namespace hearline::http
