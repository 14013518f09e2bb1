// The pages' addresses, over a stand-in bundle.
#include <gmock/gmock.h>

#include "http/pipeline.hpp"
#include "http/routes.hpp"
#include "support/run_task.hpp"
#include "support/site.hpp"

namespace hearline::http {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

constexpr WebFile files[]{
    {"assets/a-1.css", "body{}", "", "", "c1"},
    {"assets/a-2.js", "a long script", "br!", "gzip!", "c2"},
    {"icon.svg", "<svg/>", "", "", "c3"},
    {"index.html", "passenger", "p-br", "p-gzip", "c4"},
    {"offline.js", "worker", "", "", "c6"},
    {"staff.html", "staff", "s-br", "s-gzip", "c5"},
};

struct PagesTest : testing::Test {
    PagesTest() { site.services.pages = files; }
    Response ask(std::string path, std::vector<std::pair<std::string, std::string>> headers = {}) {
        Request it;
        it.path = std::move(path);
        it.headers = std::move(headers);
        return test::run_task(pipeline.answer(it));
    }
    static std::string header(Response const& response, std::string_view name) {
        for (auto const& [key, value] : response.headers)
            if (key == name) return value;
        return "";
    }
    test::Site site;
    Pipeline pipeline{site.services, page_routes()};
};

TEST_F(PagesTest, EveryAddressOfPassengersAndStaffHasItsDocument) {
    for (auto const* path : {"/", "/submit", "/track", "/s/tiyuxilu", "/s/", "/s"}) EXPECT_EQ(ask(path).body, "passenger") << path;
    for (auto const* path : {"/staff", "/staff/", "/staff/ledger", "/staff/complaints/TS202611230001"}) EXPECT_EQ(ask(path).body, "staff") << path;
    for (auto const* path : {"/elsewhere", "/submit/more", "/index.html", "/staff.html", "/assets", "/assets/../index.html"}) EXPECT_EQ(ask(path).status, 404) << path;
}

TEST_F(PagesTest, DocumentsAreAskedForAgainAndFilesKeptForAYear) {
    auto const page = ask("/staff");
    EXPECT_EQ(header(page, "Cache-Control"), "no-cache");
    EXPECT_THAT(page.content_type, StartsWith("text/html"));
    auto const script = ask("/assets/a-2.js");
    EXPECT_THAT(header(script, "Cache-Control"), HasSubstr("max-age=31536000, immutable"));
    EXPECT_THAT(script.content_type, StartsWith("text/javascript"));
    EXPECT_EQ(ask("/icon.svg").content_type, "image/svg+xml");
    auto const missing = ask("/assets/a-0.js");
    EXPECT_EQ(missing.status, 404);
    EXPECT_EQ(header(missing, "Cache-Control"), "no-store");
}

TEST_F(PagesTest, TheWorkerOfDevicesWithoutNetworkStandsWhereItMayLookAfterTheStaffsPages) {  // R3.5
    auto const worker = ask("/offline.js");
    EXPECT_EQ(worker.body, "worker");
    EXPECT_THAT(worker.content_type, StartsWith("text/javascript"));
    EXPECT_EQ(header(worker, "Cache-Control"), "no-cache");
}

TEST_F(PagesTest, FilesAreSentAsTheBrowserLikesThem) {
    auto const brotli = ask("/assets/a-2.js", {{"accept-encoding", "gzip, br"}});
    EXPECT_EQ(brotli.body, "br!");
    EXPECT_EQ(header(brotli, "Content-Encoding"), "br");
    EXPECT_EQ(header(brotli, "Vary"), "Accept-Encoding");
    auto const gzip = ask("/assets/a-2.js", {{"accept-encoding", "gzip, br;q=0.2"}});
    EXPECT_EQ(gzip.body, "gzip!");
    auto const plain = ask("/assets/a-2.js");
    EXPECT_EQ(plain.body, "a long script");
    EXPECT_EQ(header(plain, "Content-Encoding"), "");
    EXPECT_EQ(ask("/assets/a-1.css", {{"accept-encoding", "gzip, br"}}).body, "body{}");
    EXPECT_NE(header(brotli, "ETag"), header(gzip, "ETag"));
    EXPECT_NE(header(brotli, "ETag"), header(plain, "ETag"));
}

TEST_F(PagesTest, WhatTheBrowserHasIsNotSentAgain) {
    auto const tag = header(ask("/staff", {{"accept-encoding", "br"}}), "ETag");
    auto const again = ask("/staff", {{"accept-encoding", "br"}, {"if-none-match", tag}});
    EXPECT_EQ(again.status, 304);
    EXPECT_EQ(again.body, "");
    EXPECT_EQ(header(again, "ETag"), tag);
    EXPECT_EQ(header(again, "Vary"), "Accept-Encoding");
    EXPECT_EQ(ask("/staff", {{"accept-encoding", "gzip"}, {"if-none-match", tag}}).status, 200);
}

}  // namespace
}  // namespace hearline::http
