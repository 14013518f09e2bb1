#include "base/digest.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace hearline {
namespace {

TEST(Digest, GivesThePublishedValues) {
    EXPECT_EQ(hex(sha256("")), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(hex(sha256("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(hex(sha256(std::string(1'000'000, 'a'))), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Digest, PartsDoNotCollideWhenTheCutMoves) {
    std::array<std::string_view, 2> const one{"ab", "c"};
    std::array<std::string_view, 2> const two{"a", "bc"};
    std::array<std::string_view, 3> const three{"ab", "c", ""};
    EXPECT_NE(sha256_parts(one), sha256_parts(two));
    EXPECT_NE(sha256_parts(one), sha256_parts(three));
    std::string const framed = std::string{"\2\0\0\0\0\0\0\0ab\1\0\0\0\0\0\0\0c", 19};
    EXPECT_EQ(sha256_parts(one), sha256(framed));
}

TEST(Digest, HexGoesBothWays) {
    Digest const digest = sha256("abc");
    Digest back{};
    EXPECT_TRUE(from_hex(hex(digest), back));
    EXPECT_EQ(back, digest);
    std::array<std::uint8_t, 2> two{};
    EXPECT_TRUE(from_hex("0Aff", two));
    EXPECT_EQ(two, (std::array<std::uint8_t, 2>{0x0a, 0xff}));
    for (auto const* bad : {"", "0aff0", "0af", "0g00", "0a f"}) EXPECT_FALSE(from_hex(bad, two)) << bad;
}

TEST(Random, TheSameSeedGivesTheSameBytesHoweverTheyAreTaken) {
    SeededRandom whole{42};
    SeededRandom pieces{42};
    std::vector<std::uint8_t> a(5000), b(5000);
    whole.fill(a);
    for (std::size_t i = 0, n = 1; i < b.size(); i += n, n = std::min<std::size_t>(n * 3 % 701 + 1, b.size() - i)) pieces.fill(std::span{b}.subspan(i, n));
    EXPECT_EQ(a, b);
    EXPECT_NE(SeededRandom{42}.next(), SeededRandom{43}.next());
}

TEST(Random, ASeedOfZeroIsTheKnownChaCha20Keystream) {
    SeededRandom random{0};
    std::array<std::uint8_t, 16> bytes{};
    random.fill(bytes);
    EXPECT_EQ(hex(bytes), "76b8e0ada0f13d90405d6ae55386bd28");
}

TEST(Random, CodesUseThirtyTwoLettersThatDoNotLookAlike) {
    std::string const code = random_code(system_random(), 4000);
    std::set<char> const letters(code.begin(), code.end());
    EXPECT_EQ(letters.size(), 32u);
    for (char c : {'0', '1', 'I', 'O'}) EXPECT_FALSE(letters.contains(c));
    EXPECT_NE(random_code(system_random(), 12), random_code(system_random(), 12));
    SeededRandom one{7}, two{7};
    EXPECT_EQ(random_code(one, 12), random_code(two, 12));
}

}  // namespace
}  // namespace hearline
