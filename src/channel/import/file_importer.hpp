#pragma once
// The imports of the page: the same readers, mappings and use cases as the command.
#include <memory>

#include "app/ports/complaint_importer.hpp"

namespace hearline {

[[nodiscard]] std::unique_ptr<ComplaintImporter> make_file_importer();

}  // namespace hearline
