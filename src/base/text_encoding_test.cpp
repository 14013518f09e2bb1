#include "base/text_encoding.hpp"

#include <gtest/gtest.h>

namespace hearline {
namespace {

std::string const heading_gbk = "\xB1\xE0\xBA\xC5,\xCA\xDC\xC0\xED\xC8\xD5\xC6\xDA\n";  // 编号,受理日期

std::string utf16le(std::u16string_view text) {
    std::string bytes;
    for (char16_t c : text) {
        bytes += static_cast<char>(c & 0xFF);
        bytes += static_cast<char>(c >> 8);
    }
    return bytes;
}
std::string swapped(std::string bytes) {
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) std::swap(bytes[i], bytes[i + 1]);
    return bytes;
}

TEST(TextEncoding, AMarkAtTheFrontDecides) {
    EXPECT_EQ(recognise_encoding("\xEF\xBB\xBF\xC4\xE3").encoding, TextEncoding::utf8);
    EXPECT_EQ(recognise_encoding("\xEF\xBB\xBFx").mark, 3u);
    EXPECT_EQ(recognise_encoding("\xFF\xFE" + utf16le(u"编")).encoding, TextEncoding::utf16le);
    EXPECT_EQ(recognise_encoding("\xFE\xFF" + swapped(utf16le(u"编"))).encoding, TextEncoding::utf16be);
}

TEST(TextEncoding, WithoutAMarkTheTextItselfDoes) {
    EXPECT_EQ(recognise_encoding("").encoding, TextEncoding::utf8);
    EXPECT_EQ(recognise_encoding("id,name\n1,x\n").encoding, TextEncoding::utf8);
    EXPECT_EQ(recognise_encoding("编号,受理日期\n").encoding, TextEncoding::utf8);
    EXPECT_EQ(recognise_encoding(heading_gbk).encoding, TextEncoding::gb18030);
    auto const wide = utf16le(u"编号,受理日期,一号线\r\nA1,2026-11-20,一\r\n");
    EXPECT_EQ(recognise_encoding(wide).encoding, TextEncoding::utf16le) << "一 has a zero byte on the other side";
    EXPECT_EQ(recognise_encoding(swapped(wide)).encoding, TextEncoding::utf16be);
    EXPECT_EQ(recognise_encoding(std::string{"a,b\n\0,c\n", 8}).encoding, TextEncoding::utf8) << "a stray zero byte is no UTF-16";
}

TEST(TextEncoding, AMixedFileIsWhatItsHeadingIsIn) {
    EXPECT_EQ(recognise_encoding("编号,受理日期\n" + heading_gbk + heading_gbk).encoding, TextEncoding::utf8);
    EXPECT_EQ(recognise_encoding(heading_gbk + "编号,受理日期\n编号,受理日期\n").encoding, TextEncoding::gb18030);
    // Two bytes of GBK can be one letter of UTF-8: one such line does not decide against all the others.
    EXPECT_EQ(recognise_encoding("\xC4\xA3\n" + heading_gbk + heading_gbk + heading_gbk).encoding, TextEncoding::gb18030);
}

TEST(TextEncoding, WhatDoesNotFitIsMarkedAndTheRestIsRead) {
    bool damaged = false;
    EXPECT_EQ(TextDecoder{TextEncoding::gb18030}.decode("\xB1\xE0\xBA\xC5\xD6\x5C,x", damaged), "编号謀,x")
        << "a backslash as second byte is no backslash";
    EXPECT_FALSE(damaged);
    EXPECT_EQ(TextDecoder{TextEncoding::gb18030}.decode("\x95\x32\x82\x36", damaged), "𠀀");
    EXPECT_FALSE(damaged);
    EXPECT_EQ(TextDecoder{TextEncoding::gb18030}.decode("\xB1\xE0\xBA,x", damaged), "编\xEF\xBF\xBD,x")
        << "the comma after half a character stays";
    EXPECT_TRUE(damaged);
    damaged = false;
    EXPECT_EQ(TextDecoder{TextEncoding::utf16le}.decode(utf16le(u"𠮷😀"), damaged), "𠮷😀");
    EXPECT_FALSE(damaged);
    EXPECT_EQ(TextDecoder{TextEncoding::utf16le}.decode(utf16le(u"a") + std::string{"\x00\xD8", 2}, damaged).substr(0, 1), "a");
    EXPECT_TRUE(damaged);
    damaged = false;
    EXPECT_EQ(TextDecoder{TextEncoding::utf8}.decode("好\xC4,", damaged), "好\xEF\xBF\xBD,");
    EXPECT_TRUE(damaged);
}

}  // namespace
}  // namespace hearline
