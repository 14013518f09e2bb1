#include "storage/sql/schema.hpp"

#include <charconv>
#include <stdexcept>

#include "base/embedded.hpp"

namespace hearline::sql {

std::vector<Migration> migrations_for(std::string_view engine) {
    std::vector<Migration> found;
    for (auto const& file : embedded_files("migrations")) {
        // 0001_first.sqlite.sql
        auto const stem = file.path.substr(0, file.path.find('.'));
        if (file.path.size() <= stem.size() || file.path.substr(stem.size() + 1) != std::string{engine} + ".sql") continue;
        Migration migration;
        std::from_chars(stem.data(), stem.data() + stem.size(), migration.version);
        migration.name = stem;
        migration.text = file.content;
        if (migration.version != static_cast<int>(found.size()) + 1) throw std::logic_error{"migrations are not numbered 1, 2, 3 …: " + migration.name};
        found.push_back(std::move(migration));
    }
    return found;
}

}  // namespace hearline::sql
