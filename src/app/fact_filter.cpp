#include "app/fact_filter.hpp"

#include <algorithm>

#include "domain/organisation/permission.hpp"

namespace hearline {

namespace {

template <class E>
std::string codes_of() {
    std::string codes;
    for (auto const& row : CodeTable<E>::rows) (codes += codes.empty() ? "" : " ") += row.code;
    return codes;
}

tl::unexpected<Error> bad_value(std::string_view name, std::string_view value, std::string_view allowed) {
    auto detail = say("{0}=“{1}”不对；可以是 {2}", "{0}=\"{1}\" is not right; it can be {2}", name, value, allowed);
    return refuse(ErrorKind::malformed, "bad-parameter", detail, {{fmt::format("?{}", name), detail}});
}

/// One value of one dimension in the form that the facts have it.
class Values {
public:
    Values(Directory const& directory, FactTable const& facts) : directory_{directory}, facts_{facts} {}

    Result<std::string> read(Dimension dimension, std::string_view value) const {
        if (value == "null") return std::string{};
        switch (dimension) {
            case Dimension::kind: return listed<Kind>(dimension, value);
            case Dimension::stage: return listed<Stage>(dimension, value);
            case Dimension::channel: return listed<Channel>(dimension, value);
            case Dimension::severity: return listed<Severity>(dimension, value);
            case Dimension::satisfaction: return listed<Satisfaction>(dimension, value);
            case Dimension::solved: return listed<Solved>(dimension, value);
            case Dimension::resolution: return listed<Resolution>(dimension, value);
            case Dimension::validity: return listed<Validity>(dimension, value);
            case Dimension::liability: return listed<Liability>(dimension, value);
            case Dimension::type:
            case Dimension::type1: return known(dimension, value, directory_.type(value) || facts_.knows(Dimension::type, value), "/api/v1/types");
            case Dimension::cause: return known(dimension, value, directory_.cause(value) || facts_.knows(dimension, value), "/api/v1/causes");
            case Dimension::unit:
            case Dimension::accepting_unit: return known(dimension, value, directory_.unit(value) || facts_.knows(dimension, value), "/api/v1/units");
            case Dimension::line: {
                auto const* line = directory_.line(value);
                return known(dimension, line ? std::string_view{line->code} : value, line || facts_.knows(dimension, value), "/api/v1/places");
            }
            case Dimension::station: {
                auto const* station = directory_.station("", value);
                return known(dimension, station ? std::string_view{station->code} : value, station || facts_.knows(dimension, value), "/api/v1/places");
            }
            case Dimension::timely:
                if (value == "timely" || value == "late") return std::string{value};
                return bad_value("timely", value, "timely late null");
            case Dimension::closing: return listed<Closing>(dimension, value);
            case Dimension::suspended:
            case Dimension::overdue:
                if (value == "true" || value == "yes" || value == "1") return std::string{"yes"};
                if (value == "false" || value == "no" || value == "0") return std::string{"no"};
                return bad_value(code_of(dimension), value, "true false");
            case Dimension::round:
                if (!value.empty() && value.size() <= 3 && value.find_first_not_of("0123456789") == value.npos) return std::string{value};
                return bad_value("round", value, "1 2 3 …");
            case Dimension::incident: return std::string{value};
            default: break;
        }
        if (is_time_code(dimension, value)) return std::string{value};
        auto const example = dimension == Dimension::day     ? "2026-11-23"
                             : dimension == Dimension::week  ? "2026-W48"
                             : dimension == Dimension::month ? "2026-11"
                             : dimension == Dimension::quarter ? "2026Q4"
                                                               : "2026";
        return bad_value(code_of(dimension), value, example);
    }

private:
    template <class E>
    static Result<std::string> listed(Dimension dimension, std::string_view value) {
        if (from_code<E>(value)) return std::string{value};
        return bad_value(code_of(dimension), value, codes_of<E>());
    }
    static Result<std::string> known(Dimension dimension, std::string_view value, bool is_known, std::string_view where) {
        if (is_known) return std::string{value};
        return bad_value(code_of(dimension), value, where);
    }
    Directory const& directory_;
    FactTable const& facts_;
};

std::vector<std::string_view> split(std::string_view text) {
    std::vector<std::string_view> parts;
    for (;;) {
        auto const end = text.find(',');
        if (auto const part = text.substr(0, end); !part.empty()) parts.push_back(part);
        if (end == text.npos) return parts;
        text.remove_prefix(end + 1);
    }
}

Result<Date> read_date(std::string_view name, std::string_view value) {
    auto date = parse_date(value);
    if (date) return *date;
    return bad_value(name, value, "2026-11-23");
}

/// A local date means its end, 24:00.
Result<Instant> read_due(std::string_view value, Zone const& zone) {
    if (auto const date = parse_date(value)) return zone.start_of(*date + std::chrono::days{1});
    if (auto const at = parse_rfc3339(value)) return *at;
    return bad_value("due_until", value, "2026-11-23 2026-11-23T18:00:00+08:00");
}

/// `type_only`, `cause_only`: that code alone, so that the list counts to a figure of it (R6.4).
std::optional<Dimension> exact_dimension(std::string_view name) {
    if (name == "type_only") return Dimension::type;
    if (name == "cause_only") return Dimension::cause;
    return std::nullopt;
}

Done read_waiting(std::string_view value, FactFilter& filter) {
    if (!filter.waiting) filter.waiting.emplace();
    for (auto part : split(value)) {
        if (part == "extension") filter.waiting->extension = true;
        else if (part == "assist") filter.waiting->opinion = true;
        else return bad_value("waiting", part, "extension assist");
    }
    return Done{};
}

/// A unit's list holds what the unit sees; of the opinions that are owed, its own.
void narrow_to_unit(FactFilter& filter, Actor const& actor) {
    if (!of_unit(actor.role)) return;
    filter.seen_by = actor.unit;
    if (filter.waiting) filter.waiting->owing_unit = actor.unit;
}

}  // namespace

bool is_filter(std::string_view name) {
    return name == "from" || name == "to" || name == "due_until" || name == "waiting" || exact_dimension(name) || from_code<Dimension>(name).has_value();
}

Result<FactFilter> read_filter(Parameters const& parameters, Directory const& directory, FactTable const& facts) {
    FactFilter filter;
    Values const values{directory, facts};
    for (auto const& [name, value] : parameters) {
        if (value.empty() || !is_filter(name)) continue;
        if (name == "from") {
            filter.from = TRY(read_date(name, value));
        } else if (name == "to") {
            filter.to = TRY(read_date(name, value));
        } else if (name == "due_until") {
            filter.due_until = TRY(read_due(value, directory.zone()));
        } else if (name == "waiting") {
            TRY(read_waiting(value, filter));
        } else {
            auto const alone = exact_dimension(name);
            auto const dimension = alone ? *alone : *from_code<Dimension>(name);
            auto known = std::find_if(filter.where.begin(), filter.where.end(), [&](auto const& c) { return c.dimension == dimension && c.exact == alone.has_value(); });
            if (known == filter.where.end()) known = filter.where.insert(filter.where.end(), {dimension, {}, alone.has_value()});
            for (auto part : split(value)) {
                auto code = values.read(dimension, part);
                if (!code)
                    for (auto& field : code.error().fields) field.pointer = fmt::format("?{}", name);
                known->codes.push_back(TRY(std::move(code)));
            }
        }
    }
    if (filter.from && filter.to && *filter.from > *filter.to)
        return bad_value("to", format_date(*filter.to), fmt::format("{} …", format_date(*filter.from)));
    return filter;
}

Result<std::vector<Dimension>> read_dimensions(std::string_view by) {
    std::vector<Dimension> dimensions;
    for (auto part : split(by)) {
        auto const dimension = from_code<Dimension>(part);
        if (!dimension) return bad_value("by", part, codes_of<Dimension>());
        if (std::find(dimensions.begin(), dimensions.end(), *dimension) == dimensions.end()) dimensions.push_back(*dimension);
    }
    if (dimensions.size() > most_dimensions) {
        auto detail = say("by 最多 {} 个维度", "by takes at most {} dimensions", most_dimensions);
        return refuse(ErrorKind::malformed, "bad-parameter", detail, {{"?by", detail}});
    }
    return dimensions;
}

Done narrow_to_ledger(FactFilter& filter, Actor const& actor) {
    TRY(may(actor, Permission::read_ledger));
    narrow_to_unit(filter, actor);
    return Done{};
}

// R2.11
Done narrow_to_figures(FactFilter& filter, Actor const& actor) {
    TRY(may(actor, Permission::read_figures));
    narrow_to_unit(filter, actor);
    return Done{};
}

}  // namespace hearline
