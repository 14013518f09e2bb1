#include "base/unicode.hpp"

#include "base/script_variants.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <thread>
#include <vector>

namespace hearline {
namespace {

using namespace std::string_literals;

TEST(Utf8, KnowsWhatIsWellFormed) {
    for (auto const& good : {""s, "abc"s, "聆轨"s, "é"s, "🚇"s, "\0x"s, "\xF4\x8F\xBF\xBF"s, "\xED\x9F\xBF"s, "\xEF\xBF\xBF"s}) EXPECT_TRUE(is_utf8(good)) << good;
    for (auto const& bad : {"\x80"s, "\xC0\x80"s, "\xC1\xBF"s, "\xE0\x80\x80"s, "\xE0\x9F\xBF"s, "\xED\xA0\x80"s, "\xED\xBF\xBF"s, "\xF0\x80\x80\x80"s, "\xF4\x90\x80\x80"s,
                            "\xF5\x80\x80\x80"s, "\xFF"s, "\xE4\xB8"s, "\xE4"s, "a\xE4\xB8z"s, "\xF0\x9F\x9A"s})
        EXPECT_FALSE(is_utf8(bad));
}

TEST(Utf8, EveryCodePointGoesThereAndBack) {
    for (char32_t c = 0; c <= 0x10FFFF; ++c) {
        std::string text;
        append_utf8(text, c);
        bool const surrogate = c >= 0xD800 && c <= 0xDFFF;
        ASSERT_EQ(is_utf8(text), !surrogate) << std::hex << static_cast<unsigned>(c);
        if (surrogate) continue;
        std::string_view rest = text;
        ASSERT_EQ(take_code_point(rest), c);
        ASSERT_TRUE(rest.empty());
    }
    std::string_view broken = "\xE4\xB8";
    EXPECT_EQ(take_code_point(broken), 0xFFFDu);
    EXPECT_EQ(broken.size(), 1u);
}

TEST(Text, IsMeasuredAndCutByCodePoints) {
    EXPECT_EQ(length_of("B口扶梯🚇"), 5u);
    EXPECT_EQ(truncate("B口扶梯🚇停", 5), "B口扶梯🚇");
    EXPECT_EQ(truncate("B口", 9), "B口");
    EXPECT_EQ(truncate("B口", 0), "");
    EXPECT_EQ(trim(" \t　扶 梯\u00A0\n\uFEFF"), "扶 梯");
    EXPECT_EQ(trim(" 　 "), "");
    EXPECT_EQ(trim("停"), "停");
}

TEST(Text, ControlCharactersAreSeen) {
    EXPECT_FALSE(has_control_characters("一行\n二\t行", LineBreaks::allowed));
    EXPECT_TRUE(has_control_characters("一行\n二行", LineBreaks::forbidden));
    EXPECT_TRUE(has_control_characters("\r", LineBreaks::allowed));
    EXPECT_TRUE(has_control_characters("a\0b"s, LineBreaks::allowed));
    EXPECT_TRUE(has_control_characters("\x7F", LineBreaks::allowed));
    EXPECT_TRUE(has_control_characters("\u0085", LineBreaks::allowed));
    EXPECT_FALSE(has_control_characters("\u00A0é口", LineBreaks::forbidden));
    EXPECT_EQ(clean_lines("a\r\nb\rc\n\r"), "a\nb\nc\n\n");
}

TEST(Fold, WidthCaseAccentsAndTraditionalFallTogether) {
    EXPECT_EQ(fold("ＡＢＣ１２３"), "abc123");
    EXPECT_EQ(fold("Straße Ω"), "strasse ω");
    EXPECT_EQ(fold("體育西路電梯後門"), "体育西路电梯后门");
    EXPECT_EQ(fold("㎞ ①"), "km 1");
    EXPECT_EQ(fold("Café"), fold("Cafe\u0301"));
    EXPECT_EQ(fold("ｶﾒﾗ"), "カメラ");
    EXPECT_EQ(fold("がギ"), "がギ");
    EXPECT_EQ(fold("한국"), "한국");
    EXPECT_EQ(fold("a\u200Bb\uFEFF"), "ab");
    EXPECT_EQ(fold("𠮷🚇"), "𠮷🚇");
    EXPECT_EQ(fold(""), "");
}

TEST(Fold, IsTheSameOnEveryThreadAndTheSecondTime) {
    std::string text;
    for (char32_t c = 0x80; c < 0x30000; c += 7)
        if (c < 0xD800 || c > 0xDFFF) append_utf8(text, c);
    std::vector<std::string> found(4);
    {
        std::vector<std::jthread> threads;
        for (auto& result : found) threads.emplace_back([&] { result = fold(text); });
    }
    for (auto const& result : found) EXPECT_EQ(result, found.front());
    EXPECT_EQ(fold(text), found.front());
    EXPECT_TRUE(is_utf8(found.front()));
}

TEST(Fold, PassesOverWhatIsNoUtf8) { EXPECT_EQ(fold("a\xFFz"), "a\uFFFDz"); }

TEST(Pinyin, OfPlaces) {
    EXPECT_EQ(pinyin("体育西路").full, "tiyuxilu");
    EXPECT_EQ(pinyin("体育西路").initials, "tyxl");
    EXPECT_EQ(pinyin("體育西路").full, "tiyuxilu");
    EXPECT_EQ(pinyin("机场T2航站楼").full, "jichangt2hangzhanlou");
    EXPECT_EQ(pinyin("机场T2航站楼").initials, "jct2hzl");
    EXPECT_EQ(pinyin("长沙火车站").full, "changshahuochezhan");
    EXPECT_EQ(pinyin("重庆北站").full, "chongqingbeizhan");
    EXPECT_EQ(pinyin("厦门 大厦").full, "xiamendasha");
    EXPECT_EQ(pinyin("女人街").full, "nvrenjie");
    EXPECT_EQ(pinyin("").full, "");
    EXPECT_EQ(pinyin("黃陂廣場").full, "huangpiguangchang");
    std::pair<std::string_view, std::string_view> const places[] = {
        {"黄陂", "huangpi"},   {"沌口", "zhuankou"},      {"沌阳大道", "zhuanyangdadao"}, {"藏龙东街", "canglongdongjie"}, {"西藏南路", "xizangnanlu"},   {"车陂", "chebei"},
        {"什刹海", "shichahai"}, {"大栅栏", "dashilan"},    {"马家堡", "majiapu"},          {"天堂堡", "tiantangbao"},       {"六合开发区", "luhekaifaqu"}, {"番禺广场", "panyuguangchang"},
        {"邱隘", "qiuga"},     {"宜兴埠", "yixingfu"},    {"木柵", "muzha"},              {"阿弥岭", "emiling"},           {"小什字", "xiaoshizi"},       {"曾家岩", "zengjiayan"},
        {"岗厦北", "gangxiabei"}, {"尖沙咀", "jianshazui"}, {"葵涌", "kuichong"},           {"闵行文化公园", "minhangwenhuagongyuan"}};
    for (auto const& [place, reading] : places) EXPECT_EQ(pinyin(place).full, reading) << place;
    std::pair<std::string_view, std::string_view> const words[] = {
        {"空调", "kongtiao"}, {"值班站长", "zhibanzhanzhang"}, {"重复投诉", "chongfutousu"}, {"充值", "chongzhi"}, {"调度中心", "diaoduzhongxin"}, {"行车间隔", "xingchejiange"}};
    for (auto const& [word, reading] : words) EXPECT_EQ(pinyin(word).full, reading) << word;
}

TEST(Variants, OfScriptsArePairedWithTheCharacterThatFoldsGive) {
    auto const variants = script_variants();
    EXPECT_GT(variants.size(), 1'000u);
    auto const of = [&](char32_t c) {
        auto const at = std::lower_bound(variants.begin(), variants.end(), std::pair{c, char32_t{0}});
        return at != variants.end() && at->first == c ? at->second : c;
    };
    EXPECT_EQ(of(U'體'), U'体');
    EXPECT_EQ(of(U'場'), U'场');
    EXPECT_EQ(of(U'体'), U'体');
}

}  // namespace
}  // namespace hearline
