#pragma once
// What a person may mean by the words of one box: the end of a complaint's number, a telephone, a name. One reading for the palette and
// the ledger. Persons are found by keyed tokens (docs/decisions/0008-keyed-tokens.md), numbers by the days that the facts know.
#include <string>
#include <string_view>
#include <vector>

#include "app/directory.hpp"
#include "app/ports/store.hpp"
#include "base/text.hpp"
#include "domain/statistics/fact_table.hpp"

namespace hearline {

enum class FoundBy { number, phone, name, text, place };
template <>
struct CodeTable<FoundBy> {
    static constexpr std::array<CodeName<FoundBy>, 5> rows{{{FoundBy::number, "number", "编号", "Number"},
                                                            {FoundBy::phone, "phone", "电话", "Phone"},
                                                            {FoundBy::name, "name", "姓名", "Name"},
                                                            {FoundBy::text, "text", "内容", "Text"},
                                                            {FoundBy::place, "place", "地点", "Place"}}};
};

/// What finding works on; all are of one moment.
struct FindContext {
    Snapshot& snapshot;
    FactTable const& facts;
    Directory const& directory;
    Actor const& actor;
    Instant now;
};

struct Marked {
    ComplaintRow row;
    FoundBy why = FoundBy::number;
};

/// Complaints of the filter that `q` marks: by their number (whole or its last three digits and more, with and without TS), by a telephone
/// of the complainant (whole, or its last four digits), by the whole name. Numbers first, each kind newest first, each complaint once, at most
/// `limit` of them.
[[nodiscard]] std::vector<Marked> find_marked(FindContext const& at, FactFilter const& filter, std::string_view q, int limit);

/// Complaints of the filter whose complainant has a telephone of this field, newest first.
[[nodiscard]] std::vector<Marked> find_by_phone(FindContext const& at, FactFilter const& filter, std::string_view phone, int limit);

/// Why nothing was found, where the kind of search is the cause; `nothing` for words that simply do not occur.
enum class Unfound { nothing, one_character, few_digits, part_of_phone, part_of_name };
template <>
struct CodeTable<Unfound> {
    static constexpr std::array<CodeName<Unfound>, 5> rows{
        {{Unfound::nothing, "no-match", "没有找到相符的投诉", "No complaint holds this"},
         {Unfound::one_character, "one-character", "只有一个字，找不到姓名：姓名须完整输入，内容请至少输入两个字", "One character finds no name: type the whole name, or at least two characters of the text"},
         {Unfound::few_digits, "few-digits", "数字太少：编号请至少输入最后三位，电话请输入最后四位或完整号码", "Too few digits: type at least the last three of a number, the last four or all of a telephone"},
         {Unfound::part_of_phone, "part-of-phone", "没有这样结尾的编号；电话只按完整号码或最后四位查找，号码的一部分找不到", "No number ends like this; a telephone is found whole or by its last four digits, not by another part"},
         {Unfound::part_of_name, "part-of-name", "没有找到；姓名须完整输入，只输入一部分找不到", "Nothing found; a name is found only when it is whole, not by a part of it"}}};
};
[[nodiscard]] Unfound why_unfound(std::string_view q);

}  // namespace hearline
