#include "storage/postgres/index_keeper.hpp"

#include <memory>

namespace hearline::postgres {

void IndexKeeper::run() {
    std::unique_ptr<Wire> wire;
    std::int64_t merged_at = 0;
    for (; !site_.condition.closing(); site_.condition.pause(pace)) {
        std::int64_t const writes = site_.condition.writes;
        if (writes == merged_at) continue;
        try {
            if (!wire) wire = std::make_unique<Wire>(site_.address);
            wire->ask("SELECT gin_clean_pending_list('search_tokens')");
            merged_at = writes;
        } catch (EngineError const& error) {
            wire.reset();
            if (error.cause() == EngineError::What::refused) return;
        }
    }
}

}  // namespace hearline::postgres
