#include "channel/import/xml_stream.hpp"

#include <expat.h>

namespace hearline::channel {
namespace {

std::string_view local_of(std::string_view name) {
    auto const colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

}  // namespace

std::string_view XmlAttributes::get(std::string_view local) const {
    for (auto const* at = pairs_; *at; at += 2)
        if (local_of(at[0]) == local) return at[1];
    return {};
}

struct XmlStream::State {
    std::unique_ptr<ZipPart> part;
    XmlHandler& handler;
    std::size_t limit;
    XML_Parser parser;
    std::string block;
    std::size_t silent = 0;  ///< bytes given since the handler last heard of anything
    bool heard = false, doctype = false, ended = false;

    State(std::unique_ptr<ZipPart> from, XmlHandler& to, std::size_t most)
        : part{std::move(from)}, handler{to}, limit{most}, parser{XML_ParserCreate(nullptr)} {
        if (!parser) throw std::bad_alloc{};
        XML_SetUserData(parser, this);
        XML_SetElementHandler(parser, opened, closed);
        XML_SetCharacterDataHandler(parser, texted);
        XML_SetStartDoctypeDeclHandler(parser, refused);
    }
    ~State() { XML_ParserFree(parser); }
    State(State const&) = delete;
    State& operator=(State const&) = delete;

    static State& of(void* self) {
        auto& state = *static_cast<State*>(self);
        state.heard = true;
        return state;
    }
    static void opened(void* self, char const* name, char const** attributes) {
        of(self).handler.open(local_of(name), XmlAttributes{attributes});
    }
    static void closed(void* self, char const* name) { of(self).handler.close(local_of(name)); }
    static void texted(void* self, char const* bytes, int size) { of(self).handler.text({bytes, static_cast<std::size_t>(size)}); }
    // Workbooks have none; whoever declares entities is up to something.
    static void refused(void* self, char const*, char const*, char const*, int) {
        of(self).doctype = true;
        XML_StopParser(of(self).parser, XML_FALSE);
    }
};

XmlStream::XmlStream(std::unique_ptr<ZipPart> part, XmlHandler& handler, std::size_t limit)
    : state_{std::make_unique<State>(std::move(part), handler, limit)} {}
XmlStream::~XmlStream() = default;

Result<bool> XmlStream::step() {
    auto& state = *state_;
    if (state.ended) return false;
    state.block.clear();
    state.heard = false;
    state.ended = !TRY(state.part->read(state.block));
    if (XML_Parse(state.parser, state.block.data(), static_cast<int>(state.block.size()), state.ended) != XML_STATUS_OK) {
        if (state.doctype)
            return refuse(ErrorKind::invalid, "bad-table",
                          {"表格带有文档类型声明（DOCTYPE），拒绝读取", "the sheet has a document type (DOCTYPE) and is refused"});
        auto const line = XML_GetCurrentLineNumber(state.parser), column = XML_GetCurrentColumnNumber(state.parser);
        if (state.ended) return refuse(ErrorKind::invalid, "bad-table", {"表格内容不完整", "the sheet is cut off"});
        return refuse(ErrorKind::invalid, "bad-table",
                      say("表格内容无法解析（XML 第 {} 行第 {} 列）", "the sheet cannot be parsed (XML line {}, column {})", line, column));
    }
    state.silent = state.heard ? 0 : state.silent + state.block.size();
    if (state.silent > state.limit) return refuse(ErrorKind::invalid, "bad-table", {"一行内容过长", "one row holds too much"});
    return true;
}

Done XmlStream::run() {
    while (TRY(step())) {
    }
    return std::monostate{};
}

}  // namespace hearline::channel
