#include "channel/import/map_record.hpp"

#include <algorithm>

#include "app/ledger_words.hpp"
#include "base/clean_text.hpp"
#include "base/digest.hpp"
#include "base/unicode.hpp"
#include "channel/import/number_format.hpp"
#include "channel/import/table_time.hpp"

namespace hearline::channel {
namespace {

/// "{column}" filled from the record.
std::string filled(std::string_view text, Record const& record) {
    std::string out;
    while (!text.empty()) {
        auto const open = text.find('{');
        auto const close = open == std::string_view::npos ? open : text.find('}', open);
        out += text.substr(0, close == std::string_view::npos ? text.size() : open);
        if (close == std::string_view::npos) break;
        out += record.get(text.substr(open + 1, close - open - 1));
        text.remove_prefix(close + 1);
    }
    return out;
}

class RowReader {
public:
    RowReader(Record const& record, std::vector<std::string> const& columns, Mapping const& mapping, Directory const& directory)
        : record_{record}, columns_{columns}, mapping_{mapping}, directory_{directory} {
        for (auto const& [field, text] : mapping.constants) put(field, text);
        for (auto const& [field, text] : mapping.compose) put(field, filled(text, record));
        for (auto const& column : mapping.columns)
            if (auto const cell = record.get(column.column); !cell.empty()) put(column.field, is_number_of_digits(column.field) ? digits_of(column.field, cell) : std::string{cell});
        for (auto const& [field, text] : mapping.defaults)
            if (raw(field).empty()) put(field, filled(text, record));
    }

    MappedRow read() {
        MappedRow row;
        refuse_faults();
        row.unreadable = std::any_of(errors_.begin(), errors_.end(), [](auto const& error) { return error.pointer.empty(); });
        row.history.tells = told();
        auto const tells = [&](ImportField field) { return std::find(row.history.tells.begin(), row.history.tells.end(), code_of(field)) != row.history.tells.end(); };
        row.history.tells_place_whole = tells(ImportField::detail) && !tells(ImportField::line) && !tells(ImportField::station);
        if (!row.unreadable) {
            read_what(row.history);
            read_times(row.history);
            read_place(row.history.registration.place);
            read_outcome(row.history);
            row.history.registration.external_id = external_id();
        }
        row.wrong = std::move(errors_);
        return row;
    }

private:
    [[nodiscard]] bool is_there(std::string_view column) const {
        return columns_.empty() ? record_.cells.find(column) != record_.cells.end() : std::find(columns_.begin(), columns_.end(), column) != columns_.end();
    }
    /// A fixed value, or one with a column of this table in it.
    [[nodiscard]] bool comes_from_here(std::string_view text) const {
        if (text.find('{') == text.npos) return true;
        for (auto open = text.find('{'); open != text.npos; open = text.find('{', open + 1))
            if (auto const close = text.find('}', open); close != text.npos && is_there(text.substr(open + 1, close - open - 1))) return true;
        return false;
    }
    /// The fields that this table says something of, if only that there is nothing.
    [[nodiscard]] std::vector<std::string_view> told() const {
        std::vector<std::string_view> fields;
        for (auto const& column : mapping_.columns)
            if (is_there(column.column)) fields.push_back(code_of(column.field));
        for (auto const* given : {&mapping_.constants, &mapping_.compose, &mapping_.defaults})
            for (auto const& [field, text] : *given)
                if (comes_from_here(text)) fields.push_back(code_of(field));
        if (mapping_.values.contains(ImportField::stage) && std::find(fields.begin(), fields.end(), code_of(ImportField::status)) != fields.end()) fields.push_back(code_of(ImportField::stage));
        return fields;
    }
    void put(ImportField field, std::string text) { raw_[field] = std::move(text); }
    [[nodiscard]] std::string_view raw(ImportField field) const {
        auto const found = raw_.find(field);
        return found == raw_.end() ? std::string_view{} : std::string_view{found->second};
    }
    static bool is_number_of_digits(ImportField field) { return field == ImportField::external_id || field == ImportField::phone; }
    /// The digits of a telephone or a number that a program has written as a decimal number: "13800138000.0", "1.3800138E10". R3.7
    std::string digits_of(ImportField field, std::string_view cell) {
        auto digits = number_digits(trim(cell));
        if (!digits.lost) return digits.text.empty() ? std::string{cell} : std::move(digits.text);
        wrong(field, say("{} 是科学记数法，后面的数字已经丢失；请在 Excel 中把这一列设成数字或文本格式后重新保存", "{} is scientific notation and has lost digits: make the column a number or a text in Excel and save again", cell));
        return std::string{cell};
    }
    /// What the reader could not read, at the fields that it would have become. R3.7
    void refuse_faults() {
        for (auto const& fault : record_.faults) {
            if (fault.column.empty()) errors_.push_back({"", fault.why});
            for (auto const& row : CodeTable<ImportField>::rows)
                if (!fault.column.empty() && mapping_.reads(row.value, fault.column)) wrong(row.value, fault.why);
        }
    }
    /// One reason a field is enough: the first is the nearest to the file.
    void wrong(ImportField field, Text why) {
        auto pointer = fmt::format("/{}", code_of(field));
        if (std::none_of(errors_.begin(), errors_.end(), [&](auto const& error) { return error.pointer == pointer; })) errors_.push_back({std::move(pointer), std::move(why)});
    }

