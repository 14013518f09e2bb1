#include "channel/import/mapping.hpp"

#include <gtest/gtest.h>

#include "app/directory.hpp"
#include "channel/import/map_record.hpp"
#include "channel/import/table_time.hpp"
#include "channel/network_file.hpp"
#include "channel/reference_file.hpp"

namespace hearline::channel {
namespace {

constexpr std::string_view simple = R"([format]
zone = "Asia/Shanghai"
[columns]
id = "external_id"
text = "content"
when = "received_at"
[constants]
channel = "other"
)";

std::shared_ptr<Directory const> operator_directory() {
    auto data = shipped_reference();
    data.lines = shipped_network().lines;
    return Directory::of(std::move(data));
}

Mapping mapping_of(std::string_view text) {
    auto mapping = read_mapping(text, "test.toml");
    EXPECT_TRUE(mapping.has_value()) << mapping.error().detail.en << (mapping.error().fields.empty() ? "" : mapping.error().fields.front().detail.en);
    return *mapping;
}

Record record_of(std::map<std::string, std::string, std::less<>> cells) { Record record;
    record.line = 7;
    record.cells = std::move(cells);
    return record; }

std::string refusals_of(std::string_view text) {
    auto const mapping = read_mapping(text, "bad.toml");
    if (mapping) return "";
    std::string all = mapping.error().detail.en;
    for (auto const& field : mapping.error().fields) all += "\n" + field.pointer + " " + field.detail.en;
    return all;
}

TEST(Mapping, ARecordBecomesARegistration) {
    auto const row = map_record(record_of({{"id", "42"}, {"text", "一号线空调太热"}, {"when", "2026-01-05 08:10:00"}}), {}, mapping_of(simple), *operator_directory());
    ASSERT_TRUE(row.wrong.empty());
    EXPECT_EQ(row.history.registration.external_id, "42");
    EXPECT_EQ(row.history.registration.content, "一号线空调太热");
    EXPECT_EQ(row.history.registration.channel, Channel::other);
    EXPECT_EQ(Zone::shanghai().rfc3339(*row.history.registration.received_at), "2026-01-05T08:10:00+08:00");
}

TEST(Mapping, EveryMistakeIsToldWithItsLine) {
    EXPECT_NE(refusals_of("[columns]\nnonsense = \"content\"\n[colums]\n").find("bad.toml:3 colums"), std::string::npos);
    EXPECT_NE(refusals_of(std::string{simple} + "[values.kind]\nx = \"nokind\"\n").find("nokind"), std::string::npos);
    EXPECT_NE(refusals_of("[columns]\na = \"colour\"\n").find("bad.toml:2 a: colour is no field"), std::string::npos);
    EXPECT_NE(refusals_of("[columns]\na = \"content\"\nb = \"content\"\n").find("bad.toml:3"), std::string::npos);
    EXPECT_NE(refusals_of("[columns\n").find("line 1"), std::string::npos);
    EXPECT_NE(refusals_of("[format]\nzone = \"Mars/Base\"\n").find("bad.toml:2 zone"), std::string::npos);
    EXPECT_NE(refusals_of("[columns]\na = \"content\"\n").find("received_at"), std::string::npos) << "what is needed and not given is named";
    EXPECT_NE(refusals_of("[columns]\na = 3\n").find("bad.toml:2"), std::string::npos);
}

TEST(Mapping, AColumnThatTheTableLacksIsNamedWithItsLine) {
    auto const checked = check_columns(mapping_of(simple), {"id", "when"});
    ASSERT_FALSE(checked.has_value());
    EXPECT_EQ(checked.error().fields.front().pointer, "test.toml:5");
    EXPECT_NE(checked.error().fields.front().detail.en.find("text"), std::string::npos);
}

TEST(Mapping, ValuesBecomeCodesAndTheStarTakesTheRest) {
    auto const mapping = mapping_of(std::string{simple} + "[values.kind]\n\"投诉\" = \"complaint\"\n\"*\" = \"suggestion\"\n[compose]\nkind = \"{label}\"\n");
    auto const kind_of = [&](std::string label) {
        return map_record(record_of({{"id", "1"}, {"text", "x"}, {"when", "2026-01-05"}, {"label", std::move(label)}}), {}, mapping, *operator_directory()).history.registration.kind;
    };
    EXPECT_EQ(kind_of("投诉"), Kind::complaint);
    EXPECT_EQ(kind_of("别的"), Kind::suggestion);
}

TEST(Mapping, ABadRowNamesEveryFieldThatIsWrong) {
    auto const row = map_record(record_of({{"id", "1"}, {"text", ""}, {"when", "2026-13-01 00:00:00"}}), {}, mapping_of(simple), *operator_directory());
    ASSERT_EQ(row.wrong.size(), 2u);
    EXPECT_EQ(row.wrong[0].pointer, "/content");
    EXPECT_EQ(row.wrong[1].pointer, "/received_at");
}

TEST(Mapping, ALineTheNetworkLacksIsKeptInWords) {
    auto const mapping = mapping_of(std::string{simple} + "[compose]\nline = \"{l}\"\nstation = \"{s}\"\n");
    auto const place_of = [&](std::string line, std::string station) {
        return map_record(record_of({{"id", "1"}, {"text", "x"}, {"when", "2026-01-05"}, {"l", std::move(line)}, {"s", std::move(station)}}), {}, mapping, *operator_directory()).history.registration.place;
    };
    EXPECT_EQ(place_of("1号线", "体育西路").line, "1");
    EXPECT_EQ(place_of("1号线", "体育西路").station, "体育西路");
    auto const foreign = place_of("12号线", "天潼路");
    EXPECT_EQ(foreign.line + foreign.station, "");
    EXPECT_EQ(foreign.detail, "12号线 天潼路");
}

TEST(Mapping, WithoutANumberTheRowsDigestIsTheExternalId) {
    auto const mapping = mapping_of("[columns]\ntext = \"content\"\nwhen = \"received_at\"\n[constants]\nchannel = \"other\"\n");
    auto const id_of = [&](std::string text) { return map_record(record_of({{"text", std::move(text)}, {"when", "2026-01-05"}}), {}, mapping, *operator_directory()).history.registration.external_id; };
    EXPECT_EQ(id_of("a"), id_of("a"));
    EXPECT_NE(id_of("a"), id_of("b"));
}

TEST(Mapping, ControlCharactersOfAForeignTextAreLeftOut) {
    auto const row = map_record(record_of({{"id", "1"}, {"text", "一\x01二\r\n三\t四"}, {"when", "2026-01-05"}}), {}, mapping_of(simple), *operator_directory());
    EXPECT_EQ(row.history.registration.content, "一二\n三 四");
}

TEST(Mapping, TimesAsTablesWriteThem) {
    auto const mapping = mapping_of(simple);
    auto const shown = [&](std::string_view text) {
        auto const at = parse_table_time(text, {mapping.zone, mapping.time_formats, 0});
        return at ? Zone::shanghai().rfc3339(*at) : std::string{"no time"};
    };
    EXPECT_EQ(shown("2026-01-05T08:10:00+09:00"), "2026-01-05T07:10:00+08:00");
    EXPECT_EQ(shown("2026/1/5 8:10"), "2026-01-05T08:10:00+08:00");
    EXPECT_EQ(shown("2026年1月5日"), "2026-01-05T00:00:00+08:00");
    EXPECT_EQ(shown("2026-01-05 08:10:00.250"), "2026-01-05T08:10:00+08:00");
    EXPECT_EQ(shown("2026-02-30 00:00:00"), "no time");
    EXPECT_EQ(shown("2026-01-05 25:00:00"), "no time");
    EXPECT_EQ(shown("yesterday"), "no time");
    EXPECT_EQ(shown("2026-01-05 08:10:00 later"), "no time");
}

TEST(Mapping, AZoneWithSummerTimeIsCountedRight) {
    auto const mapping = mapping_of("[format]\nzone = \"America/New_York\"\n[columns]\nt = \"content\"\nw = \"received_at\"\n[constants]\nchannel = \"other\"\n");
    EXPECT_EQ(*parse_table_time("2018-07-01 12:00:00", {mapping.zone, {}, 0}), *parse_rfc3339("2018-07-01T12:00:00-04:00"));
    EXPECT_EQ(*parse_table_time("2018-01-01 12:00:00", {mapping.zone, {}, 0}), *parse_rfc3339("2018-01-01T12:00:00-05:00"));
}

TEST(ShippedMappings, AllCanBeReadAndNameKnownCodes) {
    auto const directory = operator_directory();
    auto const mappings = shipped_mappings();
    EXPECT_GE(mappings.size(), 8u);
    for (auto const& mapping : mappings) {
        for (auto const& [field, words] : mapping.values)
            for (auto const& [from, to] : words) {
                if (to.empty()) continue;
                bool const known = field == ImportField::cause ? directory->cause(to) != nullptr : field == ImportField::type ? directory->type(to) != nullptr : field != ImportField::handling_unit || directory->unit(to) != nullptr;
                EXPECT_TRUE(known) << mapping.name << " " << code_of(field) << " " << to;
            }
    }
}

TEST(ShippedMappings, TheOneThatFitsATableIsFoundByItsColumns) {
    EXPECT_EQ(mapping_for({"留言编号", "留言用户", "留言主题", "留言时间", "留言详情", "答复意见", "答复时间"})->name, "citizen-replies");
    EXPECT_EQ(mapping_for({"留言编号", "留言用户", "留言主题", "留言时间", "留言详情", "反对数"})->name, "citizen-messages");
    EXPECT_FALSE(mapping_for({"a", "b"}).has_value());
}

}  // namespace
}  // namespace hearline::channel
