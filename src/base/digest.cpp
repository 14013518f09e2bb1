#define OPENSSL_SUPPRESS_DEPRECATED  // the one-shot functions without a fetch: several times faster for short texts
#include "base/digest.hpp"

#include <openssl/sha.h>
#include <sodium.h>

#include <algorithm>
#include <cstring>
#include <stdexcept>

namespace hearline {
namespace {

class SystemRandom final : public RandomSource {
public:
    SystemRandom() {
        if (sodium_init() < 0) throw std::runtime_error("no random generator");
    }
    void fill(std::span<std::uint8_t> out) override { randombytes_buf(out.data(), out.size()); }
};

[[nodiscard]] int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

}  // namespace

Digest sha256(std::string_view bytes) {
    Digest digest;
    SHA256_CTX context;
    SHA256_Init(&context);
    SHA256_Update(&context, bytes.data(), bytes.size());
    SHA256_Final(digest.data(), &context);
    return digest;
}

Digest sha256_parts(std::span<std::string_view const> parts) {
    Digest digest;
    SHA256_CTX context;
    SHA256_Init(&context);
    for (auto const part : parts) {
        std::array<std::uint8_t, 8> length;
        for (std::size_t i = 0; i < length.size(); ++i) length[i] = static_cast<std::uint8_t>(std::uint64_t{part.size()} >> (8 * i));
        SHA256_Update(&context, length.data(), length.size());
        SHA256_Update(&context, part.data(), part.size());
    }
    SHA256_Final(digest.data(), &context);
    return digest;
}

std::string_view bytes_of(Digest const& digest) { return {reinterpret_cast<char const*>(digest.data()), digest.size()}; }
std::string_view bytes_of(Salt const& salt) { return {reinterpret_cast<char const*>(salt.data()), salt.size()}; }

std::string hex(std::span<std::uint8_t const> bytes) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string out(bytes.size() * 2, '0');
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        out[2 * i] = digits[bytes[i] >> 4];
        out[2 * i + 1] = digits[bytes[i] & 15];
    }
    return out;
}

bool from_hex(std::string_view text, std::span<std::uint8_t> out) {
    if (text.size() != out.size() * 2) return false;
    for (std::size_t i = 0; i < out.size(); ++i) {
        int const high = hex_value(text[2 * i]);
        int const low = hex_value(text[2 * i + 1]);
        if (high < 0 || low < 0) return false;
        out[i] = static_cast<std::uint8_t>(high << 4 | low);
    }
    return true;
}

RandomSource& system_random() {
    static SystemRandom source;
    return source;
}

SeededRandom::SeededRandom(std::uint64_t seed) {
    for (std::size_t i = 0; i < 8; ++i) key_[i] = static_cast<std::uint8_t>(seed >> (8 * i));
}

void SeededRandom::fill(std::span<std::uint8_t> out) {
    static constexpr std::array<std::uint8_t, crypto_stream_chacha20_NONCEBYTES> nonce{};
    while (!out.empty()) {
        if (used_ == buffer_.size()) {
            buffer_.fill(0);
            crypto_stream_chacha20_xor_ic(buffer_.data(), buffer_.data(), buffer_.size(), nonce.data(), block_, key_.data());
            block_ += buffer_.size() / 64;
            used_ = 0;
        }
        std::size_t const n = std::min(out.size(), buffer_.size() - used_);
        std::memcpy(out.data(), buffer_.data() + used_, n);
        used_ += n;
        out = out.subspan(n);
    }
}

std::uint64_t SeededRandom::next() {
    std::array<std::uint8_t, 8> bytes;
    fill(bytes);
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) value |= std::uint64_t{bytes[i]} << (8 * i);
    return value;
}

std::string random_code(RandomSource& random, int length) {
    static constexpr std::string_view alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    static_assert(alphabet.size() == 32);  // a byte falls on each letter equally often
    std::string code(static_cast<std::size_t>(length), '\0');
    random.fill({reinterpret_cast<std::uint8_t*>(code.data()), code.size()});
    for (char& c : code) c = alphabet[static_cast<std::uint8_t>(c) & 31];
    return code;
}

}  // namespace hearline
