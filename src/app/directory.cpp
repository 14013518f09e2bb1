#include "app/directory.hpp"

#include <algorithm>
#include <set>

#include "domain/calendar/calendar_codec.hpp"
#include "domain/complaint/rule_book_codec.hpp"

namespace hearline {

namespace {

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
template <class T>
using ByText = std::unordered_map<std::string, T, TextHash, std::equal_to<>>;

/// The newest version of each document of a kind, decoded.
template <class Decode>
auto read_documents(Snapshot& snapshot, std::string_view kind, Decode&& decode) {
    using T = typename std::invoke_result_t<Decode&, std::string_view, Fields const&>::value_type;
    std::vector<T> found;
    auto const rows = snapshot.documents(kind);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i + 1 < rows.size() && rows[i + 1].code == rows[i].code) continue;  // a newer version follows
        auto fields = Fields::decode(rows[i].body);
        auto value = fields ? decode(rows[i].code, *fields) : Result<T>{tl::make_unexpected(fields.error())};
        if (!value)
            throw StorageError{StorageError::What::corrupt, fmt::format("document {} {}: {}", kind, rows[i].code, value.error().detail.en)};
        found.push_back(std::move(*value));
    }
    return found;
}

/// Parents before their children, then by order, then by code.
template <class T>
void put_in_order(std::vector<T>& entries) {
    std::sort(entries.begin(), entries.end(), [](T const& a, T const& b) { return std::tie(a.order, a.code) < std::tie(b.order, b.code); });
    std::set<std::string, std::less<>> known;
    for (auto const& entry : entries) known.insert(entry.code);
    std::vector<T> ordered;
    std::vector<std::string> level{""};
    auto const is_root = [&](T const& entry) { return entry.parent.empty() || !known.contains(entry.parent); };
    std::set<std::string> placed;
    auto const place = [&](auto const& self, std::string const& parent) -> void {
        for (auto const& entry : entries)
            if ((parent.empty() ? is_root(entry) : entry.parent == parent) && placed.insert(entry.code).second) {
                ordered.push_back(entry);
                self(self, entry.code);
            }
    };
    place(place, "");
    for (auto const& entry : entries)  // a circle of parents hides nothing
        if (placed.insert(entry.code).second) ordered.push_back(entry);
    entries = std::move(ordered);
}

template <class T>
ByText<std::size_t> index_of(std::vector<T> const& entries) {
    ByText<std::size_t> index;
    for (std::size_t i = 0; i < entries.size(); ++i) index.emplace(entries[i].code, i);
    return index;
}

template <class T>
T const* find_in(std::vector<T> const& entries, ByText<std::size_t> const& index, std::string_view code) {
    auto const found = index.find(code);
    return found == index.end() ? nullptr : &entries[found->second];
}

std::string digest_key(Digest const& digest) { return std::string{bytes_of(digest)}; }

template <class T>
std::string_view shown(T const* entry, std::string_view code, Language language) {
    if (!entry) return code;
    return language == Language::en && !entry->name_en.empty() ? std::string_view{entry->name_en} : std::string_view{entry->name};
}

}  // namespace

struct Directory::Index {
    ByText<std::size_t> units, types, causes, lines, line_names, users, tokens;
    ByText<std::pair<std::size_t, std::size_t>> stations;  ///< code or name → line, station
    ByText<std::pair<std::size_t, std::size_t>> stations_of_line;  ///< "line\tcode" or "line\tname"
};

void Directory::finish(std::vector<RuleBookVersion> rules) {
    if (!rules.empty()) rules_ = RuleBook{std::move(rules)};
    std::sort(calendars_.begin(), calendars_.end(), [](auto const& a, auto const& b) { return a.year < b.year; });
    keeping_.calendar = WorkingCalendar{calendars_};
    if (auto zone = Zone::find(settings_.zone)) keeping_.zone = *zone;
    keeping_.closing_time.reset();
    if (settings_.closing_minutes > 0) keeping_.closing_time = std::chrono::minutes{settings_.closing_minutes};
    put_in_order(units_);
    put_in_order(types_);
    put_in_order(causes_);
    std::sort(lines_.begin(), lines_.end(), [](auto const& a, auto const& b) { return std::tie(a.order, a.code) < std::tie(b.order, b.code); });
    auto index = std::make_shared<Index>();
    index->units = index_of(units_);
    index->types = index_of(types_);
    index->causes = index_of(causes_);
    index->lines = index_of(lines_);
    for (std::size_t l = 0; l < lines_.size(); ++l) {
        index->line_names.emplace(lines_[l].name, l);
        for (std::size_t s = 0; s < lines_[l].stations.size(); ++s) {
            auto const& station = lines_[l].stations[s];
            for (auto const& text : {station.code, station.name}) {
                index->stations.emplace(text, std::pair{l, s});
                index->stations_of_line.emplace(lines_[l].code + '\t' + text, std::pair{l, s});
            }
        }
    }
    for (std::size_t i = 0; i < users_.size(); ++i) index->users.emplace(users_[i].name, i);
    for (std::size_t i = 0; i < tokens_.size(); ++i) index->tokens.emplace(digest_key(tokens_[i].digest), i);
    index_ = std::move(index);
}

