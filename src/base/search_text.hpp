#pragma once
// Text for full-text search: Chinese by overlapping bigrams, other scripts by words, everything folded.
#include <string>
#include <string_view>
#include <vector>

namespace hearline {

/// The tokens to index a text by, each once, separated by spaces: bigrams of CJK runs, the last character of each run (so that a
/// single character is found as the beginning of some token), and words of other letters and digits. The same text gives the same tokens.
[[nodiscard]] std::string search_tokens(std::string_view text);

/// What to ask the index for, and what a found text must then contain.
struct SearchTerms {
    std::vector<std::string> tokens;    ///< each must be a token of the text
    std::vector<std::string> prefixes;  ///< each must begin a token of the text
    std::vector<std::string> phrases;   ///< folded pieces of the query (split at white space), each must be in the folded text
    /// Nothing that could be looked up: such a query finds nothing.
    [[nodiscard]] bool empty() const { return tokens.empty() && prefixes.empty(); }
};
[[nodiscard]] SearchTerms query_terms(std::string_view text);

/// Whether the text holds every phrase; the verification of a hit.
[[nodiscard]] bool contains_phrases(std::string_view text, SearchTerms const& terms);

}  // namespace hearline
