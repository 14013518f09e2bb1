#include "base/telephone.hpp"

#include <algorithm>

#include "base/unicode.hpp"

namespace hearline {
namespace {

constexpr std::size_t longest_extension = 6;
constexpr std::size_t least_digits = 5;  // fewer beside a number are a floor or an hour, not a number
constexpr std::size_t most_joined = 8;   // groups that one number is written in

/// How a group of digits hangs together with the one before it.
enum class Join { apart, soft, hyphen, extension };

struct Group {
    std::string digits;
    Join join = Join::apart;
    bool plus = false;
};

[[nodiscard]] bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
[[nodiscard]] bool is_hyphen(char32_t c) { return c == U'-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == U'_' || c == U'~'; }
[[nodiscard]] bool is_soft(char32_t c) { return is_hyphen(c) || c == U' ' || c == U'\t' || c == U'.' || c == U'(' || c == U')' || c == U'[' || c == U']' || c == 0xB7; }

/// Mail addresses hold digits that are no telephone: their words are blanked.
[[nodiscard]] std::u32string without_mail(std::u32string text) {
    for (std::size_t at = text.find(U'@'); at != text.npos; at = text.find(U'@', at + 1)) {
        if (at + 1 >= text.size() || !is_word_letter(text[at + 1])) continue;
        auto const of_word = [&](std::size_t i) { return (is_word_letter(text[i]) && !is_cjk(text[i])) || text[i] == U'.' || text[i] == U'-' || text[i] == U'_'; };
        for (std::size_t i = at; i > 0 && of_word(i - 1); --i) text[i - 1] = U'@';
        for (std::size_t i = at + 1; i < text.size() && of_word(i); ++i) text[i] = U'@';
    }
    return text;
}

[[nodiscard]] bool ends_with_qq(std::u32string_view gap) {
    while (!gap.empty() && (is_soft(gap.back()) || gap.back() == U':' || gap.back() == U'号' || gap.back() == U'码')) gap.remove_suffix(1);
    return gap.ends_with(U"qq");
}

[[nodiscard]] Join join_of(std::u32string_view gap) {
    for (std::u32string_view const word : {U"转", U"分机", U"内线", U"ext", U"#", U"*"})
        if (gap.find(word) != gap.npos) return Join::extension;
    if (std::all_of(gap.begin(), gap.end(), is_soft)) return std::any_of(gap.begin(), gap.end(), is_hyphen) ? Join::hyphen : Join::soft;
    while (!gap.empty() && is_soft(gap.front())) gap.remove_prefix(1);
    while (!gap.empty() && is_soft(gap.back())) gap.remove_suffix(1);
    return gap == U"x" ? Join::extension : Join::apart;
}

[[nodiscard]] std::vector<Group> groups_of(std::u32string const& text) {
    std::vector<Group> groups;
    std::u32string_view const all{text};
    std::size_t gap_from = 0;
    for (std::size_t i = 0; i < text.size();) {
        if (!is_digit(text[i])) {
            ++i;
            continue;
        }
        auto gap = all.substr(gap_from, i - gap_from);
        Group group;
        while (i < text.size() && is_digit(text[i])) group.digits += static_cast<char>(text[i++]);
        gap_from = i;
        if (ends_with_qq(gap)) continue;
        auto bare = gap;
        while (!bare.empty() && (bare.back() == U'(' || bare.back() == U' ')) bare.remove_suffix(1);
        bool const between = gap == U"+" && !groups.empty();  // 13800138000+13900139000
        group.plus = bare.ends_with(U'+') && !between;
        group.join = group.plus || between || groups.empty() ? Join::apart : join_of(gap);
        if (group.join == Join::extension && group.digits.size() > longest_extension) group.join = Join::apart;
        groups.push_back(std::move(group));
    }
    return groups;
}

/// A way to read the groups up to some place; the cheapest wins: fewest numbers, and above all nothing left over.
struct Reading {
    enum class Part { start, number, extension, left_over };
    int cost = 0;
    Part part = Part::start;
    std::size_t from = 0;  ///< the part's first group
    std::optional<Telephone> number;
};

[[nodiscard]] int cost_of_left_over(Group const& group) { return group.digits.size() < least_digits ? 100 : 200; }

[[nodiscard]] TelephoneDoubt doubt_of(std::string_view digits) {
    if (digits == "110" || digits == "119" || digits == "120" || digits == "122") return TelephoneDoubt::emergency;
    bool const mobile = digits.starts_with('1'), with_area = digits.starts_with('0'), plus = digits.starts_with('+');
    std::size_t const least = mobile ? 11 : with_area ? 10 : plus ? 8 : 7;
    std::size_t const most = mobile ? 11 : with_area ? 12 : plus ? 16 : 8;
    if (digits.size() < least) return TelephoneDoubt::too_few_digits;
    return digits.size() > most ? TelephoneDoubt::too_many_digits : TelephoneDoubt::unknown_range;
}

void put_left_over(TelephoneField& field, std::string& digits) {
    if (!digits.empty()) field.doubtful.push_back({digits, doubt_of(digits)});
    digits.clear();
}

/// Groups that hang together softly, read as a whole.
class Run {
public:
    explicit Run(std::vector<Group> groups) : groups_{std::move(groups)}, best_(groups_.size() + 1) {}

    void read(TelephoneField& field) {
        for (std::size_t end = 1; end <= groups_.size(); ++end) best_[end] = best_until(end);
        std::vector<std::size_t> ends;
        for (std::size_t end = groups_.size(); end > 0; end = best_[end].from) ends.push_back(end);
        std::reverse(ends.begin(), ends.end());
        std::string left_over;
        for (std::size_t const end : ends) {
            auto const& reading = best_[end];
            if (reading.part == Reading::Part::left_over) {
                if (groups_[reading.from].plus) left_over += '+';
                left_over += groups_[reading.from].digits;
                continue;
            }
            put_left_over(field, left_over);
            if (reading.part == Reading::Part::extension) field.numbers.back().extension = groups_[reading.from].digits;
            else field.numbers.push_back(*reading.number);
        }
        put_left_over(field, left_over);
    }

private:
    [[nodiscard]] Reading best_until(std::size_t end) const {
        auto const& last = groups_[end - 1];
        auto const& before = best_[end - 1];
        Reading best{before.cost + cost_of_left_over(last), Reading::Part::left_over, end - 1, {}};
        bool const may_extend = last.join == Join::extension || last.join == Join::hyphen;
        if (may_extend && before.part == Reading::Part::number && last.digits.size() <= longest_extension)
            best = {before.cost + 11, Reading::Part::extension, end - 1, {}};
        std::string digits;
        for (std::size_t from = end; from-- > 0 && end - from <= most_joined;) {
            digits.insert(0, groups_[from].digits);
            auto number = after_half(from) ? std::nullopt : telephone_of(digits, groups_[from].plus);
            if (number && best_[from].cost + 10 < best.cost)
                best = {best_[from].cost + 10, Reading::Part::number, from, std::move(number)};
            if (groups_[from].join == Join::extension) break;
        }
        return best;
    }

    /// The group before is the code of a country or an area: what follows is not a number by itself.
    [[nodiscard]] bool after_half(std::size_t from) const {
        return from > 0 && best_[from].part == Reading::Part::left_over && (groups_[from - 1].plus || groups_[from - 1].digits.starts_with('0'));
    }

    std::vector<Group> groups_;
    std::vector<Reading> best_;
};

void drop_small_change(TelephoneField& field) {
    auto const is_small = [](DoubtfulTelephone const& doubt) { return doubt.digits.size() < least_digits; };
    if (!field.numbers.empty() || !std::all_of(field.doubtful.begin(), field.doubtful.end(), is_small)) std::erase_if(field.doubtful, is_small);
}

void drop_repeats(std::vector<Telephone>& numbers) {
    for (std::size_t i = 0; i < numbers.size(); ++i)
        numbers.erase(std::remove(numbers.begin() + static_cast<std::ptrdiff_t>(i) + 1, numbers.end(), numbers[i]), numbers.end());
}

}  // namespace

TelephoneField read_telephones(std::string_view field) {
    TelephoneField read;
    if (is_chinese_mobile(field)) {  // nearly all
        read.numbers.push_back({TelephoneKind::mobile, std::string{field}, std::string{field}, {}});
        return read;
    }
    std::u32string folded;
    append_folded(folded, field);
    std::vector<Group> run;
    auto const finish = [&] {
        if (!run.empty()) Run{std::move(run)}.read(read);
        run.clear();
    };
    for (auto& group : groups_of(without_mail(std::move(folded)))) {
        if (group.join == Join::apart) finish();
        run.push_back(std::move(group));
    }
    finish();
    drop_repeats(read.numbers);
    drop_small_change(read);
    return read;
}

Text sentence_of(DoubtfulTelephone const& doubt) {
    auto const& why = names_of(doubt.why);
    bool const length = doubt.why == TelephoneDoubt::too_few_digits || doubt.why == TelephoneDoubt::too_many_digits;
    if (length && doubt.digits.starts_with('1'))
        return say("{0}：位数{1}（共 {2} 位，手机号码为 11 位）", "{0}: too {3} digits ({2}; a mobile number has 11)", doubt.digits,
                   doubt.why == TelephoneDoubt::too_few_digits ? "不够" : "太多", doubt.digits.size(),
                   doubt.why == TelephoneDoubt::too_few_digits ? "few" : "many");
    if (length) return say("{0}：{1}（固定电话请带区号，如 020-83106622）", "{0}: {2} (a landline with its area code, like 020-83106622)", doubt.digits, why.zh, why.en);
    return say("{0}：{1}", "{0}: {2}", doubt.digits, why.zh, why.en);
}

}  // namespace hearline
