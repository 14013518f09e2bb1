#include "channel/csv_guard.hpp"

#include <algorithm>

#include "base/unicode.hpp"

namespace hearline {

namespace {

constexpr std::size_t digits_that_excel_shows = 11;

/// Begins as a formula does (also after blanks, tabs and full-width signs), or with an apostrophe before such a beginning: that one is guarded too, so that
/// exactly one can be taken back.
bool reads_as_formula(std::string_view cell) {
    while (cell.starts_with('\'')) cell.remove_prefix(1);
    if (!cell.empty() && (cell.front() == '\t' || cell.front() == '\r' || cell.front() == '\n')) return true;
    auto const text = trim(cell);
    for (std::string_view const sign : {"=", "+", "-", "@", "＝", "＋", "－", "＠"})
        if (text.starts_with(sign)) return true;
    return false;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// "4401002026112000012", "0031", "12e5".
bool loses_as_number(std::string_view cell) {
    auto const end = std::find_if_not(cell.begin(), cell.end(), is_digit);
    auto const digits = static_cast<std::size_t>(end - cell.begin());
    if (digits == 0) return false;
    if (end == cell.end()) return digits > digits_that_excel_shows || (digits > 1 && cell.front() == '0');
    return (*end == 'e' || *end == 'E') && end + 1 != cell.end() && std::all_of(end + 1, cell.end(), is_digit);
}

}  // namespace

std::string guarded(std::string_view cell) {
    auto const* guard = reads_as_formula(cell) ? "'" : loses_as_number(cell) ? "\t" : "";
    return std::string{guard}.append(cell);
}

std::string_view unguarded(std::string_view cell) {
    if (cell.empty()) return cell;
    auto const rest = cell.substr(1);
    bool const guard = (cell.front() == '\'' && reads_as_formula(rest)) || (cell.front() == '\t' && loses_as_number(rest));
    return guard ? rest : cell;
}

}  // namespace hearline
