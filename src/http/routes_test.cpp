// The route table against the contract, in both directions.
#include "http/routes.hpp"

#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "base/embedded.hpp"
#include "domain/complaint/codes.hpp"
#include "domain/organisation/act_rights.hpp"

namespace hearline::http {
namespace {

namespace json = boost::json;

json::object contract() {
    for (auto const& file : embedded_files("api"))
        if (file.path == "openapi.json") return json::parse(std::string_view{file.content}).as_object();
    return {};
}

std::string lower(std::string_view text) {
    std::string out{text};
    std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return out;
}

/// "get /api/v1/me" with whether a login is needed.
std::set<std::pair<std::string, bool>> of_contract() {
    std::set<std::pair<std::string, bool>> found;
    auto const document = contract();
    for (auto const& [path, item] : document.at("paths").as_object())
        for (auto const& [method, operation] : item.as_object()) {
            if (method == "parameters") continue;
            auto const* const security = operation.as_object().if_contains("security");
            found.emplace(std::string{method} + " " + std::string{path}, !(security && security->as_array().empty()));
        }
    return found;
}

std::set<std::pair<std::string, bool>> of_routes() {
    std::set<std::pair<std::string, bool>> found;
    for (auto const& route : all_routes()) {
        bool const by_login = route.access == Access::signed_in || route.access == Access::own_account;  // `near`: nobody on this machine needs one
        std::string pattern{route.pattern};
        if (pattern.ends_with("...}")) pattern.replace(pattern.size() - 4, 4, "}");  // the contract knows no such thing
        found.emplace(lower(name_of(route.method)) + " " + pattern, by_login);
    }
    return found;
}

TEST(Routes, AreExactlyThoseOfTheContract) { EXPECT_EQ(of_routes(), of_contract()); }

TEST(Routes, EveryActOfStaffHasOne) {
    auto const routes = of_routes();
    for (auto const& right : act_rights) {
        bool const by_staff = right.agent != AgentRight::no || right.director != DirectorRight::no || right.unit != UnitRight::no;
        if (!by_staff || right.act == ActName::register_) continue;
        auto const path = "post /api/v1/complaints/{number}/" + std::string{code_of(right.act)};
        EXPECT_TRUE(routes.contains({path, true})) << path;
    }
}

TEST(Routes, EveryActOfThePassengerHasOne) {
    auto const routes = of_routes();
    for (auto const act : {ActName::supplement, ActName::withdraw, ActName::rate, ActName::again}) {
        auto const path = "post /api/v1/public/complaints/{number}/" + std::string{code_of(act)};
        EXPECT_TRUE(routes.contains({path, false})) << path;
    }
}

TEST(Routes, OnlyUploadsHaveTheLargeLimit) {
    EXPECT_TRUE(takes_upload(Method::post, "/api/v1/complaints/TS202611230001/attachments"));
    EXPECT_TRUE(takes_upload(Method::post, "/api/v1/complaints/TS202611230001/attach"));
    EXPECT_FALSE(takes_upload(Method::get, "/api/v1/complaints/TS202611230001/attachments"));
    EXPECT_FALSE(takes_upload(Method::post, "/api/v1/complaints"));
    EXPECT_TRUE(takes_upload(Method::post, "/api/v1/public/complaints/TS202611230001/attachments"));
    EXPECT_FALSE(takes_upload(Method::post, "/api/v1/public/complaints/attach"));
}

TEST(Contract, CodesAreThoseOfTheDomain) {
    auto const document = contract();
    auto const& schemas = document.at("components").as_object().at("schemas").as_object();
    auto const codes = [&](std::string_view name) {
        std::vector<std::string> found;
        for (auto const& code : schemas.at(name).as_object().at("enum").as_array()) found.emplace_back(code.as_string());
        return found;
    };
    auto const of = []<class E>(std::type_identity<E>) {
        std::vector<std::string> found;
        for (auto const& row : CodeTable<E>::rows) found.emplace_back(row.code);
        return found;
    };
    EXPECT_EQ(codes("Kind"), of(std::type_identity<Kind>{}));
    EXPECT_EQ(codes("Channel"), of(std::type_identity<Channel>{}));
    EXPECT_EQ(codes("Severity"), of(std::type_identity<Severity>{}));
    EXPECT_EQ(codes("Stage"), of(std::type_identity<Stage>{}));
    EXPECT_EQ(codes("ClockName"), of(std::type_identity<ClockName>{}));
    EXPECT_EQ(codes("ClockOutcome"), of(std::type_identity<ClockOutcome>{}));
    EXPECT_EQ(codes("Satisfaction"), of(std::type_identity<Satisfaction>{}));
    EXPECT_EQ(codes("Resolution"), of(std::type_identity<Resolution>{}));
    EXPECT_EQ(codes("Solved"), of(std::type_identity<Solved>{}));
    EXPECT_EQ(codes("Validity"), of(std::type_identity<Validity>{}));
    EXPECT_EQ(codes("Liability"), of(std::type_identity<Liability>{}));
    EXPECT_EQ(codes("Claim"), of(std::type_identity<Claim>{}));
    EXPECT_EQ(codes("Means"), of(std::type_identity<Means>{}));
    EXPECT_EQ(codes("Role"), of(std::type_identity<Role>{}));
    EXPECT_EQ(codes("ActName"), of(std::type_identity<ActName>{}));
}

}  // namespace
}  // namespace hearline::http
