#pragma once
// Cuts a long XML part into its elements of one name, so that only one of them is in memory at a time.
#include <pugixml.hpp>

#include "channel/import/zip_reader.hpp"

namespace hearline::channel {

class XmlPieces {
public:
    /// Elements called `name`, with any prefix. They must not lie inside each other.
    XmlPieces(std::unique_ptr<ZipPart> part, std::string name, std::size_t piece_limit) : part_{std::move(part)}, name_{std::move(name)}, limit_{piece_limit} {}
    /// The next element as the root of `piece`; false at the end. Errors: `bad-table`.
    [[nodiscard]] Result<bool> next(pugi::xml_document& piece);

private:
    /// Where the next opening tag begins, and its name with prefix; npos when none is in the buffer.
    [[nodiscard]] std::size_t find_open(std::string& tag) const;
    [[nodiscard]] Result<bool> more();

    std::unique_ptr<ZipPart> part_;
    std::string name_;
    std::size_t limit_;
    std::string buffer_;
    bool ended_ = false;
};

/// Name of an element without its prefix.
[[nodiscard]] std::string_view local_name(pugi::xml_node const& node);
/// The children with that local name.
[[nodiscard]] std::vector<pugi::xml_node> children_named(pugi::xml_node const& node, std::string_view name);

}  // namespace hearline::channel
