#pragma once
// The chance of the demo: quick, and the same for the same seed on every machine.
#include <cmath>
#include <cstdint>
#include <span>
#include <vector>

#include "base/digest.hpp"

namespace hearline::demo {

/// SplitMix64. Floating point is used only through operations that IEEE 754 fixes to the last bit.
class Dice {
public:
    Dice(std::uint64_t seed, std::uint64_t stream) : state_{mix(seed * 0x9E3779B97F4A7C15ull + 1) ^ mix(stream + 0xD1B54A32D192ED03ull)} {}

    [[nodiscard]] std::uint64_t next() { return mix(state_ += 0x9E3779B97F4A7C15ull); }
    [[nodiscard]] std::uint64_t below(std::uint64_t n) { return n == 0 ? 0 : next() % n; }
    [[nodiscard]] std::int64_t between(std::int64_t least, std::int64_t most) { return least + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(most - least + 1))); }
    /// In [0, 1).
    [[nodiscard]] double unit() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
    [[nodiscard]] bool chance(double p) { return unit() < p; }
    template <class T>
    [[nodiscard]] T const& pick(std::vector<T> const& all) { return all[below(all.size())]; }
    /// Index by weight; the sum must be above zero.
    [[nodiscard]] std::size_t weighted(std::span<double const> weights) {
        double sum = 0;
        for (double w : weights) sum += w;
        double left = unit() * sum;
        for (std::size_t i = 0; i < weights.size(); ++i)
            if ((left -= weights[i]) < 0) return i;
        return weights.size() - 1;
    }
    /// A waiting time around `median`: a few short, most near it, some much longer (skewed like real work).
    [[nodiscard]] double around(double median) {
        double const bell = (unit() + unit() + unit() + unit() - 2.0) * 0.87;  // about -1.7 to 1.7
        return bell < 0 ? median / (1.0 - bell * 1.6) : median * (1.0 + bell * bell * 1.1 + bell * 0.8);
    }

private:
    static std::uint64_t mix(std::uint64_t z) {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
        return z ^ (z >> 31);
    }
    std::uint64_t state_;
};

/// Salts and tracking codes from the dice.
class DiceRandom final : public RandomSource {
public:
    DiceRandom(std::uint64_t seed, std::uint64_t stream) : dice_{~seed, stream} {}
    void fill(std::span<std::uint8_t> out) override {
        std::uint64_t word = 0;
        for (std::size_t i = 0; i < out.size(); ++i) {
            if (i % 8 == 0) word = dice_.next();
            out[i] = static_cast<std::uint8_t>(word >> (i % 8 * 8));
        }
    }

private:
    Dice dice_;
};

}  // namespace hearline::demo
