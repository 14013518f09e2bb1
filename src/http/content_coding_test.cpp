#include "http/content_coding.hpp"

#include <gtest/gtest.h>

namespace hearline::http {
namespace {

constexpr Coding all[]{Coding::brotli, Coding::gzip, Coding::identity};

TEST(ContentCoding, IsWhatTheHeaderLikesBest) {
    EXPECT_EQ(choose_coding("gzip, deflate, br, zstd", all), Coding::brotli);
    EXPECT_EQ(choose_coding("gzip, deflate", all), Coding::gzip);
    EXPECT_EQ(choose_coding("br;q=0.5, gzip;q=0.8", all), Coding::gzip);
    EXPECT_EQ(choose_coding("BR", all), Coding::brotli);
    EXPECT_EQ(choose_coding("*", all), Coding::brotli);
    EXPECT_EQ(choose_coding("br;q=0, *;q=0.1", all), Coding::gzip);
    EXPECT_EQ(choose_coding("identity, br;q=0.9", all), Coding::identity);
}

TEST(ContentCoding, IsNoneWhereNothingElseIsAsked) {
    for (auto const* header : {"", "deflate", "br;q=0", "br;q=nonsense", "identity", "x;;=,,"}) EXPECT_EQ(choose_coding(header, all), Coding::identity) << header;
}

TEST(ContentCoding, IsOneOfThoseOffered) {
    constexpr Coding some[]{Coding::gzip, Coding::identity};
    EXPECT_EQ(choose_coding("br, gzip;q=0.1", some), Coding::gzip);
    EXPECT_EQ(choose_coding("br", some), Coding::identity);
}

}  // namespace
}  // namespace hearline::http
