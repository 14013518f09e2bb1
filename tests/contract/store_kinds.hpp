#pragma once
// The stores that the contract suite runs on. Each kind registers itself; the suite knows none of them.
#include <functional>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "app/ports/store.hpp"

namespace hearline::contract {

/// An empty store, for one test.
class StoreUnderTest {
public:
    virtual ~StoreUnderTest() = default;
    virtual Store& store() = 0;
    /// Closes the store and opens it again over what it kept. False for a store that keeps nothing.
    virtual bool reopen() { return false; }
};

struct StoreKind {
    std::string name;
    std::function<std::unique_ptr<StoreUnderTest>()> make;
};
inline void PrintTo(StoreKind const& kind, std::ostream* out) { *out << kind.name; }

inline std::vector<StoreKind>& store_kinds() {
    static std::vector<StoreKind> kinds;
    return kinds;
}

/// `static Registered const postgres{{"postgres", [] { … }}};` in a file of the suite.
struct Registered {
    explicit Registered(StoreKind kind) { store_kinds().push_back(std::move(kind)); }
};

}  // namespace hearline::contract
