#pragma once
// One box for everything (number, phone, name, words), and what stands beside a form being filled in: the caller's earlier complaints,
// open ones alike, likely types.
#include "app/complaint_view.hpp"
#include "domain/statistics/fact_table.hpp"

namespace hearline {

enum class FoundBy { number, phone, name, text, place };
template <>
struct CodeTable<FoundBy> {
    static constexpr std::array<CodeName<FoundBy>, 5> rows{{{FoundBy::number, "number", "编号", "Number"},
                                                            {FoundBy::phone, "phone", "电话", "Phone"},
                                                            {FoundBy::name, "name", "姓名", "Name"},
                                                            {FoundBy::text, "text", "内容", "Text"},
                                                            {FoundBy::place, "place", "地点", "Place"}}};
};

/// A complaint in one line, its complainant masked.
struct Brief {
    Complaint complaint;  ///< complainant masked
    FoundBy why = FoundBy::text;
};

/// What finding works on; all are of one moment.
struct FindContext {
    Snapshot& snapshot;
    FactTable const& facts;
    Directory const& directory;
    Actor const& actor;
    Instant now;
};

/// Best first: number or its end, last four digits or all of a phone, whole name, words of the text; each complaint once, only what the
/// actor may see. Errors: `forbidden` for whoever reads no ledger.
[[nodiscard]] Result<std::vector<Brief>> find_complaints(FindContext const& at, std::string_view q, int limit);

/// The complaints of whoever has this phone number, newest first. Errors: `forbidden`.
[[nodiscard]] Result<std::vector<Brief>> complaints_of_caller(FindContext const& at, std::string_view phone, int limit);

struct SimilarQuery {
    std::string text, phone, line, station;  ///< "" = not known yet; line and station by code or name
    int limit = 8;
};
struct LikelyType {
    std::string type;
    double share = 0;  ///< of all that speaks for some type
};
struct Similar {
    std::vector<Brief> same_caller, similar;
    std::vector<LikelyType> types;
};
/// same_caller: newest first. similar: open ones, most alike first (bigrams in common, a bonus for the same place). types: at most three, by
/// the keywords of the type tree and by what complaints alike were. Errors: `forbidden`.
[[nodiscard]] Result<Similar> find_similar(FindContext const& at, SimilarQuery const& query);

}  // namespace hearline
