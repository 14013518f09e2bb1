#include "http/password.hpp"

#include <sodium.h>

#include <array>
#include <new>

namespace hearline::http {
namespace {

constexpr unsigned long long operations = 2;
constexpr std::size_t memory = 64 << 20;

/// Nobody's hash, of a password nobody knows.
std::string const& nobody() {
    static std::string const hash = [] {
        std::array<char, 32> random{};
        randombytes_buf(random.data(), random.size());
        return hash_password({random.data(), random.size()});
    }();
    return hash;
}

}  // namespace

std::string hash_password(std::string_view password) {
    std::array<char, crypto_pwhash_STRBYTES> encoded{};
    if (crypto_pwhash_str_alg(encoded.data(), password.data(), password.size(), operations, memory, crypto_pwhash_ALG_ARGON2ID13) != 0) throw std::bad_alloc{};
    return encoded.data();
}

bool verify_password(std::string_view hash, std::string_view password) {
    if (password.size() > longest_password) return false;
    bool const real = !hash.empty();
    std::string const encoded{real ? hash : std::string_view{nobody()}};
    return crypto_pwhash_str_verify(encoded.c_str(), password.data(), password.size()) == 0 && real;
}

}  // namespace hearline::http
