#pragma once
// Opens the full contact of a complainant to who handles the complaint, with a reason, on the history (R10.2).
#include "app/perform_act.hpp"

namespace hearline {

struct RevealedContact {
    Complainant complainant;  ///< in clear
    ComplaintView view;
};
[[nodiscard]] Result<RevealedContact> reveal_contact(Transaction& transaction, Actor const& actor, ActRequest const& request,
                                                     Directory const& directory, Instant now, RandomSource& random);

}  // namespace hearline
