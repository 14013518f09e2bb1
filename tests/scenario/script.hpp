#pragma once
// The scenario language as words: a script is lines, a line is words, and the reader hands them out one by one.
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.hpp"

namespace hearline::scenario {

/// A line that says nothing the language knows.
class ScriptError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

struct ScriptLine {
    int number = 0;
    std::vector<std::string> words;  ///< a quoted text is one word, without its quotes
};

/// Lines with at least one word; `#` begins a comment.
[[nodiscard]] std::vector<ScriptLine> read_script(std::string_view text);

/// The words of one line from left to right.
class Words {
public:
    Words(ScriptLine const& line, Zone const& zone) : line_{line}, zone_{zone} {}

    [[nodiscard]] bool more() const { return at_ < line_.words.size(); }
    [[nodiscard]] std::string_view peek() const { return more() ? std::string_view{line_.words[at_]} : std::string_view{}; }
    [[nodiscard]] bool accept(std::string_view word);
    std::string next();
    int number();
    /// "2026-10-12 24:00", "2026-10-12 09:30:15", or "2026-10-12" for its end.
    Instant time();
    Date day();
    void end() const;

private:
    ScriptLine const& line_;
    Zone const& zone_;
    std::size_t at_ = 0;
};

/// The code's value, or a ScriptError that names the word.
template <class E>
[[nodiscard]] E code(std::string_view word);

}  // namespace hearline::scenario

#include "base/code.hpp"

template <class E>
E hearline::scenario::code(std::string_view word) {
    if (auto const value = from_code<E>(word)) return *value;
    throw ScriptError{"unknown word: " + std::string{word}};
}
