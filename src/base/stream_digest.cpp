#include "base/stream_digest.hpp"

#include <sodium.h>

#include <istream>

namespace hearline {

Digest sha256_of(std::istream& in) {
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    for (std::array<char, 65'536> block; in.read(block.data(), block.size()) || in.gcount() > 0;)
        crypto_hash_sha256_update(&state, reinterpret_cast<unsigned char const*>(block.data()), static_cast<std::size_t>(in.gcount()));
    Digest digest;
    crypto_hash_sha256_final(&state, digest.data());
    return digest;
}

}  // namespace hearline
