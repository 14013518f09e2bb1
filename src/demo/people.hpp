#pragma once
// How everyone of the demo logs in. One password for all, known to all: its hash stands here so that 70 people cost no hashing, and the same
// seed gives the same bytes.
#include <string_view>

namespace hearline::demo {

inline constexpr std::string_view password = "linjiang-demo";
/// Argon2id of it.
inline constexpr std::string_view password_hash = "$argon2id$v=19$m=65536,t=2,p=1$XhZNuOmOZQet6PsEdK9HSg$JMClPMPs7XI7wZ2fGp0C0ugNBuBx/8fG7ao2ddC6a9I";

}  // namespace hearline::demo
