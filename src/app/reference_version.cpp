#include "app/reference_version.hpp"

#include "base/digest.hpp"

namespace hearline {

namespace {

std::string short_digest(Fields const& fields) {
    constexpr std::size_t shown = 16;
    return hex(sha256(fields.encode())).substr(0, shown);
}

}  // namespace

std::string version_of(Unit const& unit) { return short_digest(encode_unit(unit)); }

std::string version_of(CodeEntry const& entry) { return short_digest(encode_entry(entry)); }

std::string version_of(User const& user) {
    Fields fields;
    fields.add("role", code_of(user.role));
    fields.add("unit", std::string_view{user.unit});
    fields.add("display_name", std::string_view{user.display_name});
    fields.add("disabled", user.disabled ? 1 : 0);
    return short_digest(fields);
}

Done check_version(std::optional<std::string> const& seen, std::optional<std::string> const& now) {
    if (!now || seen == now) return Done{};
    if (!seen)
        return refuse(ErrorKind::precondition_required, "version-required",
                      say("它已经存在：更改须带 If-Match，即您看到的 version", "it exists already: a change carries If-Match, the version that you saw"));
    return refuse(ErrorKind::stale, "stale-version",
                  say("您打开之后，它已被别人改动；请看过现在的内容再决定是否更改", "somebody changed it since you opened it; look at what it says now, then decide"));
}

}  // namespace hearline