std::shared_ptr<Directory const> Directory::load(Snapshot& snapshot) {
    std::shared_ptr<Directory> directory{new Directory};
    directory->version_ = snapshot.reference_version();
    directory->units_ = read_documents(snapshot, "unit", [](auto code, auto const& fields) { return decode_unit(code, fields); });
    directory->types_ = read_documents(snapshot, "type", [](auto code, auto const& fields) { return decode_entry(code, fields); });
    directory->causes_ = read_documents(snapshot, "cause", [](auto code, auto const& fields) { return decode_entry(code, fields); });
    directory->lines_ = read_documents(snapshot, "line", [](auto code, auto const& fields) { return decode_line(code, fields); });
    directory->calendars_ = read_documents(snapshot, "calendar", [](auto, auto const& fields) { return decode_calendar_year(fields); });
    for (auto& settings : read_documents(snapshot, "setting", [](auto, auto const& fields) { return decode_settings(fields); }))
        directory->settings_ = std::move(settings);
    std::vector<RuleBookVersion> rules;
    for (auto const& book : read_documents(snapshot, "rule_book", [](auto, auto const& fields) { return decode_rule_book(fields); }))
        rules = book.versions();
    for (auto& row : snapshot.users()) {
        auto const role = from_code<Role>(row.role);
        if (!role) throw StorageError{StorageError::What::corrupt, "user " + row.name + " has an unknown role " + row.role};
        directory->users_.push_back({std::move(row.name), *role, std::move(row.unit), std::move(row.display_name), std::move(row.password_hash),
                                     row.must_change, row.disabled});
    }
    directory->tokens_ = snapshot.tokens();
    directory->lookup_key_ = hearline::lookup_key(snapshot);
    directory->finish(std::move(rules));
    return directory;
}

std::shared_ptr<Directory const> Directory::of(ReferenceData data) {
    std::shared_ptr<Directory> directory{new Directory};
    directory->units_ = std::move(data.units);
    directory->types_ = std::move(data.types);
    directory->causes_ = std::move(data.causes);
    directory->lines_ = std::move(data.lines);
    directory->calendars_ = std::move(data.calendars);
    if (data.settings) directory->settings_ = std::move(*data.settings);
    directory->finish(std::move(data.rules));
    return directory;
}

std::shared_ptr<Directory const> Directory::with_calendar(CalendarYear const& year) const {
    std::shared_ptr<Directory> copy{new Directory{*this}};
    std::erase_if(copy->calendars_, [&](auto const& known) { return known.year == year.year; });
    copy->calendars_.push_back(year);
    std::sort(copy->calendars_.begin(), copy->calendars_.end(), [](auto const& a, auto const& b) { return a.year < b.year; });
    copy->keeping_.calendar = WorkingCalendar{copy->calendars_};
    return copy;
}

Unit const* Directory::unit(std::string_view code) const { return find_in(units_, index_->units, code); }
CodeEntry const* Directory::type(std::string_view code) const { return find_in(types_, index_->types, code); }
CodeEntry const* Directory::cause(std::string_view code) const { return find_in(causes_, index_->causes, code); }
User const* Directory::user(std::string_view name) const {
    auto const found = index_->users.find(name);
    return found == index_->users.end() ? nullptr : &users_[found->second];
}
Line const* Directory::line(std::string_view code_or_name) const {
    if (auto const* line = find_in(lines_, index_->lines, code_or_name)) return line;
    return find_in(lines_, index_->line_names, code_or_name);
}
Station const* Directory::station(std::string_view line, std::string_view code_or_name) const {
    auto const& stations = line.empty() ? index_->stations : index_->stations_of_line;
    auto const found = line.empty() ? stations.find(code_or_name) : stations.find(std::string{line} + '\t' + std::string{code_or_name});
    return found == stations.end() ? nullptr : &lines_[found->second.first].stations[found->second.second];
}

User const* Directory::user_of_token(Digest const& digest, Instant now) const {
    auto const found = index_->tokens.find(bytes_of(digest));
    if (found == index_->tokens.end()) return nullptr;
    auto const& token = tokens_[found->second];
    if (token.revoked_at || (token.expires_at && *token.expires_at <= now)) return nullptr;
    auto const* owner = user(token.user);
    return owner && !owner->disabled ? owner : nullptr;
}

std::vector<TokenRow> Directory::tokens_of(std::string_view user) const {
    std::vector<TokenRow> found;
    for (auto const& token : tokens_)
        if (token.user == user) found.push_back(token);
    return found;
}

// R2.2
Directory::Gap Directory::gap(std::string_view unit) const {
    auto const* entry = this->unit(unit);
    if (!entry || !entry->takes_work()) return Gap::none;
    bool desk = false, head = false;
    for (auto const& user : users_) {
        if (user.unit != unit || user.disabled) continue;
        desk = desk || user.role == Role::desk;
        head = head || user.role == Role::head;
    }
    return desk ? Gap::none : head ? Gap::no_desk : Gap::nobody;
}

std::string_view Directory::unit_name(std::string_view code, Language language) const { return shown(unit(code), code, language); }
std::string_view Directory::type_name(std::string_view code, Language language) const { return shown(type(code), code, language); }
std::string_view Directory::cause_name(std::string_view code, Language language) const { return shown(cause(code), code, language); }

tl::unexpected<Error> not_ready() {
    return refuse(ErrorKind::unavailable, "no-rule-book", say("还没有载入规则手册和基础数据", "no rule book and reference data are loaded yet"));
}

bool DirectoryHolder::refresh(Store& store) {
    std::lock_guard lock{refreshing_};
    auto const version = read_now(store, [](Snapshot& snapshot) { return snapshot.reference_version(); });
    if (version == get()->version()) return false;
    std::atomic_store(&current_, read_now(store, [](Snapshot& snapshot) { return Directory::load(snapshot); }));
    return true;
}

}  // namespace hearline
