#pragma once
// SHA-256, salts and random bytes. The only header of the product that speaks of a hash function.
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace hearline {

using Digest = std::array<std::uint8_t, 32>;
using Salt = std::array<std::uint8_t, 16>;

[[nodiscard]] Digest sha256(std::string_view bytes);
/// SHA-256 over the parts one after another, each preceded by its length (8 bytes, little endian), so that no two lists collide.
[[nodiscard]] Digest sha256_parts(std::span<std::string_view const> parts);
[[nodiscard]] std::string_view bytes_of(Digest const& digest);
[[nodiscard]] std::string_view bytes_of(Salt const& salt);
[[nodiscard]] std::string hex(std::span<std::uint8_t const> bytes);
[[nodiscard]] bool from_hex(std::string_view text, std::span<std::uint8_t> out);

/// Where salts, tokens and tracking codes come from: the system's generator, or a seeded one for the demo and the tests.
class RandomSource {
public:
    virtual ~RandomSource() = default;
    virtual void fill(std::span<std::uint8_t> out) = 0;
};
[[nodiscard]] RandomSource& system_random();

/// ChaCha20 keystream from a seed: same seed, same bytes, on every machine.
class SeededRandom final : public RandomSource {
public:
    explicit SeededRandom(std::uint64_t seed);
    void fill(std::span<std::uint8_t> out) override;
    [[nodiscard]] std::uint64_t next();

private:
    std::array<std::uint8_t, 32> key_{};
    std::uint64_t block_ = 0;
    std::array<std::uint8_t, 512> buffer_{};
    std::size_t used_ = 512;
};

/// `length` characters of the 32-letter alphabet 23456789ABCDEFGHJKLMNPQRSTUVWXYZ (none looks like another).
[[nodiscard]] std::string random_code(RandomSource& random, int length);

}  // namespace hearline