    /// The value by the mapping's table of values.
    [[nodiscard]] std::string value(ImportField field, LineBreaks breaks = LineBreaks::forbidden) const {
        auto text = clean_text(raw(field), breaks);
        auto const table = mapping_.values.find(field);
        if (table == mapping_.values.end() || mapping_.constants.contains(field)) return text;
        if (auto const known = table->second.find(text); known != table->second.end()) return known->second;
        if (auto const other = table->second.find("*"); other != table->second.end()) return other->second;
        return text;
    }
    template <class E>
    [[nodiscard]] static std::string names(Language language) {
        std::string all;
        for (auto const& row : CodeTable<E>::rows) (all += all.empty() ? "" : language == Language::zh ? "、" : ", ") += language == Language::zh ? row.zh : row.en;
        return all;
    }
    template <class E>
    [[nodiscard]] std::optional<E> code(ImportField field) {
        auto const word = value(field);
        if (word.empty()) return std::nullopt;
        if (auto const known = from_code<E>(word)) return known;
        for (auto const& row : CodeTable<E>::rows)  // our own export writes the names
            if (row.zh == word || row.en == word) return row.value;
        wrong(field, {fmt::format("不认识“{}”；可以写 {}，或在映射文件的 [values.{}] 中对应", word, names<E>(Language::zh), code_of(field)),
                      fmt::format("\"{}\" is not known; write {}, or map it in [values.{}] of the mapping file", word, names<E>(Language::en), code_of(field))});
        return std::nullopt;
    }
    [[nodiscard]] std::optional<Instant> time(ImportField field) {
        auto const text = clean_text(raw(field), LineBreaks::forbidden);
        if (text.empty()) return std::nullopt;
        auto at = parse_table_time(text, {mapping_.zone, mapping_.time_formats, record_.days_before});
        if (at) return *at;
        wrong(field, at.error().detail);
        return std::nullopt;
    }

    void read_what(ImportedHistory& history) {
        auto& r = history.registration;
        r.content = value(ImportField::content, LineBreaks::allowed);
        if (r.content.empty()) wrong(ImportField::content, {"内容为空", "the content is empty"});
        r.subject = value(ImportField::subject);
        r.kind = code<Kind>(ImportField::kind).value_or(Kind::complaint);
        r.severity = code<Severity>(ImportField::severity).value_or(Severity::ordinary);
        if (auto const channel = code<Channel>(ImportField::channel))
            r.channel = *channel;
        else if (raw(ImportField::channel).empty())
            wrong(ImportField::channel, {"缺少渠道", "the channel is missing"});
        r.type = named(ImportField::type, directory_.types());
        r.complainant.name = value(ImportField::name);
        r.complainant.phone = value(ImportField::phone);
        r.complainant.email = value(ImportField::email);
        r.complainant.anonymous = truth(ImportField::anonymous);
        r.unit = unit(ImportField::unit);
    }
    /// Yes or no in the words that tables have for it.
    [[nodiscard]] bool truth(ImportField field) {
        auto const given = value(field);
        auto const word = fold(given);
        for (auto const yes : {"true", "1", "是", "yes", "y", "√", "匿名", "anonymous"})
            if (word == yes) return true;
        for (auto const no : {"", "false", "0", "否", "no", "n", "×", "x", "实名"})
            if (word == no) return false;
        wrong(field, say("看不出 {} 是“是”还是“否”；可在映射文件的 [values.{}] 中对应", "it cannot be told whether {} is yes or no; map it in [values.{}] of the mapping file", given, code_of(field)));
        return false;
    }
    /// A code, or the name of an entry.
    [[nodiscard]] std::string named(ImportField field, std::span<CodeEntry const> entries) {
        auto const word = value(field);
        if (word.empty()) return word;
        for (auto const& entry : entries)
            if (entry.code == word) return entry.code;
        for (auto const& entry : entries)
            if (entry.name == word || entry.name_en == word) return entry.code;
        for (auto const& entry : entries)  // with the first level before it, as the ledger has it
            for (auto const& parent : entries)
                if (entry.parent == parent.code && (joined(parent.name, entry.name) == word || joined(parent.name_en, entry.name_en) == word)) return entry.code;
        wrong(field, say("没有 {}；可在映射文件的 [values.{}] 中对应", "{} is not known; map it in [values.{}] of the mapping file", word, code_of(field)));
        return {};
    }
    [[nodiscard]] static std::string joined(std::string_view above, std::string_view below) { return std::string{above}.append(level_mark).append(below); }
    [[nodiscard]] std::string unit(ImportField field) {
        auto const word = value(field);
        if (word.empty() || directory_.unit(word)) return word;
        for (auto const& known : directory_.units())
            if (known.name == word || known.name_en == word) return known.code;
        wrong(field, say("没有单位 {}；可在映射文件的 [values.{}] 中对应", "there is no unit {}; map it in [values.{}] of the mapping file", word, code_of(field)));
        return {};
    }

