#include "app/digest_stream.hpp"

#include <array>

namespace hearline {

namespace {

constexpr std::size_t piece = 1 << 20;

Digest next_digest(Digest const& digest, std::string_view bytes) {
    std::array<std::string_view, 2> const parts{bytes_of(digest), bytes};
    return sha256_parts(parts);
}

}  // namespace

DigestOut::DigestOut(std::ostream& out) : out_{out}, buffer_(piece) { setp(buffer_.data(), buffer_.data() + buffer_.size()); }

void DigestOut::write_piece() {
    auto const size = static_cast<std::uint32_t>(pptr() - pbase());
    digest_ = next_digest(digest_, {pbase(), size});
    out_.write(reinterpret_cast<char const*>(&size), sizeof size);
    out_.write(reinterpret_cast<char const*>(digest_.data()), static_cast<std::streamsize>(digest_.size()));
    out_.write(pbase(), size);
    setp(buffer_.data(), buffer_.data() + buffer_.size());
}

DigestOut::int_type DigestOut::overflow(int_type c) {
    write_piece();
    if (!traits_type::eq_int_type(c, traits_type::eof())) {
        *pptr() = traits_type::to_char_type(c);
        pbump(1);
    }
    return out_ ? traits_type::not_eof(c) : traits_type::eof();
}

void DigestOut::finish() {
    if (pptr() != pbase()) write_piece();
    write_piece();  // of no length: the end mark
    out_.flush();
}

DigestIn::int_type DigestIn::underflow() {
    if (whole_ || broken_) return traits_type::eof();
    std::uint32_t size = 0;
    Digest digest{};
    in_.read(reinterpret_cast<char*>(&size), sizeof size);
    in_.read(reinterpret_cast<char*>(digest.data()), static_cast<std::streamsize>(digest.size()));
    broken_ = !in_ || size > piece;
    if (broken_) return traits_type::eof();
    buffer_.resize(size);
    in_.read(buffer_.data(), size);
    digest_ = next_digest(digest_, {buffer_.data(), size});
    broken_ = !in_ || digest != digest_;
    if (broken_) return traits_type::eof();
    whole_ = size == 0;
    setg(buffer_.data(), buffer_.data(), buffer_.data() + size);
    return whole_ ? traits_type::eof() : traits_type::to_int_type(*gptr());
}

}  // namespace hearline
