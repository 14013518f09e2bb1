#include "storage/postgres/address.hpp"

#include <gtest/gtest.h>

namespace hearline::postgres {
namespace {

TEST(Address, OwnParametersAreTakenOutAndTheEnginesStay) {
    auto address = parse_address("postgres://metro:secret@db1,db2:5433/line?schema=metro_1&sslmode=require&isolation=serializable&acts=2&connect_timeout=9&patience=250");
    ASSERT_TRUE(address);
    EXPECT_EQ(address->url, "postgres://metro:secret@db1,db2:5433/line?sslmode=require&connect_timeout=9");
    EXPECT_EQ(address->schema, "metro_1");
    EXPECT_EQ(address->isolation, Isolation::serializable);
    EXPECT_EQ(address->acts, 2);
    EXPECT_EQ(address->patience, std::chrono::milliseconds{250});
}

TEST(Address, WithoutParametersTheDefaultsHold) {
    auto address = parse_address("postgresql:///line");
    ASSERT_TRUE(address);
    EXPECT_EQ(address->url, "postgresql:///line");
    EXPECT_EQ(address->schema, "hearline");
    EXPECT_EQ(address->isolation, Isolation::read_committed);
}

TEST(Address, AWrongParameterIsRefusedByName) {
    for (auto const* url : {"mysql://x/y", "postgres:///x?schema=Metro", "postgres:///x?schema=a%22b", "postgres:///x?schema=", "postgres:///x?schema=pg_own",
                            "postgres:///x?isolation=loose", "postgres:///x?acts=0", "postgres:///x?acts=8", "postgres:///x?readers=many", "postgres:///x?patience=-1"}) {
        auto address = parse_address(url);
        ASSERT_FALSE(address) << url;
        EXPECT_EQ(address.error().code, "bad-url") << url;
    }
}

TEST(Address, ThePasswordIsNeverShown) {
    EXPECT_EQ(shown(*parse_address("postgres://metro:secret@db1:5433/line")), "postgres://metro@db1:5433/line?schema=hearline");
    EXPECT_EQ(shown(*parse_address("postgres://db1/line?user=metro&password=secret&sslmode=require")),
              "postgres://db1/line?user=metro&password=…&sslmode=require&schema=hearline");
    EXPECT_EQ(shown(*parse_address("postgres://metro@db1:5433/line")), "postgres://metro@db1:5433/line?schema=hearline");
}

}  // namespace
}  // namespace hearline::postgres
