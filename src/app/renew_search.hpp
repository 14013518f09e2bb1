#pragma once
// Search tokens of older complaints in stores that keep them beside the complaints (PostgreSQL): when the program makes tokens otherwise than
// the one before (`search_scheme`), they are made anew, a piece at a time, behind whoever reads and writes.
#include "app/ports/store.hpp"

namespace hearline {

class SearchRenewal {
public:
    explicit SearchRenewal(Store& store) : store_{store} {}
    /// Works for about `patience`. True when nothing is left: at once for other stores, and where the tokens are of this scheme. Several servers
    /// may do it side by side; one that is stopped begins anew.
    bool step(Instant now, std::chrono::milliseconds patience);
    [[nodiscard]] std::int64_t renewed() const { return renewed_; }

private:
    Store& store_;
    ComplaintKey after_;
    std::int64_t renewed_ = 0;
    bool asked_ = false, done_ = false;
};

}  // namespace hearline
