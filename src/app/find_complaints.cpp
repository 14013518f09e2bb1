#include "app/find_complaints.hpp"

#include <unordered_set>

#include "app/list_ledger.hpp"
#include "base/unicode.hpp"
#include "domain/organisation/permission.hpp"

namespace hearline {

namespace {

Brief brief_of(Complaint complaint, FoundBy why) {
    complaint.complainant = masked(complaint.complainant);
    return {std::move(complaint), why};
}

}  // namespace

Result<Found> find_complaints(FindContext const& at, std::string_view q, int limit) {
    FactFilter filter;
    TRY(narrow_to_ledger(filter, at.actor));
    q = trim(q);
    Found found;
    std::unordered_set<std::int64_t> known;
    for (auto const& hit : find_marked(at, filter, q, limit)) {
        known.insert(hit.row.key.value);
        found.items.push_back(brief_of(record_of(hit.row), hit.why));
    }
    if (static_cast<int>(found.items.size()) < limit && !q.empty()) {
        LedgerQuery words;
        words.q = q;
        words.limit = limit;
        words.words_only = true;
        auto page = TRY(list_ledger(at.snapshot, at.facts, at.directory, at.actor, std::move(words), at.now));
        for (auto& item : page.items)
            if (static_cast<int>(found.items.size()) < limit && known.insert(item.key.value).second)
                found.items.push_back(brief_of(std::move(item.complaint), FoundBy::text));
    }
    if (found.items.empty()) found.unfound = why_unfound(q);
    return found;
}

Result<std::vector<Brief>> complaints_of_caller(FindContext const& at, std::string_view phone, int limit) {
    FactFilter filter;
    TRY(narrow_to_ledger(filter, at.actor));
    std::vector<Brief> briefs;
    for (auto const& hit : find_by_phone(at, filter, phone, limit)) briefs.push_back(brief_of(record_of(hit.row), hit.why));
    return briefs;
}

}  // namespace hearline
