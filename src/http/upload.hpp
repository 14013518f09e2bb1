#pragma once
// The one file that a request brings: as a form (multipart/form-data), or as the bare content with its name beside it.
#include "app/add_attachment.hpp"
#include "http/message.hpp"

namespace hearline::http {

/// Errors: `malformed`, `invalid` (no file, several, no name, a name that cannot be kept).
[[nodiscard]] Result<Upload> read_upload(Request const& request);

}  // namespace hearline::http
