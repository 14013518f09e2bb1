#include "channel/import/table_notices.hpp"

#include <algorithm>

namespace hearline::channel {
namespace {

constexpr std::size_t places_named = 10;

}  // namespace

std::string column_name(std::size_t column) {
    std::string letters;
    for (auto left = column + 1; left > 0; left = (left - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (left - 1) % 26));
    return letters;
}
std::string cell_name(std::size_t column, std::int64_t row) { return column_name(column) + std::to_string(row); }

void TableNotices::add(std::string code, Text text) { entries_.push_back({{std::move(code), std::move(text)}, {}, 0}); }

void TableNotices::add_at(std::string_view code, Text const& text, std::string place) {
    auto found = std::find_if(entries_.begin(), entries_.end(),
                              [&](auto const& entry) { return entry.notice.code == code && entry.notice.text == text; });
    if (found == entries_.end()) found = entries_.insert(entries_.end(), {{std::string{code}, text}, {}, 0});
    ++found->count;
    if (found->places.size() < places_named) found->places.push_back(std::move(place));
}

std::vector<TableNotice> TableNotices::list() const {
    std::vector<TableNotice> all;
    for (auto const& entry : entries_) {
        auto notice = entry.notice;
        if (entry.count > 0) {
            std::string zh, en;
            for (auto const& place : entry.places) {
                zh += (zh.empty() ? "" : "、") + place;
                en += (en.empty() ? "" : ", ") + place;
            }
            if (entry.count > std::ssize(entry.places)) {
                zh += fmt::format(" 等共 {} 处", entry.count);
                en += fmt::format(" and more, {} in all", entry.count);
            }
            notice.text.zh += "：" + zh;
            notice.text.en += ": " + en;
        }
        all.push_back(std::move(notice));
    }
    return all;
}

}  // namespace hearline::channel
