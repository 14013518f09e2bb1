#include "app/export_ledger.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include "app/ledger_words.hpp"
#include "base/json_writer.hpp"

namespace hearline {

namespace {

constexpr std::size_t rows_at_once = 500;

struct Column {
    std::string_view name, zh, en;
    int width;
};
// R3.6: number, name, contact, complaint time, place, content, acceptance time, handling unit, progress, result; then more, as the page orders them.
constexpr std::array columns{
    Column{"number", "投诉编号", "Number", 17},
    Column{"complainant", "姓名", "Name", 10},
    Column{"contact", "联系方式", "Contact", 18},
    Column{"received_at", "投诉时间", "Received", 17},
    Column{"place", "投诉地点", "Place", 24},
    Column{"content", "投诉内容", "Content", 50},
    Column{"registered_at", "受理时间", "Registered", 17},
    Column{"handling_unit", "处理单位", "Handling unit", 18},
    Column{"progress", "办理进度", "Progress", 14},
    Column{"result", "处理结果", "Result", 40},
    Column{"due_at", "当前时限", "Current limit", 17},
    Column{"kind", "类别", "Kind", 8},
    Column{"channel", "受理渠道", "Channel", 10},
    Column{"type", "投诉类型", "Type", 24},
    Column{"cause", "投诉原因", "Cause", 14},
    Column{"severity", "级别", "Severity", 8},
    Column{"subject", "标题", "Subject", 30},
    Column{"accepting_unit", "受理单位", "Accepting unit", 18},
    Column{"assisting_units", "协办单位", "Assisting units", 18},
    Column{"occurred_at", "发生时间", "Occurred", 17},
    Column{"fed_back_at", "反馈时间", "Fed back", 17},
    Column{"closed_at", "办结时间", "Closed", 17},
    Column{"resolution", "解决情况", "Resolution", 10},
    Column{"satisfaction", "满意度", "Satisfaction", 10},
    Column{"round", "轮次", "Round", 6},
    Column{"external_id", "来源单号", "Source number", 20},
    Column{"imported", "来源", "Origin", 10},
};

/// One complaint as the cells of a row, beside `columns`: in words, or in codes for programs.
class Row {
public:
    Row(Directory const& directory, Language language) : directory_{directory}, language_{language} {}

