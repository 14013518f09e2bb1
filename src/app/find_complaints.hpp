#pragma once
// One box for everything (number, phone, name, words), and what stands beside a form being filled in: the caller's earlier complaints,
// open ones alike, likely types.
#include "app/complaint_view.hpp"
#include "app/lookup.hpp"

namespace hearline {

/// A complaint in one line, its complainant masked.
struct Brief {
    Complaint complaint;  ///< complainant masked
    FoundBy why = FoundBy::text;
};

struct Found {
    std::vector<Brief> items;
    std::optional<Unfound> unfound;  ///< set when there are none
};

/// Best first: number or its end, telephone or its last four digits, whole name (`find_marked`), words of the text; each complaint once, only
/// what the actor may see. Errors: `forbidden` for whoever reads no ledger.
[[nodiscard]] Result<Found> find_complaints(FindContext const& at, std::string_view q, int limit);

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
