// hearline statistics --by type,unit --from --to --where unit=line1 --format table|csv|json
#include <algorithm>
#include <ostream>

#include "app/count_complaints.hpp"
#include "base/json_writer.hpp"
#include "base/unicode.hpp"
#include "channel/table_writers.hpp"
#include "cli/commands.hpp"
#include "cli/opened_store.hpp"

namespace hearline::cli {

namespace {

/// The options as the API's parameters; a bad one is told with its option's name.
Result<StatisticsQuery> read_query(Invocation const& call, Directory const& directory, FactTable const& facts) {
    Parameters parameters;
    for (auto const* name : {"by", "measure", "from", "to"})
        if (call.has(name)) parameters.emplace_back(name, call.get(name));
    for (auto const& condition : call.all("where")) {
        auto const equals = condition.find('=');
        if (equals == condition.npos)
            return refuse_field("--where", "bad-option", say("--where 的写法是 维度=值，如 unit=line1", "--where is written DIMENSION=VALUE, such as unit=line1"));
        parameters.emplace_back(condition.substr(0, equals), condition.substr(equals + 1));
    }
    auto query = read_statistics_query(parameters, directory, facts);
    if (query) return query;
    auto error = std::move(query).error();
    for (auto& field : error.fields) {
        bool const option = field.pointer == "?by" || field.pointer == "?measure" || field.pointer == "?from" || field.pointer == "?to";
        field.pointer = option ? "--" + field.pointer.substr(1) : "--where";
    }
    return tl::make_unexpected(std::move(error));
}

/// How wide a text stands on a terminal: Chinese characters take two columns.
std::size_t width_of(std::string_view text) {
    std::size_t width = 0;
    while (!text.empty()) width += is_cjk(take_code_point(text)) ? 2 : 1;
    return width;
}

std::string shown(Directory const& directory, Dimension dimension, std::string_view code, Language language) {
    if (code.empty()) return language == Language::zh ? "（无）" : "(none)";
    switch (dimension) {
        case Dimension::type:
        case Dimension::type1: return std::string{directory.type_name(code, language)};
        case Dimension::cause: return std::string{directory.cause_name(code, language)};
        case Dimension::unit:
        case Dimension::accepting_unit: return std::string{directory.unit_name(code, language)};
        default: return std::string{code};
    }
}

void print_table(Environment& environment, Figures const& figures, Directory const& directory) {
    std::vector<std::vector<std::string>> lines(1);
    for (auto dimension : figures.by) {
        auto const& names = names_of(dimension);
        lines[0].emplace_back(environment.language == Language::zh ? names.zh : names.en);
    }
    lines[0].push_back(environment.say({"件数", "Count"}));
    for (auto const& row : figures.rows) {
        auto& line = lines.emplace_back();
        for (std::size_t d = 0; d < figures.by.size(); ++d) line.push_back(shown(directory, figures.by[d], figures.code(row, d), environment.language));
        line.push_back(std::to_string(row.count));
    }
    auto& total = lines.emplace_back(figures.by.size(), "");
    total.push_back(std::to_string(figures.total));
    if (!figures.by.empty()) total[0] = environment.say({"合计", "Total"});
    if (figures.by.empty()) lines.resize(2);
    std::vector<std::size_t> widths(figures.by.size() + 1, 0);
    for (auto const& line : lines)
        for (std::size_t i = 0; i < line.size(); ++i) widths[i] = std::max(widths[i], width_of(line[i]));
    for (auto const& line : lines) {
        std::string text;
        for (std::size_t i = 0; i < line.size(); ++i) {
            std::string const padding(widths[i] - width_of(line[i]), ' ');
            bool const number = i + 1 == line.size();
            text += number ? padding + line[i] : line[i] + padding + "  ";
        }
        environment.out << text << '\n';
    }
}

void print_csv(std::ostream& out, Figures const& figures) {
    std::vector<TableColumn> columns;
    for (auto dimension : figures.by) columns.push_back({std::string{code_of(dimension)}, std::string{code_of(dimension)}});
    columns.push_back({"count", "count"});
    std::vector<TableCell> cells;
    auto const writer = csv_writer(out);
    writer->begin(columns);
    for (auto const& row : figures.rows) {
        cells.clear();
        for (std::size_t d = 0; d < figures.by.size(); ++d) cells.push_back({TableCell::Kind::text, std::string{figures.code(row, d)}, {}});
        cells.push_back({TableCell::Kind::number, std::to_string(row.count), {}});
        writer->row(cells);
    }
    writer->end();
}

void print_json(std::ostream& out, Figures const& figures) {
    std::string text;
    JsonWriter json{text};
    json.begin_object();
    json.key("rows");
    json.begin_array();
    for (auto const& row : figures.rows) {
        json.begin_object();
        json.key("key");
        json.begin_object();
        for (std::size_t d = 0; d < figures.by.size(); ++d) json.field_or_null(code_of(figures.by[d]), figures.code(row, d));
        json.end_object();
        json.field("count", row.count);
        json.end_object();
    }
    json.end_array();
    json.field("total", figures.total);
    json.end_object();
    out << text << '\n';
}

}  // namespace

Exit run_statistics(Invocation const& call, Environment& environment) {
    auto const opened = open(environment, StoreUse::read);
    if (!opened) return report(environment, opened.error());
    OpenedFacts const facts{environment, *opened};
    auto query = read_query(call, *opened->directory, facts.table());
    if (!query) return report(environment, query.error());
    auto const figures = count_complaints(facts.table(), system_actor(), std::move(*query), environment.now());
    if (!figures) return report(environment, figures.error());
    auto const format = call.get("format", "table");
    if (format == "json")
        print_json(environment.out, *figures);
    else if (format == "csv")
        print_csv(environment.out, *figures);
    else
        print_table(environment, *figures, *opened->directory);
    return Exit::done;
}

}  // namespace hearline::cli
