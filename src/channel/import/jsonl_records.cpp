#include "channel/import/jsonl_records.hpp"

#include <boost/json.hpp>

#include "base/unicode.hpp"

namespace hearline::channel {
namespace {

namespace json = boost::json;

std::string text_of(json::value const& value) {
    if (value.is_string()) return std::string{value.get_string()};
    if (value.is_null()) return {};
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
    JsonRecords(std::unique_ptr<std::istream> in, TableLimits const& limits) : in_{std::move(in)}, limits_{limits} {}

    Result<bool> next(Record& record) override {
        std::string text;
        while (std::getline(*in_, text)) {
            ++line_;
            if (line_ == 1 && text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
            if (text.find_first_not_of(" \t\r") == std::string::npos) continue;
            if (line_ > limits_.rows) return bad({"行数过多", "there are too many rows"});
            if (text.size() > limits_.cell * 4) return bad({"一行过长", "a line is too long"});
            if (!is_utf8(text)) return bad({"不是 UTF-8 文本", "this is not UTF-8 text"});
            json::error_code failed;
            json::parse_options options;
            options.max_depth = 8;
            auto const value = json::parse(text, failed, {}, options);
            if (failed || !value.is_object()) return bad({"不是一个 JSON 对象", "this is not a JSON object"});
            record = {};
            record.line = line_;
            flatten(record, "", value.get_object());
            return true;
        }
        return false;
    }
    std::vector<std::string> const& columns() const override { return none_; }
    std::vector<TableNotice> notices() const override { return {}; }

private:
    [[nodiscard]] tl::unexpected<Error> bad(Text const& why) const {
        return refuse(ErrorKind::invalid, "bad-table", {fmt::format("第 {} 行：{}", line_, why.zh), fmt::format("line {}: {}", line_, why.en)});
    }
    std::unique_ptr<std::istream> in_;
    TableLimits limits_;
    std::vector<std::string> none_;
    std::int64_t line_ = 0;
};

}  // namespace

std::unique_ptr<Records> jsonl_records(std::unique_ptr<std::istream> in, TableLimits const& limits) { return std::make_unique<JsonRecords>(std::move(in), limits); }

}  // namespace hearline::channel
