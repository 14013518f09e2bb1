#pragma once
// The store in memory: an honest fake with the semantics of the others (one lane, rollback, positions, anchors, listener, search).
#include <memory>

#include "app/ports/store.hpp"

namespace hearline {

[[nodiscard]] std::unique_ptr<Store> make_memory_store();

}  // namespace hearline
