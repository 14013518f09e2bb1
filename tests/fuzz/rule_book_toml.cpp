// Rule books: taken or refused with a line, never a crash; what is taken comes back from the store's form as it was.
#include <cstdint>
#include <cstdlib>

#include "channel/rule_book_file/read_rule_book.hpp"
#include "domain/complaint/rule_book_codec.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    using namespace hearline;
    auto const book = read_rule_book_toml({reinterpret_cast<char const*>(data), size}, "fuzz.toml");
    if (!book) {
        if (book.error().fields.empty()) std::abort();
        return 0;
    }
    auto const back = decode_rule_book(Fields::decode(encode_rule_book(*book).encode()).value());
    if (!back || back->versions() != book->versions()) std::abort();
    return 0;
}