    [[nodiscard]] std::vector<TableCell> words(Complaint const& c) const {
        auto const person = masked(c.complainant);  // R10.2
        return {text(format_number(c.number)),
                text(person.anonymous ? Text{"匿名", "anonymous"}.in(language_) : person.name),
                text(contact_words(person)),
                moment(c.received_at),
                text(place_words(c.place, directory_, language_)),
                text(c.content),
                moment(c.registered_at),
                text(unit_words(c, true, directory_, language_)),
                text(progress_of(c).in(language_)),
                text(c.result),
                moment(c.next_due(), TableCell::Kind::limit),
                name(std::optional{c.kind}),
                name(std::optional{c.channel}),
                text(type_words(c.type, directory_, language_)),
                text(std::string{directory_.cause_name(c.cause, language_)}),
                name(std::optional{c.severity}),
                text(c.subject),
                text(std::string{directory_.unit_name(c.accepting_unit, language_)}),
                text(unit_words(c, false, directory_, language_)),
                moment(c.occurred_at),
                moment(c.fed_back_at),
                moment(c.closed_at),
                name(c.resolution),
                name(c.satisfaction),
                {TableCell::Kind::number, std::to_string(c.round), {}},
                text(c.external_id),
                text(c.imported ? Text{"历史导入", "Imported history"}.in(language_) : "")};
    }
    [[nodiscard]] std::vector<TableCell> codes(Complaint const& c) const {
        auto const person = masked(c.complainant);  // R10.2
        return {text(format_number(c.number)),
                object([&](JsonWriter& json) { json.field_or_null("name", person.name); json.field("anonymous", person.anonymous); }),
                object([&](JsonWriter& json) { json.field_or_null("phone", person.phone); json.field_or_null("email", person.email); }),
                time(c.received_at),
                object([&](JsonWriter& json) { write_place(json, c.place); }),
                text(c.content),
                time(c.registered_at),
                text(c.lead_unit()),
                object([&](JsonWriter& json) { json.field("stage", code_of(c.stage)); json.field("suspended", c.suspended); }),
                text(c.result),
                time(c.next_due()),
                code(std::optional{c.kind}),
                code(std::optional{c.channel}),
                text(c.type),
                text(c.cause),
                code(std::optional{c.severity}),
                text(c.subject),
                text(c.accepting_unit),
                list(c),
                time(c.occurred_at),
                time(c.fed_back_at),
                time(c.closed_at),
                code(c.resolution),
                code(c.satisfaction),
                {TableCell::Kind::json, std::to_string(c.round), {}},
                text(c.external_id),
                {TableCell::Kind::json, c.imported ? "true" : "false", {}}};
    }

private:
    static TableCell text(std::string words) { return {TableCell::Kind::text, std::move(words), {}}; }
    [[nodiscard]] TableCell moment(std::optional<Instant> at, TableCell::Kind kind = TableCell::Kind::moment) const {
        return at ? TableCell{kind, {}, directory_.zone().local(*at)} : TableCell{};
    }
    [[nodiscard]] TableCell time(std::optional<Instant> at) const { return text(at ? directory_.zone().rfc3339(std::chrono::floor<std::chrono::seconds>(*at)) : std::string{}); }
    template <class E>
    [[nodiscard]] TableCell name(std::optional<E> value) const {
        if (!value) return {};
        auto const& names = names_of(*value);
        return text(std::string{language_ == Language::zh ? names.zh : names.en});
    }
    template <class E>
    static TableCell code(std::optional<E> value) {
        return value ? text(std::string{code_of(*value)}) : TableCell{};
    }
    template <class F>
    static TableCell object(F const& write) {
        TableCell cell{TableCell::Kind::json, {}, {}};
        JsonWriter json{cell.text};
        json.begin_object();
        write(json);
        json.end_object();
        return cell;
    }
    static void write_place(JsonWriter& json, Place const& place) {
        json.field_or_null("line", place.line);
        json.field_or_null("station", place.station);
        json.field_or_null("exit", place.exit);
        json.field_or_null("train", place.train);
        json.field_or_null("carriage", place.carriage);
        json.field_or_null("equipment", place.equipment);
        json.field_or_null("detail", place.detail);
    }
    static TableCell list(Complaint const& c) {
        TableCell cell{TableCell::Kind::json, {}, {}};
        JsonWriter json{cell.text};
        json.begin_array();
        for (auto const& unit : c.handling_units)
            if (!unit.lead) json.value(unit.unit);
        json.end_array();
        return cell;
    }
    Directory const& directory_;
    Language language_;
};

/// Which cells of a row are wanted, by their places in `columns`.
using Choice = std::vector<std::size_t>;

Choice all_columns() {
    Choice choice(std::size(columns));
    std::iota(choice.begin(), choice.end(), std::size_t{0});
    return choice;
}

/// Writes the complaints of `keys` in their order, some at a time.
class Rows {
public:
    Rows(Store& store, Directory const& directory, Language language, Choice choice, TableWriter& writer)
        : store_{store}, row_{directory, language}, choice_{std::move(choice)}, writer_{writer} {
        std::vector<TableColumn> chosen;
        for (auto const at : choice_) chosen.push_back({std::string{columns[at].name}, std::string{language == Language::zh ? columns[at].zh : columns[at].en}, columns[at].width});
        writer_.begin(chosen);
    }
    std::int64_t write(std::span<ComplaintKey const> keys, Progress const& progress) {
        std::int64_t written = 0;
        for (std::size_t at = 0; at < keys.size(); at += rows_at_once) {
            auto const part = keys.subspan(at, std::min<std::size_t>(rows_at_once, keys.size() - at));
            store_.read([&](Snapshot& snapshot) {
                for (auto const& stored : snapshot.load(part)) {
                    auto const record = record_of(snapshot, stored);
                    auto cells = writer_.wants_codes() ? row_.codes(record) : row_.words(record);
                    chosen_.clear();
                    for (auto const place : choice_) chosen_.push_back(std::move(cells[place]));
                    writer_.row(chosen_);
                    ++written;
                }
            });
            if (progress) progress(static_cast<std::int64_t>(at + part.size()), static_cast<std::int64_t>(keys.size()));
        }
        writer_.end();
        return written;
    }

private:
    Store& store_;
    Row row_;
    Choice choice_;
    TableWriter& writer_;
    std::vector<TableCell> chosen_;
};

tl::unexpected<Error> bad_parameter(std::string_view name, Text detail) {
    return refuse(ErrorKind::malformed, "bad-parameter", detail, {{fmt::format("?{}", name), detail}});
}

std::vector<std::string_view> parts_of(std::string_view list) {
    std::vector<std::string_view> parts;
    while (!list.empty()) {
        auto const part = list.substr(0, list.find(','));
        list.remove_prefix(std::min(part.size() + 1, list.size()));
        if (!part.empty()) parts.push_back(part);
    }
    return parts;
}

auto const* column_of(std::string_view name) {
    auto const found = std::find_if(std::begin(columns), std::end(columns), [&](auto const& column) { return column.name == name; });
    return found == std::end(columns) ? nullptr : &*found;
}

std::string names_of_columns() {
    std::string names;
    for (auto const& column : columns) (names += names.empty() ? "" : " ") += column.name;
    return names;
}

/// The keys of everything that the words find, as the pages of the ledger would show it one after another.
Result<std::vector<ComplaintKey>> keys_of_words(Store& store, FactTable const& facts, Directory const& directory, Actor const& actor, LedgerQuery query,
                                                std::size_t most, Instant now) {
    std::vector<ComplaintKey> keys;
    query.limit = 200;
    query.cursor.clear();
    do {
        auto const page = TRY(read_now(store, [&](Snapshot& snapshot) { return list_ledger(snapshot, facts, directory, actor, query, now); }));
        for (auto const& item : page.items) keys.push_back(item.key);
        query.cursor = page.next_cursor.value_or("");
    } while (!query.cursor.empty() && keys.size() <= most);
    return keys;
}

Result<std::vector<ComplaintKey>> keys_of_numbers(Store& store, FactTable const& facts, FactFilter const& filter, std::vector<Number> const& numbers, Instant now) {
    std::vector<std::int64_t> wanted;
    store.read([&](Snapshot& snapshot) {
        for (auto const number : numbers)
            if (auto const row = snapshot.find(number)) wanted.push_back(row->key.value);
    });
    std::vector<ComplaintKey> keys;
    for (auto const key : facts.matching(filter, wanted, now)) keys.push_back({key});
    return keys;
}

Result<std::vector<ComplaintKey>> keys_shown(Store& store, FactTable const& facts, Directory const& directory, Actor const& actor, ShownLedger const& shown,
                                             std::size_t most, Instant now) {
    FactFilter seen;
    TRY(narrow_to_ledger(seen, actor));
    if (!shown.numbers.empty()) return keys_of_numbers(store, facts, seen, shown.numbers, now);
    if (!shown.query.q.empty()) return keys_of_words(store, facts, directory, actor, shown.query, most, now);
    auto filter = shown.query.filter;
    TRY(narrow_to_ledger(filter, actor));
    auto const limit = static_cast<int>(std::min<std::int64_t>(facts.size(), static_cast<std::int64_t>(most) + 1));
    std::vector<ComplaintKey> keys;
    for (auto const& hit : facts.page(filter, shown.query.order, std::nullopt, limit, now)) keys.push_back({hit.key});
    return keys;
}

}  // namespace

Result<std::int64_t> export_ledger(Store& store, FactTable const& facts, Directory const& directory, Actor const& actor, FactFilter filter,
                                   Language language, Instant now, TableWriter& writer, Progress const& progress) {
    TRY(narrow_to_ledger(filter, actor));
    std::vector<ComplaintKey> keys;
    for (auto const key : facts.keys(filter, now)) keys.push_back({key});
    return Rows{store, directory, language, all_columns(), writer}.write(keys, progress);
}

Result<ShownLedger> read_shown_ledger(Parameters parameters, Directory const& directory, FactTable const& facts) {
    ShownLedger shown;
    auto const take = [&](std::string_view name) {
        std::string value;
        for (auto& [key, given] : parameters)
            if (key == name) value = std::move(given);
        std::erase_if(parameters, [&](auto const& parameter) { return parameter.first == name; });
        return value;
    };
    auto const wanted = take("columns"), numbers = take("numbers");
    for (auto const name : parts_of(wanted)) {
        if (!column_of(name)) return bad_parameter("columns", say("没有列“{0}”；可以用 {1}", "there is no column \"{0}\"; there are {1}", name, names_of_columns()));
        shown.columns.emplace_back(name);
    }
    for (auto const text : parts_of(numbers)) {
        auto const number = parse_number(text);
        if (!number) return bad_parameter("numbers", say("“{}”不是投诉编号", "\"{}\" is no number of a complaint", text));
        shown.numbers.push_back(*number);
    }
    if (shown.numbers.size() > most_numbers) return bad_parameter("numbers", say("一次最多 {} 个编号", "at most {} numbers at a time", most_numbers));
    shown.query = TRY(read_ledger_query(parameters, directory, facts));
    return shown;
}

Result<std::int64_t> export_shown_ledger(Store& store, FactTable const& facts, Directory const& directory, Actor const& actor, ShownLedger const& shown,
                                         std::int64_t most_rows, Language language, Instant now, TableWriter& writer) {
    auto const keys = TRY(keys_shown(store, facts, directory, actor, shown, static_cast<std::size_t>(most_rows), now));
    if (static_cast<std::int64_t>(keys.size()) > most_rows)
        return refuse_field("?format", "too-many-rows", say("超过 {} 行，这种格式放不下；请缩小范围，或导出为 csv", "more than {} rows do not fit into this format; narrow the filters or export as csv", most_rows));
    Choice choice;
    for (auto const& name : shown.columns) choice.push_back(static_cast<std::size_t>(column_of(name) - std::begin(columns)));
    if (choice.empty()) choice = all_columns();
    return Rows{store, directory, language, std::move(choice), writer}.write(keys, {});
}

WorkbookWords ledger_workbook(Language language) {
    if (language == Language::zh) return {"投诉台账", "续文", continued_mark().zh, "行", "列", "余下的文字"};
    return {"Complaint ledger", "Continued", continued_mark().en, "Row", "Column", "The rest of the text"};
}

}  // namespace hearline
