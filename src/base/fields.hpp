#pragma once
// The canonical text form of flat data: one `key=value` a line, in the order set. Events and records are stored in it and
// digests are taken over it, so the same data always gives the same bytes.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"

namespace hearline {

/// An ordered list of key and value. A key may repeat (lists). Keys are `[a-z0-9_.]+`; values any UTF-8, `\` and line feed escaped.
class Fields {
public:
    void add(std::string_view key, std::string_view value);
    void add(std::string_view key, std::int64_t value);
    void add(std::string_view key, Instant at);  ///< as milliseconds UTC
    /// Adds only what is there: an empty text or absent optional adds nothing.
    void add_if(std::string_view key, std::string_view value);
    void add_if(std::string_view key, std::optional<Instant> at);

    [[nodiscard]] bool has(std::string_view key) const;
    /// The first value under the key, or "".
    [[nodiscard]] std::string_view get(std::string_view key) const;
    [[nodiscard]] std::int64_t get_int(std::string_view key, std::int64_t absent = 0) const;
    [[nodiscard]] std::optional<Instant> get_instant(std::string_view key) const;
    [[nodiscard]] std::vector<std::string_view> all(std::string_view key) const;
    [[nodiscard]] std::vector<std::pair<std::string, std::string>> const& entries() const { return entries_; }
    [[nodiscard]] bool empty() const { return entries_.empty(); }

    [[nodiscard]] std::string encode() const;
    void encode_to(std::string& out) const;
    /// Errors: `bad-record` for a line without `=` or a bad escape.
    [[nodiscard]] static Result<Fields> decode(std::string_view text);

    bool operator==(Fields const&) const = default;

private:
    std::vector<std::pair<std::string, std::string>> entries_;
};

}  // namespace hearline
