#include "channel/import/jsonl_records.hpp"

#include <boost/json.hpp>

#include "base/unicode.hpp"
#include "channel/import/number_format.hpp"
#include "channel/import/text_lines.hpp"

namespace hearline::channel {
namespace {

namespace json = boost::json;

std::string text_of(json::value const& value) {
    if (value.is_string()) return std::string{value.get_string()};
    if (value.is_null()) return {};
    if (value.is_double()) return plain_number(value.get_double());  // not "1.38E10"
    if (value.is_array()) {
        std::string all;
        for (auto const& item : value.get_array()) all += (all.empty() ? "" : "; ") + text_of(item);
        return all;
    }
    return json::serialize(value);
}

void flatten(Record& record, std::string const& prefix, json::object const& object) {
    for (auto const& [key, value] : object) {
        auto const name = prefix.empty() ? std::string{key} : prefix + "." + std::string{key};
        if (value.is_object())
            flatten(record, name, value.get_object());
        else
            record.cells[name] = text_of(value);
    }
}

class JsonRecords final : public Records {
public:
    JsonRecords(std::unique_ptr<std::istream> in, TableLimits const& limits) : limits_{limits}, lines_{std::move(in), limits.cell * 4, notices_} {}

    Result<bool> next(Record& record) override {
        for (TextLine line; lines_.next(line);) {
            if (!line.too_long && trim(line.text).empty()) continue;
            if (line.number > limits_.rows) return refuse(ErrorKind::invalid, "bad-table", say("超过 {} 行", "there are more than {} lines", limits_.rows));
            record = {};
            record.line = line.number;
            if (auto const why = take(record, line); !why.zh.empty()) record.faults.push_back({"", why});
            return true;
        }
        return false;
    }
    std::vector<std::string> const& columns() const override { return none_; }
    std::vector<TableNotice> notices() const override { return notices_.list(); }

private:
    /// Why the line is no record; empty when it is one.
    [[nodiscard]] Text take(Record& record, TextLine const& line) const {
        if (line.too_long) return {"一行过长", "the line is too long"};
        if (line.damaged || line.foreign) return say("含有不是 {} 的字节", "it holds bytes that are not {}", name_of(lines_.encoding()));
        json::error_code failed;
        json::parse_options options;
        options.max_depth = 8;
        auto const value = json::parse(trim(line.text), failed, {}, options);
        if (failed || !value.is_object()) return {"不是一个 JSON 对象", "this is not a JSON object"};
        flatten(record, "", value.get_object());
        return {};
    }
    TableLimits limits_;
    TableNotices notices_;
    TextLines lines_;
    std::vector<std::string> none_;
};

}  // namespace

std::unique_ptr<Records> jsonl_records(std::unique_ptr<std::istream> in, TableLimits const& limits) { return std::make_unique<JsonRecords>(std::move(in), limits); }

}  // namespace hearline::channel
