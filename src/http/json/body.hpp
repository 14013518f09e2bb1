#pragma once
// A JSON request body read field by field; everything that is wrong with it is collected, each with a pointer and a remedy.
#include <boost/json.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/code.hpp"
#include "base/result.hpp"
#include "base/time.hpp"

namespace hearline::http {

/// Parses a body. Errors: `malformed` (not JSON, cut off, nested too deep, not an object, a name twice). Half a surrogate pair is kept
/// as a marker that the field's reader refuses with its pointer.
[[nodiscard]] Result<boost::json::object> parse_object(std::string_view body);

/// What is wrong with the fields so far.
using Faults = std::vector<FieldError>;

/// 422 with all faults, or nothing when there are none.
[[nodiscard]] Done no_faults(Faults faults);

/// Lines may hold tabs and line feeds, a line may not.
enum class TextForm { line, lines };

/// Nothing when the text holds only characters that can be kept; else what is wrong with it.
[[nodiscard]] std::optional<Text> text_fault(std::string_view text, TextForm form, int max_characters);
[[nodiscard]] bool is_utf8(std::string_view text);
[[nodiscard]] std::size_t count_characters(std::string_view utf8);

/// Reads the fields of one object. A field that is null is absent. `finish` reports the fields that nobody asked for.
class ObjectReader {
public:
    ObjectReader(boost::json::object const& object, std::string pointer, Faults& faults);

    [[nodiscard]] bool has(std::string_view name);
    [[nodiscard]] std::optional<std::string> text(std::string_view name, TextForm form, int max_characters);
    [[nodiscard]] std::optional<bool> boolean(std::string_view name);
    [[nodiscard]] std::optional<int> integer(std::string_view name, int low, int high);
    [[nodiscard]] std::optional<Instant> instant(std::string_view name);
    template <class E>
    [[nodiscard]] std::optional<E> code(std::string_view name) {
        auto const given = text(name, TextForm::line, 64);
        if (!given) return std::nullopt;
        auto const value = from_code<E>(*given);
        if (!value) {
            std::string list;
            for (auto const& row : CodeTable<E>::rows) list.append(list.empty() ? "" : " ").append(row.code);
            fault(name, say("应为下列之一：{0}", "must be one of: {0}", list));
        }
        return value;
    }
    /// The object under that name, or null; its own reader takes it from there.
    [[nodiscard]] boost::json::object const* object(std::string_view name);
    [[nodiscard]] boost::json::array const* array(std::string_view name);
    void fault(std::string_view name, Text detail);
    [[nodiscard]] std::string pointer(std::string_view name) const;
    /// A field that must be there and is not.
    void require(std::string_view name);
    /// Every field that was not asked for becomes a fault that names what may be given.
    void finish();

private:
    [[nodiscard]] boost::json::value const* find(std::string_view name);

    boost::json::object const& object_;
    std::string pointer_;
    Faults& faults_;
    std::vector<std::string> known_;
};

}  // namespace hearline::http
