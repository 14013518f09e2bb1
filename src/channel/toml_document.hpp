#pragma once
// A TOML file as a light tree whose values know their line, so that a bad setting is reported where it stands. The only reader of TOML.
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"

namespace hearline::channel {

class TomlValue {
public:
    enum class Kind { table, array, text, integer, number, boolean, date, other };
    // Declared here and defined below: clang wants the class complete before it looks at a list of pairs of it.
    TomlValue();
    TomlValue(TomlValue const&);
    TomlValue(TomlValue&&) noexcept;
    TomlValue& operator=(TomlValue const&);
    TomlValue& operator=(TomlValue&&) noexcept;
    ~TomlValue();
    Kind kind = Kind::table;
    int line = 0;
    std::string text;          ///< of a text; of a date "2026-01-01"
    std::int64_t integer = 0;  ///< of an integer
    double number = 0;         ///< of a number (an integer too)
    std::vector<std::pair<std::string, TomlValue>> members;  ///< of a table, in the order of the file
    std::vector<TomlValue> items;                            ///< of an array

    [[nodiscard]] TomlValue const* find(std::string_view key) const;
    [[nodiscard]] bool truth() const { return kind == Kind::boolean && integer != 0; }
};
inline TomlValue::TomlValue() = default;
inline TomlValue::TomlValue(TomlValue const&) = default;
inline TomlValue::TomlValue(TomlValue&&) noexcept = default;
inline TomlValue& TomlValue::operator=(TomlValue const&) = default;
inline TomlValue& TomlValue::operator=(TomlValue&&) noexcept = default;
inline TomlValue::~TomlValue() = default;

/// The whole document. `name` is the file's name for messages. Errors: `bad-toml`, naming the line.
[[nodiscard]] Result<TomlValue> parse_toml(std::string_view text, std::string_view name);

/// Reads one table field by field and remembers what is wrong or unknown, so that one answer lists everything with its line.
class TomlReader {
public:
    TomlReader(TomlValue const& table, std::string_view file) : table_{table}, file_{file} {}

    [[nodiscard]] std::string text(std::string_view key, std::string_view absent = "");
    [[nodiscard]] std::string required_text(std::string_view key);
    [[nodiscard]] std::int64_t integer(std::string_view key, std::int64_t absent, std::int64_t least, std::int64_t most);
    [[nodiscard]] std::vector<std::string> texts(std::string_view key);
    [[nodiscard]] bool flag(std::string_view key);
    /// The value under the key when it has that kind; an error is remembered when it has another.
    [[nodiscard]] TomlValue const* value(std::string_view key, TomlValue::Kind kind);
    /// Remembers an error at a value.
    void wrong(TomlValue const& at, std::string_view key, Text const& why);
    /// Remembers every key that was not asked for. Call last.
    void refuse_unknown();
    [[nodiscard]] std::vector<FieldError> take_errors() { return std::move(errors_); }
    [[nodiscard]] TomlValue const& table() const { return table_; }

private:
    TomlValue const& table_;
    std::string file_;
    std::vector<std::string> asked_;
    std::vector<FieldError> errors_;
};

/// An error `code` that lists the field errors, or done.
[[nodiscard]] Done toml_outcome(std::string_view file, std::string code, std::vector<FieldError> errors);

}  // namespace hearline::channel
