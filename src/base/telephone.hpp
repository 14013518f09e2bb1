#pragma once
// Telephone numbers as people write them into one field: several of them, extensions, words beside them, every width and sign. Sources: the
// numbering plan of the Ministry of Industry and Information Technology (area codes, service numbers), ITU-T E.164 for the world.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/code.hpp"
#include "base/text.hpp"

namespace hearline {

enum class TelephoneKind { mobile, landline, hotline, service, foreign };

struct Telephone {
    TelephoneKind kind = TelephoneKind::mobile;
    std::string digits;     ///< in one form: "13800138000", "02083106622" or, as written without area code, "83106622"; "+85223456789"
    std::string local;      ///< what is dialled without the area code ("83106622") or the codes of Hong Kong, Macao and Taiwan; else as `digits`
    std::string extension;  ///< "801"; "" when none is written
    bool operator==(Telephone const&) const = default;
};

enum class TelephoneDoubt { too_few_digits, too_many_digits, unknown_range, emergency };
template <>
struct CodeTable<TelephoneDoubt> {
    static constexpr std::array<CodeName<TelephoneDoubt>, 4> rows{
        {{TelephoneDoubt::too_few_digits, "too-few-digits", "位数不够", "too few digits"},
         {TelephoneDoubt::too_many_digits, "too-many-digits", "位数太多", "too many digits"},
         {TelephoneDoubt::unknown_range, "unknown-range", "没有这样的号码", "no number is like this"},
         {TelephoneDoubt::emergency, "emergency", "是报警、急救电话，不能回电", "an emergency number, where nobody can be called back"}}};
};

/// Digits that are meant as a number and cannot be one.
struct DoubtfulTelephone {
    std::string digits;
    TelephoneDoubt why = TelephoneDoubt::too_few_digits;
    bool operator==(DoubtfulTelephone const&) const = default;
};

struct TelephoneField {
    std::vector<Telephone> numbers;           ///< in the order written, each once
    std::vector<DoubtfulTelephone> doubtful;  ///< in the order written; nothing for a field without digits
};

/// Reads a field: numbers apart by / 、 ， ; words or spaces; 转, 分机, ext, x, # or a hyphen before an extension; +86, 0086, 86 or 0 before a
/// number of the mainland; brackets, hyphens, dots, full-width signs and invisible marks inside. Words (微信同号, 林先生), mail addresses and
/// QQ numbers are passed over. Never fails: what is not understood is doubtful.
[[nodiscard]] TelephoneField read_telephones(std::string_view field);

/// Why a person is asked back: "1380013800：位数不够（手机号码为 11 位）".
[[nodiscard]] Text sentence_of(DoubtfulTelephone const& doubt);

/// The same line: equal, or one of them written without its area code; extensions do not count.
[[nodiscard]] bool is_same_line(Telephone const& a, Telephone const& b);

/// A number of the ranges that Chinese mobile operators use, IoT and data-only ones included.
[[nodiscard]] bool is_chinese_mobile(std::string_view digits);

/// What one number written as bare digits is (`plus`: a + or 00 stood before it); nothing when no number is written so.
[[nodiscard]] std::optional<Telephone> telephone_of(std::string_view digits, bool plus);

}  // namespace hearline
