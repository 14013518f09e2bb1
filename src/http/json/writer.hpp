#pragma once
// JSON written straight into a string: no tree in between. Commas are put where they belong; nesting is the caller's care.
#include <charconv>
#include <optional>
#include <string>
#include <string_view>

#include "base/code.hpp"
#include "base/time.hpp"

namespace hearline::http {

class JsonWriter {
public:
    explicit JsonWriter(std::string& out) : out_{out} {}

    void begin_object() { open('{'); }
    void end_object() { close('}'); }
    void begin_array() { open('['); }
    void end_array() { close(']'); }
    void key(std::string_view name) {
        comma();
        out_ += '"';
        out_.append(name);
        out_ += "\":";
        fresh_ = true;
    }
    void null() { raw("null"); }
    void text(std::string_view value);
    void number(std::int64_t value) {
        char digits[24];
        auto const end = std::to_chars(digits, digits + sizeof digits, value).ptr;
        raw({digits, static_cast<std::size_t>(end - digits)});
    }
    void truth(bool value) { raw(value ? "true" : "false"); }
    /// Appends what is JSON already.
    void raw(std::string_view json) {
        comma();
        out_.append(json);
    }

    void field(std::string_view name, std::string_view value) {
        key(name);
        text(value);
    }
    /// "" is written as null.
    void field_or_null(std::string_view name, std::string_view value) {
        key(name);
        if (value.empty()) null();
        else text(value);
    }
    void field_number(std::string_view name, std::int64_t value) {
        key(name);
        number(value);
    }
    void field_truth(std::string_view name, bool value) {
        key(name);
        truth(value);
    }
    void field_time(std::string_view name, std::optional<Instant> at, Zone const& zone) {
        key(name);
        if (!at) return null();
        comma();
        out_ += '"';
        zone.append_rfc3339(out_, *at);
        out_ += '"';
    }
    template <class E>
    void field_code(std::string_view name, E value) {
        field(name, code_of(value));
    }
    template <class E>
    void field_code(std::string_view name, std::optional<E> value) {
        key(name);
        if (value) text(code_of(*value));
        else null();
    }

private:
    void comma() {
        if (!fresh_) out_ += ',';
        fresh_ = false;
    }
    void open(char c) {
        comma();
        out_ += c;
        fresh_ = true;
    }
    void close(char c) {
        out_ += c;
        fresh_ = false;
    }

    std::string& out_;
    bool fresh_ = true;  ///< nothing stands before the next value at this level
};

}  // namespace hearline::http
