#include "http/multipart.hpp"

#include <gtest/gtest.h>

namespace hearline::http {
namespace {

constexpr std::string_view type = "multipart/form-data; boundary=\"b 1\"";

std::string form(std::string_view header, std::string_view content) {
    return "--b 1\r\n" + std::string{header} + "\r\n\r\n" + std::string{content} + "\r\n--b 1--\r\n";
}

TEST(Multipart, ReadsTheFileAsItIs) {
    auto const body = form("Content-Disposition: form-data; name=\"file\"; filename=\"a \\\"b\\\".txt\"\r\nContent-Type: text/plain", "one\r\n--b\r\n\r\ntwo");
    auto const parts = read_multipart(type, body);
    ASSERT_TRUE(parts) << parts.error().detail.en;
    ASSERT_EQ(parts->size(), 1u);
    EXPECT_EQ((*parts)[0].name, "file");
    EXPECT_TRUE((*parts)[0].is_file);
    EXPECT_EQ((*parts)[0].file_name, "a \"b\".txt");
    EXPECT_EQ((*parts)[0].content, "one\r\n--b\r\n\r\ntwo");
}

TEST(Multipart, RefusesEveryWayOfBeingCutOff) {
    auto const body = form("Content-Disposition: form-data; name=\"file\"; filename=\"a\"", "content");
    for (std::size_t length = 0; length + 4 < body.size(); ++length) {
        auto const parts = read_multipart(type, std::string_view{body}.substr(0, length));
        ASSERT_FALSE(parts) << length;
        EXPECT_EQ(parts.error().kind, ErrorKind::malformed);
    }
}

TEST(Multipart, NeedsABoundary) {
    EXPECT_FALSE(read_multipart("multipart/form-data", "--x--"));
    EXPECT_FALSE(read_multipart("multipart/form-data; boundary=", "----"));
    EXPECT_FALSE(read_multipart("multipart/form-data; boundary=x", "no boundary here"));
}

TEST(Multipart, TakesTheExtendedNameFirst) {
    EXPECT_EQ(file_name_of("attachment; filename=\"x.txt\"; filename*=UTF-8''%E8%AF%81%20a.txt"), "证 a.txt");
    EXPECT_EQ(file_name_of("attachment; filename=x.txt"), "x.txt");
    EXPECT_EQ(file_name_of("inline"), "");
}

TEST(Multipart, WritesADispositionThatCannotBeBrokenOut) {
    EXPECT_EQ(attachment_disposition("证\"\r\nX: y.txt"), "attachment; filename=\"______X_ y.txt\"; filename*=UTF-8''%E8%AF%81%22%0D%0AX%3A%20y.txt");
}

}  // namespace
}  // namespace hearline::http
