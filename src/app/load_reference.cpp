#include "app/load_reference.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "domain/calendar/calendar_codec.hpp"
#include "domain/complaint/rule_book_codec.hpp"

namespace hearline {

namespace {

/// Collects what is wrong with a set, entry by entry.
class Checks {
public:
    void add(std::string_view list, std::size_t index, std::string_view field, Text detail) {
        errors_.push_back({fmt::format("/{}/{}{}{}", list, index, field.empty() ? "" : "/", field), std::move(detail)});
    }
    [[nodiscard]] Done done() {
        if (errors_.empty()) return Done{};
        return refuse(ErrorKind::invalid, "bad-reference", say("基础数据有 {} 处错误", "the reference data have {} errors", errors_.size()), std::move(errors_));
    }

private:
    std::vector<FieldError> errors_;
};

bool is_plain_code(std::string_view code, std::string_view further) {
    return !code.empty() && code.size() <= 64 && std::all_of(code.begin(), code.end(), [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || further.find(c) != further.npos;
    });
}

template <class T>
void check_tree(Checks& checks, std::string_view list, std::vector<T> const& entries, std::string_view further, std::set<std::string> known) {
    std::set<std::string> own;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        auto const& entry = entries[i];
        if (!is_plain_code(entry.code, further))
            checks.add(list, i, "code", say("代码“{0}”只能用小写字母、数字和 {1}", "code \"{0}\": only lower-case letters, digits and {1}", entry.code, further));
        if (!own.insert(entry.code).second) checks.add(list, i, "code", say("代码“{}”重复", "code \"{}\" occurs twice", entry.code));
        if (entry.name.empty()) checks.add(list, i, "name", say("缺少名称", "a name is missing"));
    }
    known.insert(own.begin(), own.end());
    for (std::size_t i = 0; i < entries.size(); ++i)
        if (!entries[i].parent.empty() && (!known.contains(entries[i].parent) || entries[i].parent == entries[i].code))
            checks.add(list, i, "parent", say("上级“{}”不存在", "the parent \"{}\" does not exist", entries[i].parent));
}

void check_lines(Checks& checks, std::vector<Line> const& lines) {
    std::set<std::string> codes;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        auto const& line = lines[i];
        if (line.code.empty() || line.code.size() > 64) checks.add("lines", i, "code", say("线路代码须为 1 至 64 个字符", "a line's code has 1 to 64 characters"));
        if (!codes.insert(line.code).second) checks.add("lines", i, "code", say("线路“{}”重复", "line \"{}\" occurs twice", line.code));
        if (line.name.empty()) checks.add("lines", i, "name", say("缺少名称", "a name is missing"));
        std::set<std::string> stations;
        for (auto const& station : line.stations)
            if (station.code.empty() || station.name.empty() || !stations.insert(station.code).second)
                checks.add("lines", i, "stations", say("车站“{}”无代码、无名称或重复", "station \"{}\" has no code or name, or occurs twice", station.name));
    }
}

void check_rules(Checks& checks, std::vector<RuleBookVersion> const& rules) {
    for (std::size_t i = 0; i < rules.size(); ++i)
        for (auto const& clock : CodeTable<ClockName>::rows)
            for (auto const& severity : CodeTable<Severity>::rows)
                if (!rules[i].clocks.contains({clock.value, severity.value}))
                    checks.add("rules", i, "clocks", say("缺少时限 {0}/{1}", "the limit {0}/{1} is missing", clock.code, severity.code));
    for (std::size_t i = 1; i < rules.size(); ++i)
        if (rules[i].version <= rules[i - 1].version || rules[i].valid_from <= rules[i - 1].valid_from)
            checks.add("rules", i, "version", say("规则版本和生效日期必须逐版递增", "versions and dates of validity must grow"));
}

/// Writes those documents of one kind that differ from what is stored.
class Writer {
public:
    Writer(Transaction& transaction, Actor const& actor, Instant now) : transaction_{transaction}, actor_{actor}, now_{now} {}

    void begin(std::string kind) {
        kind_ = std::move(kind);
        newest_.clear();
        for (auto& row : transaction_.documents(kind_)) newest_[row.code] = std::move(row);
    }
    void put(std::string const& code, Fields const& fields, int valid_from_day = 0) {
        auto body = fields.encode();
        auto const known = newest_.find(code);
        if (known != newest_.end() && known->second.body == body) return;
        DocumentRow row;
        row.kind = kind_;
        row.code = code;
        row.version = known == newest_.end() ? 1 : known->second.version + 1;
        row.valid_from_day = valid_from_day;
        row.body = std::move(body);
        row.changed_at = now_;
        row.changed_by = actor_.user;
        transaction_.put_document(row);
        ++written_;
    }
    [[nodiscard]] std::set<std::string> codes() const {
        std::set<std::string> codes;
        for (auto const& [code, row] : newest_) codes.insert(code);
        return codes;
    }
    [[nodiscard]] int written() const { return written_; }

private:
    Transaction& transaction_;
    Actor const& actor_;
    Instant now_;
    std::string kind_;
    std::map<std::string, DocumentRow> newest_;
    int written_ = 0;
};

}  // namespace

bool is_empty(Snapshot& snapshot) { return snapshot.documents("unit").empty() && snapshot.documents("rule_book").empty(); }

Result<int> load_reference(Transaction& transaction, ReferenceData const& data, Actor const& actor, Instant now) {
    Checks checks;
    Writer writer{transaction, actor, now};
    auto const stored = [&](std::string kind) {
        writer.begin(std::move(kind));
        return writer.codes();
    };
    check_tree(checks, "units", data.units, "_-", stored("unit"));
    check_tree(checks, "types", data.types, "_.", stored("type"));
    check_tree(checks, "causes", data.causes, "_.", stored("cause"));
    check_lines(checks, data.lines);
    check_rules(checks, data.rules);
    if (data.settings && !Zone::find(data.settings->zone))
        return refuse_field("/settings/zone", "unknown-zone", say("没有时区“{}”", "there is no time zone \"{}\"", data.settings->zone));
    TRY(checks.done());
    writer.begin("unit");
    for (auto const& unit : data.units) writer.put(unit.code, encode_unit(unit));
    writer.begin("type");
    for (auto const& type : data.types) writer.put(type.code, encode_entry(type));
    writer.begin("cause");
    for (auto const& cause : data.causes) writer.put(cause.code, encode_entry(cause));
    writer.begin("line");
    for (auto const& line : data.lines) writer.put(line.code, encode_line(line));
    writer.begin("calendar");
    for (auto const& year : data.calendars) writer.put(std::to_string(year.year), encode_calendar_year(year));
    writer.begin("rule_book");
    if (!data.rules.empty()) writer.put("default", encode_rule_book(RuleBook{data.rules}), day_number(data.rules.back().valid_from));
    writer.begin("setting");
    if (data.settings) writer.put("operator", encode_settings(*data.settings));
    return writer.written();
}

}  // namespace hearline
