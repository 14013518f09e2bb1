#include "app/export_ledger.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include "app/complaint_view.hpp"

namespace hearline {

namespace {

constexpr std::size_t rows_at_once = 500;

struct Column {
    std::string_view name, zh, en;
};
// R3.6: number, name, contact, complaint time, place, content, acceptance time, handling unit, progress, result; then more.
constexpr std::array columns{
    Column{"number", "编号", "Number"},
    Column{"complainant", "姓名", "Name"},
    Column{"contact", "联系方式", "Contact"},
    Column{"received_at", "投诉时间", "Received"},
    Column{"place", "投诉地点", "Place"},
    Column{"content", "投诉内容", "Content"},
    Column{"registered_at", "受理时间", "Registered"},
    Column{"handling_unit", "处理单位", "Handling unit"},
    Column{"progress", "处理进展", "Progress"},
    Column{"result", "处理结果", "Result"},
    Column{"kind", "性质", "Kind"},
    Column{"channel", "渠道", "Channel"},
    Column{"type", "投诉类型", "Type"},
    Column{"cause", "投诉原因", "Cause"},
    Column{"severity", "等级", "Severity"},
    Column{"subject", "主题", "Subject"},
    Column{"accepting_unit", "受理单位", "Accepting unit"},
    Column{"assisting_units", "协办单位", "Assisting units"},
    Column{"occurred_at", "发生时间", "Occurred"},
    Column{"due_at", "当前时限", "Due"},
    Column{"fed_back_at", "反馈时间", "Fed back"},
    Column{"closed_at", "办结时间", "Closed"},
    Column{"resolution", "解决情况", "Resolution"},
    Column{"satisfaction", "满意度", "Satisfaction"},
    Column{"round", "轮次", "Round"},
    Column{"external_id", "来源编号", "Number at the source"},
    Column{"imported", "历史导入", "Imported"},
};

/// One complaint as the cells of a row.
class Row {
public:
    Row(Directory const& directory, Language language) : directory_{directory}, language_{language} {}

    std::vector<std::string> cells(Complaint const& c) const {
        auto const person = masked(c.complainant);  // R10.2
        std::string assisting, lead;
        for (auto const& unit : c.handling_units) {
            auto& text = unit.lead ? lead : assisting;
            if (!text.empty()) text += "、";
            text += directory_.unit_name(unit.unit, language_);
        }
        return {format_number(c.number),
                person.anonymous ? Text{"匿名", "anonymous"}.in(language_) : person.name,
                contact(person),
                time(c.received_at),
                place(c.place),
                c.content,
                time(c.registered_at),
                lead,
                progress_of(c).in(language_),
                c.result,
                name(c.kind),
                name(c.channel),
                std::string{directory_.type_name(c.type, language_)},
                std::string{directory_.cause_name(c.cause, language_)},
                name(c.severity),
                c.subject,
                std::string{directory_.unit_name(c.accepting_unit, language_)},
                assisting,
                time(c.occurred_at),
                time(c.next_due()),
                time(c.fed_back_at),
                time(c.closed_at),
                c.resolution ? name(*c.resolution) : "",
                c.satisfaction ? name(*c.satisfaction) : "",
                std::to_string(c.round),
                c.external_id,
                c.imported ? Text{"是", "yes"}.in(language_) : ""};
    }

private:
    template <class E>
    std::string name(E value) const {
        auto const& names = names_of(value);
        return std::string{language_ == Language::zh ? names.zh : names.en};
    }
    std::string time(std::optional<Instant> at) const { return at ? directory_.zone().rfc3339(std::chrono::floor<std::chrono::seconds>(*at)) : std::string{}; }
    static std::string contact(Complainant const& person) {
        return person.phone + (!person.phone.empty() && !person.email.empty() ? " " : "") + person.email;
    }
    std::string place(Place const& place) const {
        std::string text;
        auto const add = [&](std::string_view part) {
            if (part.empty()) return;
            if (!text.empty()) text += ' ';
            text += part;
        };
        auto const* line = directory_.line(place.line);
        auto const* station = directory_.station(line ? line->code : std::string{}, place.station);
        add(line ? std::string_view{line->name} : std::string_view{place.line});
        add(station ? std::string_view{station->name} : std::string_view{place.station});
        add(called(place.exit, "{}口", "exit {}"));
        add(called(place.train, "{}次车", "train {}"));
        add(called(place.carriage, "{}号车厢", "carriage {}"));
        add(place.equipment);
        add(place.detail);
        return text;
    }
    /// A bare letter or number says what it is; what was written in words stays as it is. The pages say the same.
    std::string called(std::string const& value, std::string_view zh, std::string_view en) const {
        auto const digits = std::find_if(value.begin(), value.end(), [](char c) { return (c < 'A' || c > 'Z') && (c < 'a' || c > 'z'); });
        bool const bare = digits - value.begin() <= 1 && std::all_of(digits, value.end(), [](char c) { return c >= '0' && c <= '9'; });
        return value.empty() || !bare ? value : fmt::format(fmt::runtime(language_ == Language::zh ? zh : en), value);
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
        std::vector<std::string> names, titles;
        for (auto const at : choice_) {
            names.emplace_back(columns[at].name);
            titles.emplace_back(language == Language::zh ? columns[at].zh : columns[at].en);
        }
        writer_.begin(names, titles);
    }
    std::int64_t write(std::span<ComplaintKey const> keys, Progress const& progress) {
        std::int64_t written = 0;
        for (std::size_t at = 0; at < keys.size(); at += rows_at_once) {
            auto const part = keys.subspan(at, std::min<std::size_t>(rows_at_once, keys.size() - at));
            store_.read([&](Snapshot& snapshot) {
                for (auto const& stored : snapshot.load(part)) {
                    auto cells = row_.cells(record_of(snapshot, stored));
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
    std::vector<std::string> chosen_;
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

}  // namespace hearline