    void read_times(ImportedHistory& history) {
        auto& r = history.registration;
        r.received_at = time(ImportField::received_at);
        if (raw(ImportField::received_at).empty()) wrong(ImportField::received_at, {"缺少受理时间", "the time of receipt is missing"});
        r.occurred_at = time(ImportField::occurred_at);
        history.registered_at = time(ImportField::registered_at);
        history.due_at = time(ImportField::due_at);
        history.fed_back_at = time(ImportField::fed_back_at);
        history.closed_at = time(ImportField::closed_at);
    }

    void read_place(Place& place) {
        auto words = value(ImportField::detail);
        auto const add = [&](std::string const& word) { words += (words.empty() || word.empty() ? "" : " ") + word; };
        auto const line = value(ImportField::line), station = value(ImportField::station);
        // A line or station that the network does not have is kept in words.
        bool const open_network = directory_.lines().empty();
        auto const* known = directory_.line(line);
        if (known || open_network)
            place.line = known ? known->code : line;
        else
            add(line);
        if (!station.empty() && (open_network || directory_.station(place.line, station)))
            place.station = station;
        else
            add(station);
        place.exit = value(ImportField::exit);
        place.train = value(ImportField::train);
        place.carriage = value(ImportField::carriage);
        place.equipment = value(ImportField::equipment);
        place.detail = words;
    }

    void read_outcome(ImportedHistory& history) {
        history.accepting_unit = unit(ImportField::accepting_unit);
        history.handling_unit = unit(ImportField::handling_unit);
        if (history.handling_unit == centre_unit) history.handling_unit.clear();
        history.cause = named(ImportField::cause, directory_.causes());
        history.source_status = clean_text(raw(ImportField::status), LineBreaks::forbidden);
        history.result = value(ImportField::result, LineBreaks::allowed);
        history.resolution = code<Resolution>(ImportField::resolution);
        history.satisfaction = code<Satisfaction>(ImportField::satisfaction);
        if (raw(ImportField::stage).empty() && !raw(ImportField::status).empty() && mapping_.values.contains(ImportField::stage)) put(ImportField::stage, std::string{raw(ImportField::status)});
        history.stage = code<Stage>(ImportField::stage).value_or(history.closed_at ? Stage::closed : Stage::dispatch);
    }

    [[nodiscard]] std::string external_id() const {
        auto given = clean_text(raw(ImportField::external_id), LineBreaks::forbidden);
        if (!given.empty()) return given;
        std::string all;
        if (mapping_.digest.empty()) {
            for (auto const& [column, cell] : record_.cells)
                if (!is_of_an_error_file(column)) all += column + '\n' + cell + '\n';
        }
        for (auto const& column : mapping_.digest) all += column + '\n' + std::string{record_.get(column)} + '\n';
        auto const digest = sha256(all);
        return "sha256-" + hex(std::span{digest}.first(16));
    }

    Record const& record_;
    std::vector<std::string> const& columns_;
    Mapping const& mapping_;
    Directory const& directory_;
    std::map<ImportField, std::string> raw_;
    std::vector<FieldError> errors_;
};

}  // namespace

MappedRow map_record(Record const& record, std::vector<std::string> const& columns, Mapping const& mapping, Directory const& directory) {
    return RowReader{record, columns, mapping, directory}.read();
}

Text const& reason_heading() {
    static Text const heading{"未导入原因", "Why it was refused"};
    return heading;
}
Text const& line_heading() {
    static Text const heading{"原文件行号", "Row of the file"};
    return heading;
}
bool is_of_an_error_file(std::string_view heading) {
    for (auto const* known : {&reason_heading(), &line_heading()})
        if (heading == known->zh || heading == known->en) return true;
    return false;
}

}  // namespace hearline::channel
