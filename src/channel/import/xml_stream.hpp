#pragma once
// A long XML part read as a stream of opened and closed elements and their text, by expat: never more than a block of it in memory.
#include "channel/import/zip_reader.hpp"

namespace hearline::channel {

/// The attributes of an element that was opened; valid during the call only.
class XmlAttributes {
public:
    explicit XmlAttributes(char const* const* pairs) : pairs_{pairs} {}
    /// The value by the name without prefix; "" where there is none.
    [[nodiscard]] std::string_view get(std::string_view local) const;
    [[nodiscard]] bool has(std::string_view local) const { return get(local).data() != nullptr; }

private:
    char const* const* pairs_;
};

/// Whoever listens. Names come without prefix: what is read here is the same in the transitional and the strict form, with and without
/// prefixes.
class XmlHandler {
public:
    virtual ~XmlHandler() = default;
    virtual void open(std::string_view name, XmlAttributes const& attributes) = 0;
    virtual void close(std::string_view name) = 0;
    virtual void text(std::string_view bytes) = 0;
};

class XmlStream {
public:
    /// `handler` must outlive the stream. A single tag or a text without any markup is held to `limit` bytes.
    XmlStream(std::unique_ptr<ZipPart> part, XmlHandler& handler, std::size_t limit);
    ~XmlStream();
    XmlStream(XmlStream const&) = delete;
    XmlStream& operator=(XmlStream const&) = delete;
    /// Reads one block and tells the handler; false at the end. Errors: `bad-table` (no well-formed XML, a document type, cut off, beyond a
    /// limit).
    [[nodiscard]] Result<bool> step();
    [[nodiscard]] Done run();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace hearline::channel
