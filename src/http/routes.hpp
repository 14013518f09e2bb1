#pragma once
// All routes of the program, by subject. Each handler parses, calls one use case and renders: no rule lives here.
#include <span>
#include <vector>

#include "http/router.hpp"

namespace hearline::http {

[[nodiscard]] std::span<Route const> session_routes();
[[nodiscard]] std::span<Route const> account_routes();
[[nodiscard]] std::span<Route const> kept_routes();
[[nodiscard]] std::span<Route const> live_routes();
[[nodiscard]] std::span<Route const> complaint_routes();
[[nodiscard]] std::span<Route const> find_routes();
[[nodiscard]] std::span<Route const> export_routes();
[[nodiscard]] std::span<Route const> import_routes();
[[nodiscard]] std::span<Route const> act_routes();
[[nodiscard]] std::span<Route const> attachment_routes();
[[nodiscard]] std::span<Route const> public_routes();
[[nodiscard]] std::span<Route const> public_form_routes();
[[nodiscard]] std::span<Route const> statistics_routes();
[[nodiscard]] std::span<Route const> reference_routes();
[[nodiscard]] std::span<Route const> admin_routes();
[[nodiscard]] std::span<Route const> rule_routes();
[[nodiscard]] std::span<Route const> people_routes();
[[nodiscard]] std::span<Route const> audit_routes();
[[nodiscard]] std::span<Route const> operation_routes();
[[nodiscard]] std::span<Route const> page_routes();

/// Does this request carry a file, so that the larger limit holds for its body?
[[nodiscard]] bool takes_upload(Method method, std::string_view path);

/// Every route, subject by subject.
[[nodiscard]] std::vector<Route> all_routes();

}  // namespace hearline::http
