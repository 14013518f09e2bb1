// Times, dates and limits: what is read is written back as the same instant.
#include <cstdint>
#include <cstdlib>

#include "domain/calendar/deadline.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    using namespace hearline;
    static Zone const zone = Zone::shanghai();
    std::string_view const text{reinterpret_cast<char const*>(data), size};
    if (auto const at = parse_rfc3339(text)) {
        auto const again = parse_rfc3339(zone.rfc3339(*at));
        // Before 1901 the zone's own offset has seconds; the written form has whole minutes and says the same instant all the same.
        if (again && *again != *at) std::abort();
    }
    if (auto const day = parse_date(text); day && format_date(*day) != text) std::abort();
    if (auto const limit = parse_limit(text)) {
        if (parse_limit(format_limit(*limit)).value() != *limit) std::abort();
        static Timekeeping const keeping;
        if (deadline(keeping, instant_ms(1'795'395'600'000), *limit).at <= instant_ms(1'795'395'600'000)) std::abort();
    }
    return 0;
}
