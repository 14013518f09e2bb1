#pragma once
// Which texts of a complaint are found by search, and whether a text really holds what was asked. No personal data among them.
#include "app/ports/store.hpp"
#include "domain/complaint/event.hpp"

namespace hearline {

/// Key of an event's texts under which the names of its line and station are kept, where they say more than the codes: found by search
/// whatever the network is called later.
inline constexpr std::string_view where_key = "where";

/// Grows whenever the tokens of a complaint are made otherwise than before (1: each number of a telephone field, names without dots): stores
/// make the index of an older scheme anew.
inline constexpr int search_scheme = 1;

/// Tokens of a registration without its number: subject (as given, "" when made from the content), content, place by code, detail and name.
[[nodiscard]] std::string registration_tokens(std::string_view subject, std::string_view content, std::string_view where, Place const& place);
/// Tokens of the texts that came with a later event (notes, findings, measures, results, feedback, comments …).
[[nodiscard]] std::string event_tokens(EventTexts const& texts);
/// The token of the complaint's number.
[[nodiscard]] std::string number_token(Number number);
/// Both token lists as one, each token once, in the order of first occurrence.
[[nodiscard]] std::string joined_tokens(std::string_view a, std::string_view b);
/// Adds tokens that are not among them.
void append_tokens(std::string& tokens, std::string_view more);
/// The texts of an event that are searched.
[[nodiscard]] std::vector<std::string_view> searched_texts(Fields const& text);

}  // namespace hearline
