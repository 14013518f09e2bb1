#include "http/framing.hpp"

#include <gmock/gmock.h>

#include "http/forwarded.hpp"
#include "http/reply.hpp"

namespace hearline::http {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::Pair;

int status(std::string_view raw, Method method = Method::get) {
    Target target;
    auto const fault = read_target(raw, method, target);
    return fault ? fault->status : 200;
}

TEST(Target, IsDecodedIntoPathAndQuery) {
    Target target;
    ASSERT_FALSE(read_target("/a%20b/%e7%a9%ba?q=a%26b&q=&=x&&plus=a+b", Method::get, target));
    EXPECT_EQ(target.path, "/a b/空");
    EXPECT_THAT(target.query, ElementsAre(Pair("q", "a&b"), Pair("q", ""), Pair("", "x"), Pair("plus", "a b")));
    ASSERT_FALSE(read_target("HTTPS://[::1]:8443?x", Method::get, target));
    EXPECT_EQ(target.path, "/");
    EXPECT_EQ(target.authority, "[::1]:8443");
    EXPECT_THAT(target.query, ElementsAre(Pair("x", "")));
    ASSERT_FALSE(read_target("/a+b", Method::get, target));
    EXPECT_EQ(target.path, "/a+b") << "a plus is a plus in a path";
}

TEST(Target, IsRefusedWhereReadersCouldDiffer) {
    for (auto const* bad : {"", "a", "a/b", "//%2f", "/%2F", "/%5C", "/\\", "/..", "/a/..", "/../a", "/./a", "/%2e%2e", "/.%2e/", "/%", "/%1", "/%g0", "/%00",
                            "/%7f", "/%0d%0a", "/a#b", "/\x80", "/%80", "/%f5%80%80%80", "/?%00", "/?%c0%80", "http:///a", "http://", "http://a b/", "http://u@h/",
                            "http://h:port/", "gopher://h/", "://h/"})
        EXPECT_EQ(status(bad), 400) << bad;
    EXPECT_EQ(status("/" + std::string(7999, 'a')), 200);
    EXPECT_EQ(status("/" + std::string(8000, 'a')), 414);
    EXPECT_EQ(status("*", Method::options), 200);
    EXPECT_EQ(status("*"), 400);
    for (auto const* good : {"/...", "/.a", "/a..", "/a.b/..c", "//a", "/a//b", "/?a=/../b", "/?a=%2F"}) EXPECT_EQ(status(good), 200) << good;
}

TEST(Target, OfADamagedStationCodeStaysAStationPage) {
    Target target;
    for (auto const* raw : {"/s/%E4%BD", "/s/%", "/s/%zz", "/s/a%2Fb", "/s/../s", "/s/%00"}) {
        EXPECT_FALSE(read_target(raw, Method::get, target)) << raw;
        EXPECT_EQ(target.path, "/s/\xEF\xBF\xBD") << raw;
    }
    EXPECT_FALSE(read_target("/s/%E4%BD%93", Method::get, target));
    EXPECT_EQ(target.path, "/s/体");
    EXPECT_TRUE(read_target("/submit/%E4%BD", Method::get, target));
}

TEST(Target, HasAtMost256Parameters) {
    std::string query = "/?";
    for (int i = 0; i < 256; ++i) query += "a=b&";
    EXPECT_EQ(status(query), 200);
    EXPECT_EQ(status(query + "c"), 400);
}

TEST(Authority, IsANameOrAnAddressWithOrWithoutAPort) {
    for (auto const* good : {"a", "metro.example", "10.0.0.1:80", "[::1]", "[fe80::1]:8080", "my_host-1", "a:"}) EXPECT_TRUE(valid_authority(good)) << good;
    for (auto const* bad : {"", ":80", "a:b", "a:123456", "a/b", "a b", "u@a", "[]", "[::1", "[::1]x", "[zz]", "a,b", "a\t"}) EXPECT_FALSE(valid_authority(bad)) << bad;
}

TEST(Utf8, IsTheShortestFormWithoutSurrogates) {
    for (auto const* good : {"", "a", "é", "聆轨", "🚇", "\xef\xbf\xbf", "\xf4\x8f\xbf\xbf"}) EXPECT_TRUE(valid_utf8(good)) << good;
    for (auto const* bad : {"\x80", "\xc0\x80", "\xc1\xbf", "\xe0\x9f\xbf", "\xed\xa0\x80", "\xed\xbf\xbf", "\xf0\x8f\xbf\xbf", "\xf4\x90\x80\x80", "\xf5\x80\x80\x80",
                            "\xe8\x81", "\xe8", "\xff", "a\xe8\x81z"})
        EXPECT_FALSE(valid_utf8(bad)) << bad;
}

TEST(ForwardedHeaders, GiveTheNearestAddressThatIsNoProxyOfOurs) {
    TrustedProxies const proxies{{"10.0.0.0/8", "fd00::/8", "192.0.2.7"}};
    auto const peer = [&](std::string_view connection, std::vector<std::string> forwarded) {
        Request request;
        for (auto& value : forwarded) request.headers.emplace_back("x-forwarded-for", value);
        proxies.identify(request, proxies.origin(std::string{connection}, false));
        return request.peer;
    };
    EXPECT_EQ(peer("198.51.100.1", {"203.0.113.1"}), "198.51.100.1") << "strangers are not believed";
    EXPECT_EQ(peer("10.1.2.3", {"203.0.113.1"}), "203.0.113.1");
    EXPECT_EQ(peer("10.1.2.3", {"6.6.6.6, 203.0.113.1 , 192.0.2.7"}), "203.0.113.1");
    EXPECT_EQ(peer("10.1.2.3", {"6.6.6.6, 203.0.113.1", "192.0.2.7"}), "203.0.113.1");
    EXPECT_EQ(peer("fd00::1", {"2001:db8::9"}), "2001:db8::9");
    EXPECT_EQ(peer("10.1.2.3", {"nonsense"}), "10.1.2.3");
    EXPECT_EQ(peer("192.0.2.8", {"203.0.113.1"}), "192.0.2.8");
    EXPECT_TRUE(proxies.trusts("::ffff:10.0.0.1"));
    EXPECT_FALSE(proxies.trusts("11.0.0.1"));
}

TEST(TrustedProxies, NameAWrongEntry) {
    for (auto const* bad : {"proxy", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/x", "fd00::/129"}) {
        try {
            TrustedProxies const proxies{{bad}};
            ADD_FAILURE() << bad;
        } catch (std::runtime_error const& error) {
            EXPECT_THAT(error.what(), HasSubstr(bad));
        }
    }
}

TEST(Loopback, IsThisMachineOnly) {
    for (auto const* here : {"127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"}) EXPECT_TRUE(is_loopback(here)) << here;
    for (auto const* there : {"128.0.0.1", "10.0.0.1", "::2", "", "localhost"}) EXPECT_FALSE(is_loopback(there)) << there;
}

TEST(Reply, CarriesWhatKeepsBrowsersSafe) {
    Response response;
    response.body = "{}";
    std::string out;
    append_head(out, response, {.date = "today"});
    for (auto const* header : {"X-Content-Type-Options: nosniff\r\n", "Content-Security-Policy: default-src 'none'; script-src 'self'", "frame-ancestors 'none'", "X-Frame-Options: DENY\r\n", "Referrer-Policy: no-referrer\r\n",
                               "Permissions-Policy: ", "Content-Length: 2\r\n", "Date: today\r\n"})
        EXPECT_THAT(out, HasSubstr(header));
    EXPECT_THAT(out, Not(HasSubstr("Strict-Transport-Security")));
    EXPECT_THAT(out, Not(HasSubstr("unsafe-inline")));
    out.clear();
    append_head(out, response, {.secure = true, .date = "today"});
    EXPECT_THAT(out, HasSubstr("Strict-Transport-Security: max-age=31536000\r\n"));
}

TEST(Reply, LetsOurPagesShowAFileInsideThemAndTheFileDoNothing) {
    Response response;
    response.framed = Framed::by_our_pages;
    std::string out;
    append_head(out, response, {.date = "today"});
    EXPECT_THAT(out, HasSubstr("Content-Security-Policy: default-src 'none'; "));
    EXPECT_THAT(out, HasSubstr("frame-ancestors 'self'"));
    EXPECT_THAT(out, HasSubstr("X-Frame-Options: SAMEORIGIN\r\n"));
    EXPECT_THAT(out, Not(HasSubstr("script-src")));
    EXPECT_THAT(out, Not(HasSubstr("DENY")));
}

TEST(HttpDate, LooksAsItMust) { EXPECT_EQ(http_date(784111777), "Sun, 06 Nov 1994 08:49:37 GMT"); }

}  // namespace
}  // namespace hearline::http
