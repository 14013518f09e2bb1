#include "app/count_complaints.hpp"

#include <algorithm>

namespace hearline {

namespace {

constexpr std::size_t most_rows = 200'000;

tl::unexpected<Error> bad_parameter(std::string_view name, Text detail) {
    return refuse(ErrorKind::malformed, "bad-parameter", detail, {{fmt::format("?{}", name), detail}});
}

}  // namespace

Result<StatisticsQuery> read_statistics_query(Parameters const& parameters, Directory const& directory, FactTable const& facts) {
    StatisticsQuery query;
    for (auto const& [name, value] : parameters) {
        if (name == "by") {
            query.by = TRY(read_dimensions(value));
        } else if (name == "measure") {
            if (value != "count" && !value.empty())
                return bad_parameter(name, say("measure 只能是 count", "measure can be count only"));
        } else if (!is_filter(name)) {
            return bad_parameter(name, say("没有参数“{}”；可以用 measure by from to 和各维度名", "there is no parameter \"{}\"; known are measure by from to and every dimension", name));
        }
    }
    query.filter = TRY(read_filter(parameters, directory, facts));
    return query;
}

// R6.1 to R6.3
Result<Figures> count_complaints(FactTable const& facts, Actor const& actor, StatisticsQuery query, Instant now) {
    TRY(narrow_to_figures(query.filter, actor));
    bool const by_kind = std::find(query.by.begin(), query.by.end(), Dimension::kind) != query.by.end();
    if (!by_kind && !query.filter.has(Dimension::kind)) query.filter.add(Dimension::kind, "complaint");  // R1.2
    auto figures = facts.count_by(query.filter, query.by, now);
    if (figures.rows.size() > most_rows)
        return bad_parameter("by", say("结果有 {0} 行，最多 {1} 行；请减少维度或缩小范围", "the answer has {0} rows; {1} are the most. Take fewer dimensions or a narrower filter",
                                       figures.rows.size(), most_rows));
    return figures;
}

}  // namespace hearline
