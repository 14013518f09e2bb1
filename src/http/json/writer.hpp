#pragma once
// The JSON writer of answers: adds times in the operator's zone and codes to the plain writer.
#include "base/code.hpp"
#include "base/json_writer.hpp"
#include "base/time.hpp"

namespace hearline::http {

class AnswerWriter : public JsonWriter {
public:
    using JsonWriter::JsonWriter;

    void field_time(std::string_view name, std::optional<Instant> at, Zone const& zone) {
        key(name);
        if (!at) return null();
        char text[Zone::rfc3339_size];
        plain(zone.write_rfc3339(text, *at));
    }
    template <class E>
    void field_code(std::string_view name, E code) {
        key(name);
        plain(code_of(code));
    }
    template <class E>
    void field_code(std::string_view name, std::optional<E> code) {
        key(name);
        if (code) plain(code_of(*code));
        else null();
    }
};

}  // namespace hearline::http
