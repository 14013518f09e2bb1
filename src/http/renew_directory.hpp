#pragma once
// After a change of reference data or people: the answer, and every request after it, sees it.
#include "app/directory.hpp"
#include "http/awaitables.hpp"
#include "http/services.hpp"

namespace hearline::http {

/// The directory as it is after the change.
[[nodiscard]] inline Task<std::shared_ptr<Directory const>> renewed_directory(Services& services) {
    auto read_anew = [&services] { return services.directory.refresh(services.store); };
    if (services.store.reads_are_local())
        read_anew();
    else
        co_await on_pool(services.readers, read_anew);
    co_return services.directory.get();
}

}  // namespace hearline::http
