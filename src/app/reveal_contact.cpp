#include "app/reveal_contact.hpp"

namespace hearline {

// R10.2
Result<RevealedContact> reveal_contact(Transaction& transaction, Actor const& actor, ActRequest const& request, Directory const& directory, Instant now,
                                       RandomSource& random) {
    auto view = TRY(perform_act(transaction, actor, request, directory, now, random));
    auto const row = transaction.find(request.number);
    return RevealedContact{record_of(*row).complainant, std::move(view)};
}

}  // namespace hearline
