#pragma once
// The words of which names of calendar entries are made, in folded form (base/unicode.hpp: simplified, narrow, lower case).
#include <string_view>

namespace hearline {

struct DayWord {
    enum class Kind {
        festival,  ///< a statutory festival: `means` is its name
        eve,       ///< 除夕
        work,      ///< 上班, 补班, 工作日 …
        off,       ///< 放假, 休息 …
        holiday,   ///< 假期, 假日: a day off, or what a worked day makes up for
        swap,      ///< 调休: either, so neither
        makes_up,  ///< 补: with a word of work what is made up for, alone neither
        side,      ///< 前, 后: of a festival is not the festival
        nothing    ///< says nothing about it
    };
    std::string_view text;
    Kind kind = Kind::nothing;
    std::string_view means = {};
};

/// The longest word with which `rest` begins, or null.
[[nodiscard]] DayWord const* longest_day_word(std::string_view rest);

}  // namespace hearline
