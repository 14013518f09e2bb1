#pragma once
// A stream of bytes in pieces, each with a digest over all so far, so that a cut or changed file is noticed before its content is believed.
#include <istream>
#include <ostream>
#include <streambuf>
#include <vector>

#include "base/digest.hpp"

namespace hearline {

class DigestOut final : public std::streambuf {
public:
    explicit DigestOut(std::ostream& out);
    /// Writes what is left and the end mark.
    void finish();

protected:
    int_type overflow(int_type c) override;

private:
    void write_piece();
    std::ostream& out_;
    std::vector<char> buffer_;
    Digest digest_{};
};

class DigestIn final : public std::streambuf {
public:
    explicit DigestIn(std::istream& in) : in_{in} {}
    /// The end mark was reached and every piece was right.
    [[nodiscard]] bool whole() const { return whole_; }

protected:
    int_type underflow() override;

private:
    std::istream& in_;
    std::vector<char> buffer_;
    Digest digest_{};
    bool whole_ = false, broken_ = false;
};

}  // namespace hearline
