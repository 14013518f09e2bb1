#include "domain/statistics/fact_plan.hpp"

#include <algorithm>
#include <charconv>

#include "domain/statistics/fact_kernels.hpp"

namespace hearline {

bool FactFilter::has(Dimension dimension) const {
    return std::any_of(where.begin(), where.end(), [&](auto const& condition) { return condition.dimension == dimension; });
}

bool is_time_code(Dimension dimension, std::string_view code) { return facts::days_of_code(dimension, code).has_value(); }

namespace facts {

namespace {

using std::chrono::year_month_day;

/// The Thursday of the ISO week decides its year.
Date thursday_of(Date day) {
    auto const since_monday = (std::chrono::weekday{day} - std::chrono::Monday).count();
    return day + std::chrono::days{3 - since_monday};
}

template <class E>
std::vector<std::uint32_t> ids_of_codes(std::vector<std::string> const& codes, std::uint32_t offset) {
    std::vector<std::uint32_t> ids;
    for (auto const& code : codes) {
        if (code.empty() && offset) ids.push_back(0);
        if (auto value = from_code<E>(code)) ids.push_back(static_cast<std::uint32_t>(*value) + offset);
    }
    return ids;
}

std::vector<std::uint32_t> ids_of_codes(std::vector<std::string> const& codes, Dictionary const& dictionary) {
    std::vector<std::uint32_t> ids;
    for (auto const& code : codes)
        if (auto id = dictionary.find(code)) ids.push_back(*id);
    return ids;
}

/// Types whose code is one of these or lies below one of them.
std::vector<std::uint32_t> ids_of_types(FactFilter::Condition const& condition, Dictionary const& types) {
    auto const& codes = condition.codes;
    if (condition.exact && condition.dimension != Dimension::type1) return ids_of_codes(codes, types);  // a first level has no more than itself
    std::vector<std::uint32_t> ids;
    for (std::uint32_t id = 0; id < types.size(); ++id)
        for (auto const& code : codes) {
            std::string_view const type = types.code(id);
            bool const below = !code.empty() && type.size() > code.size() && type.starts_with(code) && type[code.size()] == '.';
            if (type == code || below) {
                ids.push_back(id);
                break;
            }
        }
    return ids;
}

std::vector<std::uint32_t> rounds(std::vector<std::string> const& codes) {
    std::vector<std::uint32_t> ids;
    for (auto const& code : codes) {
        unsigned value = 0;
        auto const [end, error] = std::from_chars(code.data(), code.data() + code.size(), value);
        if (error == std::errc{} && end == code.data() + code.size() && value < 256) ids.push_back(value);
    }
    return ids;
}

std::vector<std::uint32_t> yes_or_no(std::vector<std::string> const& codes) {
    std::vector<std::uint32_t> ids;
    for (auto const& code : codes)
        if (code == "yes" || code == "no") ids.push_back(code == "yes" ? 1 : 0);
    return ids;
}

std::vector<std::uint32_t> timeliness(std::vector<std::string> const& codes) {
    std::vector<std::uint32_t> ids;
    for (auto const& code : codes) {
        if (code.empty()) ids.push_back(static_cast<std::uint32_t>(Timeliness::open));
        if (code == "timely") ids.push_back(static_cast<std::uint32_t>(Timeliness::timely));
        if (code == "late") ids.push_back(static_cast<std::uint32_t>(Timeliness::late));
    }
    return ids;
}

}  // namespace

std::uint32_t seconds_since_2000(Instant at) {
    auto const seconds = std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count() - 946684800;
    return static_cast<std::uint32_t>(std::clamp<std::int64_t>(seconds, 0, never - 1));
}

std::uint32_t time_bucket(Dimension dimension, std::uint32_t day) {
    Date const date = day_of(day);
    if (dimension == Dimension::day) return day;
    if (dimension == Dimension::week) return static_cast<std::uint32_t>(day_number(thursday_of(date))) / 7;
    year_month_day const ymd{date};
    auto const months = static_cast<std::uint32_t>(static_cast<int>(ymd.year())) * 12 + static_cast<unsigned>(ymd.month()) - 1;
    if (dimension == Dimension::month) return months;
    return dimension == Dimension::quarter ? months / 3 : months / 12;
}

std::string time_code(Dimension dimension, std::uint32_t day) {
    Date const date = day_of(day);
    if (dimension == Dimension::week) {
        Date const thursday = thursday_of(date);
        year_month_day const ymd{thursday};
        Date const new_year{std::chrono::local_days{ymd.year() / 1 / 1}};
        return fmt::format("{:04}-W{:02}", static_cast<int>(ymd.year()), (thursday - new_year).count() / 7 + 1);
    }
    year_month_day const ymd{date};
    int const year = static_cast<int>(ymd.year());
    unsigned const month = static_cast<unsigned>(ymd.month());
    switch (dimension) {
        case Dimension::day: return fmt::format("{:04}-{:02}-{:02}", year, month, static_cast<unsigned>(ymd.day()));
        case Dimension::month: return fmt::format("{:04}-{:02}", year, month);
        case Dimension::quarter: return fmt::format("{:04}Q{}", year, (month + 2) / 3);
        default: return fmt::format("{:04}", year);
    }
}

std::optional<std::pair<std::uint16_t, std::uint16_t>> days_of_code(Dimension dimension, std::string_view code) {
    auto const number = [&](std::size_t at, std::size_t length) {
        int value = -1;
        if (at + length > code.size()) return -1;
        auto const [end, error] = std::from_chars(code.data() + at, code.data() + at + length, value);
        return error == std::errc{} && end == code.data() + at + length ? value : -1;
    };
    int const year = number(0, 4);
    if (year < 2000 || year > 2178) return std::nullopt;
    auto const month_start = [](int y, int m) {
        return Date{std::chrono::local_days{std::chrono::year{y + (m - 1) / 12} / ((m - 1) % 12 + 1) / 1}};
    };
    Date first = month_start(year, 1), behind = month_start(year + 1, 1);
    if (dimension == Dimension::week) {
        int const week = number(6, 2);
        if (week < 1 || week > 53) return std::nullopt;
        first = thursday_of(first + std::chrono::days{3}) - std::chrono::days{3};  // Monday of the week of 4 January
        first += std::chrono::days{7 * (week - 1)};
        behind = first + std::chrono::days{7};
    } else if (dimension == Dimension::quarter) {
        int const quarter = number(5, 1);
        if (quarter < 1 || quarter > 4) return std::nullopt;
        first = month_start(year, quarter * 3 - 2);
        behind = month_start(year, quarter * 3 + 1);
    } else if (dimension != Dimension::year) {
        int const month = number(5, 2);
        if (month < 1 || month > 12) return std::nullopt;
        first = month_start(year, month);
        behind = month_start(year, month + 1);
        if (dimension == Dimension::day) {
            int const day = number(8, 2);
            if (day < 1 || first + std::chrono::days{day} > behind) return std::nullopt;
            first += std::chrono::days{day - 1};
            behind = first + std::chrono::days{1};
        }
    }
    auto const from = std::max(day_number(first) - 10957, 0), to = day_number(behind) - 1 - 10957;
    if (to < 0 || time_code(dimension, static_cast<std::uint32_t>(from)) != code) return std::nullopt;
    return std::pair{static_cast<std::uint16_t>(from), static_cast<std::uint16_t>(std::min(to, 65535))};
}

template <class T>
void Plan::add_ids(Column<T> Block::*column, std::vector<std::uint32_t> const& ids, std::uint32_t cardinality) {
    if (ids.empty()) {
        nothing_ = true;
        return;
    }
    if (ids.size() == 1) {
        tests_.push_back(Test<T>{column, ids.front(), {}});
        return;
    }
    std::vector<std::uint8_t> allowed(std::max<std::uint32_t>(cardinality, sizeof(T) == 1 ? 256 : 1), 0);
    for (auto id : ids) allowed[id] = 1;
    tests_.push_back(Test<T>{column, 0, std::move(allowed)});
}

void Plan::add_days(std::vector<std::uint8_t> const& allowed) {
    days_.active = true;
    if (days_.allowed.empty()) days_.allowed.assign(65536, 1);
    for (std::size_t day = 0; day < days_.allowed.size(); ++day) days_.allowed[day] &= allowed[day];
}

void Plan::add_codes(FactFilter::Condition const& condition, State const& state, std::uint32_t now) {
    auto const& codes = condition.codes;
    switch (condition.dimension) {
        case Dimension::kind: return add_ids(&Block::kind, ids_of_codes<Kind>(codes, 0), 256);
        case Dimension::channel: return add_ids(&Block::channel, ids_of_codes<Channel>(codes, 0), 256);
        case Dimension::severity: return add_ids(&Block::severity, ids_of_codes<Severity>(codes, 0), 256);
        case Dimension::satisfaction: return add_ids(&Block::satisfaction, ids_of_codes<Satisfaction>(codes, 1), 256);
        case Dimension::solved: return add_ids(&Block::solved, ids_of_codes<Solved>(codes, 1), 256);
        case Dimension::resolution: return add_ids(&Block::resolution, ids_of_codes<Resolution>(codes, 1), 256);
        case Dimension::validity: return add_ids(&Block::validity, ids_of_codes<Validity>(codes, 1), 256);
        case Dimension::liability: return add_ids(&Block::liability, ids_of_codes<Liability>(codes, 1), 256);
        case Dimension::round: return add_ids(&Block::round, rounds(codes), 256);
        case Dimension::timely: return add_ids(&Block::timely, timeliness(codes), 256);
        case Dimension::suspended: return add_ids(&Block::suspended, yes_or_no(codes), 256);
        case Dimension::closing: return add_ids(&Block::closing, ids_of_codes<Closing>(codes, 1), 256);
        case Dimension::type:
        case Dimension::type1: return add_ids(&Block::type, ids_of_types(condition, state.types), state.types.size());
        case Dimension::cause: return add_ids(&Block::cause, ids_of_types(condition, state.causes), state.causes.size());
        case Dimension::unit: return add_ids(&Block::unit, ids_of_codes(codes, state.units), state.units.size());
        case Dimension::accepting_unit: return add_ids(&Block::accepting, ids_of_codes(codes, state.units), state.units.size());
        case Dimension::line: return add_ids(&Block::line, ids_of_codes(codes, state.lines), state.lines.size());
        case Dimension::station: return add_ids(&Block::station, ids_of_codes(codes, state.stations), state.stations.size());
        case Dimension::incident: return add_ids(&Block::incident, ids_of_codes(codes, state.incidents), state.incidents.size());
        case Dimension::stage: {
            auto const ids = ids_of_codes<Stage>(codes, 0);
            std::bitset<8> wanted;
            for (auto id : ids) wanted.set(id);
            stages_ &= wanted;
            return add_ids(&Block::stage, ids, 256);
        }
        case Dimension::overdue: {
            bool const yes = std::find(codes.begin(), codes.end(), "yes") != codes.end();
            bool const no = std::find(codes.begin(), codes.end(), "no") != codes.end();
            if (!yes && !no) nothing_ = true;
            if (yes && !no) add_due(now);
            if (no && !yes) tests_.push_back(Due{now, false});
            return;
        }
        default: {
            std::vector<std::uint8_t> allowed(65536, 0);
            for (auto const& code : codes)
                if (auto days = days_of_code(condition.dimension, code)) std::fill(allowed.begin() + days->first, allowed.begin() + days->second + 1, std::uint8_t{1});
            return add_days(allowed);
        }
    }
}

void Plan::add_waiting(FactFilter::Waiting const& waiting, State const& state) {
    std::vector<std::uint8_t> allowed(state.waiting_sets.size(), 0);
    for (std::uint32_t id = 0; id < state.waiting_sets.size(); ++id) {
        std::string_view const set = state.waiting_sets.code(id);
        bool const asked = set_has(set, director_waits);
        std::size_t const behind = asked ? director_waits.size() + 1 : 0;
        bool const owed = waiting.owing_unit.empty() ? set.size() > behind : set_has(set, waiting.owing_unit);
        allowed[id] = (waiting.extension && asked) || (waiting.opinion && owed) ? 1 : 0;
    }
    tests_.push_back(Test<std::uint32_t>{&Block::waiting, 0, std::move(allowed)});
}

void Plan::add_due(std::uint32_t before) {
    tests_.push_back(Due{before, true});
    due_before_ = std::min(before, due_before_.value_or(before));
}

Plan::Plan(FactFilter const& filter, State const& state, Instant now) {
    for (auto const& condition : filter.where) add_codes(condition, state, seconds_since_2000(now));
    if (filter.from || filter.to) {
        auto const first = filter.from ? day_number(*filter.from) - 10957 : 0;
        auto const last = filter.to ? day_number(*filter.to) - 10957 : 65535;
        if (first > last || last < 0 || first > 65535) nothing_ = true;
        days_.active = true;
        days_.first = static_cast<std::uint16_t>(std::clamp(first, 0, 65535));
        days_.last = static_cast<std::uint16_t>(std::clamp(last, 0, 65535));
    }
    if (!days_.allowed.empty()) {  // narrow the range to what the table of days leaves
        while (days_.first < days_.last && !days_.allowed[days_.first]) ++days_.first;
        while (days_.last > days_.first && !days_.allowed[days_.last]) --days_.last;
        if (!days_.allowed[days_.first]) nothing_ = true;
        auto const from = days_.allowed.begin() + days_.first, to = days_.allowed.begin() + days_.last + 1;
        if (std::find(from, to, std::uint8_t{0}) == to) days_.allowed.clear();
    }
    if (filter.waiting) add_waiting(*filter.waiting, state);
    if (filter.due_until) add_due(seconds_since_2000(*filter.due_until) + 1);
    if (!filter.seen_by.empty()) {
        std::vector<std::uint8_t> allowed(state.unit_sets.size(), 0);
        std::string const unit = filter.seen_by + ' ';
        for (std::uint32_t id = 0; id < state.unit_sets.size(); ++id) {
            std::string_view const set = state.unit_sets.code(id);
            auto const at = set.find(unit);
            for (auto found = at; found != set.npos; found = set.find(unit, found + 1))
                if (found == 0 || set[found - 1] == ' ') allowed[id] = 1;
        }
        tests_.push_back(Test<std::uint32_t>{&Block::seen, 0, std::move(allowed)});
    }
}

bool Plan::may_match(Block const& block) const {
    if (nothing_ || (due_before_ && block.earliest_due >= *due_before_)) return false;
    if (days_.active && (block.last_day < days_.first || block.first_day > days_.last)) return false;
    for (std::size_t stage = 0; stage < stages_.size(); ++stage)
        if (stages_[stage] && block.in_stage[stage]) return true;
    return false;
}

bool Plan::match(Block const& block, int from, int to, std::uint8_t* mask) const {
    bool const inside = !days_.active || (days_.allowed.empty() && block.first_day >= days_.first && block.last_day <= days_.last);
    if (inside && tests_.empty()) return false;
    int const n = to - from;
    std::uint8_t* const out = mask + from;
    std::fill_n(out, n, std::uint8_t{1});
    if (!inside) {
        keep_between(out, block.day.data() + from, n, days_.first, days_.last);
        if (!days_.allowed.empty()) keep_allowed(out, block.day.data() + from, n, days_.allowed.data());
    }
    for (auto const& test : tests_)
        std::visit(
            [&](auto const& t) {
                if constexpr (requires { t.column; }) {
                    auto const* column = (block.*(t.column)).data() + from;
                    using T = std::remove_cvref_t<decltype(*column)>;
                    if (t.allowed.empty())
                        keep_equal(out, column, n, static_cast<T>(t.value));
                    else
                        keep_allowed(out, column, n, t.allowed.data());
                } else if (t.wanted) {
                    keep_below(out, block.due.data() + from, n, t.before);
                } else {
                    keep_from(out, block.due.data() + from, n, t.before);
                }
            },
            test);
    return true;
}

}  // namespace facts
}  // namespace hearline
