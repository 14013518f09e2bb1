#include "channel/calendar_file/day_name.hpp"

#include <algorithm>
#include <vector>

#include "base/unicode.hpp"
#include "channel/calendar_file/day_words.hpp"

namespace hearline {
namespace {

using Kind = DayWord::Kind;
constexpr std::chrono::year eve_is_holiday_since{2025};

/// A piece of the name: a word that is known, letters that are not, or what stands between (spaces, signs, numbers).
struct Piece {
    enum class Form { word, letters, gap } form = Form::gap;
    std::string_view text;
    DayWord const* word = nullptr;
};

[[nodiscard]] bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
[[nodiscard]] bool is_letter(char32_t c) { return is_cjk(c) || (c >= U'a' && c <= U'z'); }

[[nodiscard]] std::string_view front_of(std::string_view rest) {
    std::string_view after = rest;
    (void)take_code_point(after);
    return rest.substr(0, rest.size() - after.size());
}

/// 第 before a number and 天, 日, 月, 年, 号 behind one belong to the number: "第1天/共7天", "2026年10月1日".
[[nodiscard]] bool counts(std::string_view letter, std::string_view before, std::string_view after) {
    bool const behind = !before.empty() && is_digit(static_cast<unsigned char>(before.back()));
    bool const ahead = !after.empty() && is_digit(static_cast<unsigned char>(after.front()));
    if (letter == "第" || letter == "共") return ahead;
    return behind && (letter == "天" || letter == "日" || letter == "月" || letter == "年" || letter == "号");
}

[[nodiscard]] std::vector<Piece> pieces_of(std::string_view folded) {
    std::vector<Piece> pieces;
    for (std::string_view rest = folded; !rest.empty();) {
        auto const done = folded.substr(0, folded.size() - rest.size());
        bool const inside = !done.empty() && done.back() >= 'a' && done.back() <= 'z' && rest.front() >= 'a' && rest.front() <= 'z';
        Piece piece{Piece::Form::gap, front_of(rest), nullptr};
        auto first = rest;
        if (!counts(piece.text, done, rest.substr(piece.text.size()))) {
            if (auto const* word = inside ? nullptr : longest_day_word(rest))
                piece = {Piece::Form::word, rest.substr(0, word->text.size()), word};
            else if (is_letter(take_code_point(first)))
                piece.form = Piece::Form::letters;
        }
        rest.remove_prefix(piece.text.size());
        if (piece.form == Piece::Form::letters && !pieces.empty() && pieces.back().form == Piece::Form::letters)
            pieces.back().text = {pieces.back().text.data(), pieces.back().text.size() + piece.text.size()};
        else
            pieces.push_back(piece);
    }
    return pieces;
}

/// A mark of one character says nothing as a part of other words: 值班, 班车, 退休, 假条.
void take_back_marks_inside_words(std::vector<Piece>& pieces) {
    auto const unknown = [&](std::size_t i) { return i < pieces.size() && pieces[i].form == Piece::Form::letters; };
    for (std::size_t i = 0; i < pieces.size(); ++i)
        if (pieces[i].form == Piece::Form::word && length_of(pieces[i].text) == 1 && (unknown(i - 1) || unknown(i + 1))) pieces[i].form = Piece::Form::letters;
}

/// Brackets around nothing but 休 or 班, as calendar programs write them behind whatever the day is called.
[[nodiscard]] bool has_bracketed_mark(std::vector<Piece> const& pieces) {
    static constexpr std::string_view openings[] = {"(", "[", "【", "〔", "〖", "「", "<", "{"}, closings[] = {")", "]", "】", "〕", "〗", "」", ">", "}"};
    for (std::size_t i = 1; i + 1 < pieces.size(); ++i) {
        auto const opened = std::find(std::begin(openings), std::end(openings), pieces[i - 1].text);
        bool const closed = opened != std::end(openings) && pieces[i + 1].text == closings[opened - std::begin(openings)];
        if (closed && pieces[i].word != nullptr && (pieces[i].word->kind == Kind::work || pieces[i].word->kind == Kind::off)) return true;
    }
    return false;
}

/// Letters that are not in the table and yet no word of work: a holiday's own name, where the day is plainly marked.
[[nodiscard]] bool may_be_a_name(std::string_view letters, bool marked) {
    for (auto const* hint : {"班", "工", "补", "调", "岗", "值", "课", "半", "work", "shift", "make", "half"})
        if (letters.find(hint) != std::string_view::npos) return false;
    if (marked) return true;
    for (auto const* ending : {"节", "纪念日", "周年", "庆典", "day", "festival"})
        if (letters.ends_with(ending)) return true;
    return false;
}

struct Tally {
    int festivals = 0, eves = 0, work = 0, off = 0, holidays = 0, swaps = 0, make_ups = 0, sides = 0;
    bool strange = false;  ///< letters that no word explains
    bool named = false;    ///< letters that are a holiday's own name
};

[[nodiscard]] Tally count(std::vector<Piece> const& pieces) {
    Tally tally;
    bool const marked = has_bracketed_mark(pieces);
    for (auto const& piece : pieces) {
        if (piece.form == Piece::Form::gap) continue;
        if (piece.form == Piece::Form::letters) {
            bool const name = may_be_a_name(piece.text, marked);
            (name ? tally.named : tally.strange) = true;
            continue;
        }
        switch (piece.word->kind) {
            case Kind::festival: ++tally.festivals; break;
            case Kind::eve: ++tally.eves; break;
            case Kind::work: ++tally.work; break;
            case Kind::off: ++tally.off; break;
            case Kind::holiday: ++tally.holidays; break;
            case Kind::swap: ++tally.swaps; break;
            case Kind::makes_up: ++tally.make_ups; break;
            case Kind::side: ++tally.sides; break;
            case Kind::nothing: break;
        }
    }
    return tally;
}

[[nodiscard]] DayName::Says judge(Tally const& tally, Date first) {
    using enum DayName::Says;
    if (tally.strange) return unclear;
    if (tally.work > 0) return tally.off > 0 ? unclear : work;
    if (tally.make_ups > 0 || tally.sides > 0) return unclear;
    if (tally.off > 0) return off;
    if (tally.swaps > 0) return unclear;
    if (tally.holidays > 0) return off;
    if (tally.named) return unclear;
    if (tally.festivals > 0) return off;
    return tally.eves > 0 && std::chrono::year_month_day{first}.year() >= eve_is_holiday_since ? off : unclear;
}

/// The festivals in their order, else the letters that are a name.
[[nodiscard]] std::string holiday_of(std::vector<Piece> const& pieces) {
    std::string name, letters;
    for (auto const& piece : pieces) {
        if (piece.form == Piece::Form::letters) letters += piece.text;
        if (piece.form != Piece::Form::word || piece.word->means.empty() || name.find(piece.word->means) != std::string::npos) continue;
        name.append(name.empty() ? "" : "、").append(piece.word->means);
    }
    if (!letters.empty() && name.empty()) return letters;
    return name.empty() ? "假期" : name;
}

}  // namespace

DayName read_day_name(std::string_view name, Date first) {
    auto const folded = fold(name);
    auto pieces = pieces_of(folded);
    take_back_marks_inside_words(pieces);
    auto const tally = count(pieces);
    DayName found;
    found.says = judge(tally, first);
    found.plainly = tally.work > 0 || tally.off > 0;
    found.name = holiday_of(pieces);
    return found;
}

}  // namespace hearline
