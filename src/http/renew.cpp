#include "http/renew.hpp"

#include "app/directory.hpp"
#include "http/awaitables.hpp"

namespace hearline::http {

Task<bool> renew_directory(Services& services) {
    auto read_anew = [&services] { return services.directory.refresh(services.store); };
    if (services.store.reads_are_local()) co_return read_anew();
    co_return co_await on_pool(services.readers, read_anew);
}

}  // namespace hearline::http
