#include "http/routes.hpp"

namespace hearline::http {

std::vector<Route> all_routes() {
    std::vector<Route> routes;
    for (auto const part : {session_routes(), account_routes(), kept_routes(), live_routes(), complaint_routes(), find_routes(), export_routes(), import_routes(), act_routes(),
                            attachment_routes(), public_routes(), public_form_routes(), statistics_routes(), reference_routes(), admin_routes(), rule_routes(), people_routes(),
                            audit_routes(), operation_routes(), page_routes()})
        routes.insert(routes.end(), part.begin(), part.end());
    return routes;
}

}  // namespace hearline::http
