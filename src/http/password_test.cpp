#include "http/password.hpp"

#include <gtest/gtest.h>

namespace hearline::http {
namespace {

TEST(Password, IsRightAgainstItsOwnHashOnly) {
    auto const hash = hash_password("正确的密码 correct");
    EXPECT_TRUE(hash.starts_with("$argon2id$v=19$m=65536,t=2,p=1$")) << hash;
    EXPECT_TRUE(verify_password(hash, "正确的密码 correct"));
    EXPECT_FALSE(verify_password(hash, "正确的密码 Correct"));
    EXPECT_FALSE(verify_password(hash, ""));
    EXPECT_NE(hash, hash_password("正确的密码 correct")) << "each hash has a salt of its own";
}

TEST(Password, IsWrongForNobodyWhateverItIs) {
    EXPECT_FALSE(verify_password("", ""));
    EXPECT_FALSE(verify_password("", "password"));
    EXPECT_FALSE(verify_password("not a hash", "not a hash"));
}

TEST(Password, BeyondTheLengthIsNotEvenHashed) { EXPECT_FALSE(verify_password("", std::string(10'000'000, 'x'))); }

}  // namespace
}  // namespace hearline::http
