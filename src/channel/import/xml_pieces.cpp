#include "channel/import/xml_pieces.hpp"

namespace hearline::channel {
namespace {

bool is_name_end(char c) { return c == ' ' || c == '>' || c == '/' || c == '\t' || c == '\r' || c == '\n'; }

}  // namespace

std::size_t XmlPieces::find_open(std::string& tag) const {
    for (auto at = buffer_.find('<'); at != std::string::npos; at = buffer_.find('<', at + 1)) {
        auto end = at + 1;
        while (end < buffer_.size() && !is_name_end(buffer_[end])) ++end;
        if (end == buffer_.size()) return std::string::npos;
        std::string_view const full{buffer_.data() + at + 1, end - at - 1};
        auto const colon = full.find(':');
        if ((colon == std::string_view::npos ? full : full.substr(colon + 1)) == name_) {
            tag = full;
            return at;
        }
    }
    return std::string::npos;
}

Result<bool> XmlPieces::more() {
    if (ended_) return false;
    ended_ = !TRY(part_->read(buffer_));
    if (buffer_.size() > limit_) return refuse(ErrorKind::invalid, "bad-table", say("一行内容过长", "one row holds too much"));
    return !ended_;
}

Result<bool> XmlPieces::next(pugi::xml_document& piece) {
    std::string tag;
    std::size_t open = find_open(tag);
    while (open == std::string::npos) {
        // Nothing before the last '<' is needed any more.
        if (auto const last = buffer_.rfind('<'); last == std::string::npos)
            buffer_.clear();
        else
            buffer_.erase(0, last);
        if (!TRY(more())) return false;
        open = find_open(tag);
    }
    buffer_.erase(0, open);
    for (std::size_t from = 0;;) {
        auto const head_end = buffer_.find('>');
        if (head_end != std::string::npos) {
            auto end = std::string::npos;
            if (buffer_[head_end - 1] == '/') {
                end = head_end + 1;
            } else {
                auto const closing = "</" + tag;
                auto const at = buffer_.find(closing, from);
                if (at != std::string::npos)
                    if (auto const tail = buffer_.find('>', at); tail != std::string::npos) end = tail + 1;
                from = at != std::string::npos ? at : buffer_.size() > closing.size() ? buffer_.size() - closing.size() : 0;
            }
            if (end != std::string::npos) {
                auto const read = piece.load_buffer(buffer_.data(), end, pugi::parse_default | pugi::parse_ws_pcdata_single);
                buffer_.erase(0, end);
                if (!read) return refuse(ErrorKind::invalid, "bad-table", say("表格内容无法解析", "the sheet cannot be parsed"));
                return true;
            }
        }
        if (!TRY(more())) return refuse(ErrorKind::invalid, "bad-table", say("表格内容不完整", "the sheet is cut off"));
    }
}

std::string_view local_name(pugi::xml_node const& node) {
    std::string_view const full{node.name()};
    auto const colon = full.find(':');
    return colon == std::string_view::npos ? full : full.substr(colon + 1);
}

std::vector<pugi::xml_node> children_named(pugi::xml_node const& node, std::string_view name) {
    std::vector<pugi::xml_node> found;
    for (auto const& child : node.children())
        if (local_name(child) == name) found.push_back(child);
    return found;
}

}  // namespace hearline::channel
