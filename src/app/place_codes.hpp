#pragma once
// Checks the codes that a body names (type, unit, line, station, cause) against the directory and writes them in one form.
#include "app/directory.hpp"
#include "domain/complaint/act.hpp"

namespace hearline {

/// Collects a field error for each code that is not there.
class CodeChecks {
public:
    explicit CodeChecks(Directory const& directory) : directory_{directory} {}
    /// Line and station by code or name become codes. Where no network is loaded, any text is taken.
    void place(Place& place, std::string_view pointer);
    void type(std::string const& code, std::string_view pointer);
    void cause(std::string const& code, std::string_view pointer);
    /// A unit that work can be given to.
    void unit(std::string const& code, std::string_view pointer);
    void add(std::string pointer, Text detail) { errors_.push_back({std::move(pointer), std::move(detail)}); }
    [[nodiscard]] std::vector<FieldError>& errors() { return errors_; }
    [[nodiscard]] Done done();

private:
    Directory const& directory_;
    std::vector<FieldError> errors_;
};

/// The names of line and station that search should find the place by, where they are not the codes themselves.
[[nodiscard]] std::string where_of(Directory const& directory, Place const& place);

}  // namespace hearline
