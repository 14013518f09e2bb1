#include "app/export_ledger.hpp"

#include <array>

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
        for (auto const* part : {&place.exit, &place.train, &place.carriage, &place.equipment, &place.detail}) add(*part);
        return text;
    }
    Directory const& directory_;
    Language language_;
};

}  // namespace

Result<std::int64_t> export_ledger(Store& store, FactTable const& facts, Directory const& directory, Actor const& actor, FactFilter filter,
                                   Language language, Instant now, TableWriter& writer, Progress const& progress) {
    TRY(narrow_to_ledger(filter, actor));
    auto const keys = facts.keys(filter, now);
    std::vector<std::string> names, titles;
    for (auto const& column : columns) {
        names.emplace_back(column.name);
        titles.emplace_back(language == Language::zh ? column.zh : column.en);
    }
    writer.begin(names, titles);
    Row const row{directory, language};
    std::int64_t written = 0;
    for (std::size_t at = 0; at < keys.size(); at += rows_at_once) {
        std::vector<ComplaintKey> part;
        for (std::size_t i = at; i < std::min(keys.size(), at + rows_at_once); ++i) part.push_back({keys[i]});
        store.read([&](Snapshot& snapshot) {
            for (auto const& stored : snapshot.load(part)) {
                writer.row(row.cells(record_of(snapshot, stored)));
                ++written;
            }
        });
        if (progress) progress(static_cast<std::int64_t>(std::min(keys.size(), at + rows_at_once)), static_cast<std::int64_t>(keys.size()));
    }
    writer.end();
    return written;
}

}  // namespace hearline
