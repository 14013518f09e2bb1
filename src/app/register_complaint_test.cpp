#include "app/register_complaint.hpp"

#include "app/event_rows.hpp"
#include "app/read_complaint.hpp"
#include "app/search_text.hpp"
#include "support/app_world.hpp"

namespace hearline {
namespace {

class RegisterComplaint : public testing::AppWorld {};

bool points_at(Error const& error, std::string_view pointer) {
    return std::any_of(error.fields.begin(), error.fields.end(), [&](auto const& field) { return field.pointer == pointer; });
}

TEST_F(RegisterComplaint, R3_8_NumbersFollowTheOrderOfRegistrationWithoutGap) {
    EXPECT_EQ(format_number(registered("一")), "TS202606080001");
    auto refused = registration("二");
    refused.received_at = now + std::chrono::hours{1};  // in the future: refused inside the transaction, after the number was taken
    EXPECT_FALSE(register_(refused, agent));
    EXPECT_EQ(format_number(registered("三")), "TS202606080002");
}

TEST_F(RegisterComplaint, ShowsTheComplainantMasked) {
    auto const done = register_(registration(), agent);
    ASSERT_TRUE(done);
    EXPECT_EQ(done->view.complaint.complainant.name, "张*");
    EXPECT_EQ(done->view.complaint.complainant.phone, "138****1234");
    EXPECT_EQ(done->view.complaint.complainant.email, "z***@example.com");
    EXPECT_EQ(done->view.complaint.version, 1);
    EXPECT_EQ(record_of(row(done->view.complaint.number)).complainant.phone, "13812341234");
}

TEST_F(RegisterComplaint, UnknownCodesAreToldTogether) {
    auto r = registration();
    r.type = "facilities.boat";
    r.unit = "centre";
    r.place.line = "9";
    auto const done = register_(r, agent);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().kind, ErrorKind::invalid);
    EXPECT_TRUE(points_at(done.error(), "/type"));
    EXPECT_TRUE(points_at(done.error(), "/unit"));
    EXPECT_TRUE(points_at(done.error(), "/place/line"));
}

TEST_F(RegisterComplaint, LineAndStationByNameBecomeCodes) {
    auto r = registration();
    r.place.line = "1号线";
    r.place.station = "体育西路";
    auto const complaint = record_of(row(registered(r, agent)));
    EXPECT_EQ(complaint.place.line, "1");
    EXPECT_EQ(complaint.place.station, "tiyuxilu");
}

TEST_F(RegisterComplaint, AStationOfAnotherLineIsRefused) {
    auto r = registration();
    r.place.line = "2";
    r.place.station = "体育西路";
    auto const done = register_(r, agent);
    ASSERT_FALSE(done);
    EXPECT_TRUE(points_at(done.error(), "/place/station"));
}

TEST_F(RegisterComplaint, TheSameExternalIdOfAChannelIsAnsweredWithTheFirst) {
    auto r = registration();
    r.channel = Channel::city_hotline;
    r.external_id = "12345-1";
    auto const first = register_(r, agent), second = register_(r, agent);
    ASSERT_TRUE(first && second);
    EXPECT_EQ(first->outcome, Registered::Outcome::created);
    EXPECT_EQ(second->outcome, Registered::Outcome::already_there);
    EXPECT_EQ(second->view.complaint.number, first->view.complaint.number);
    r.channel = Channel::email;
    EXPECT_EQ(register_(r, agent)->outcome, Registered::Outcome::created);
}

TEST_F(RegisterComplaint, AnExternalIdOfAnotherUnitsComplaintIsAConflictWithoutItsContent) {
    auto r = registration();
    r.external_id = "x";
    registered(r, agent);
    auto const second = register_(r, desk2);
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().kind, ErrorKind::conflict);
    EXPECT_EQ(second.error().detail.en.find("TS2026"), std::string::npos);
}

TEST_F(RegisterComplaint, LeadersAndAdministratorsRegisterNothing) {
    for (auto const& actor : {leader, auditor, sysadmin, secadmin}) {
        auto const done = register_(registration(), actor);
        ASSERT_FALSE(done);
        EXPECT_EQ(done.error().kind, ErrorKind::forbidden);
    }
}

TEST_F(RegisterComplaint, R2_8_AUnitsIntakeIsSeenByTheCentreAtOnce) {
    auto const number = registered(registration(), desk1);
    auto const view = read_now(*store, [&](Snapshot& snapshot) { return read_complaint(snapshot, agent, number, *directory(), now); });
    ASSERT_TRUE(view);
    EXPECT_EQ(view->complaint.accepting_unit, "line1");
    EXPECT_FALSE(read_now(*store, [&](Snapshot& snapshot) { return read_complaint(snapshot, desk2, number, *directory(), now); }));
}

TEST_F(RegisterComplaint, WithoutARuleBookNothingIsRegistered) {
    auto const bare = Directory::of({});
    auto const prepared = prepare_registration(registration(), agent, bare, now, random);
    ASSERT_FALSE(prepared);
    EXPECT_EQ(prepared.error().kind, ErrorKind::unavailable);
}

/// What was indexed is worked out again from the stored texts, or a correction of the index would miss.
TEST_F(RegisterComplaint, IndexedTokensCanBeWorkedOutFromTheStoredTexts) {
    for (auto const* subject : {"", "扶梯停运", "B口扶梯停运，无人处理"}) {
        auto r = registration();
        r.subject = subject;
        r.place.line = "1";
        r.place.station = "体育西路";
        r.place.detail = "站厅往站台";
        auto const prepared = prepare_registration(r, agent, directory(), now, random);
        ASSERT_TRUE(prepared);
        auto const done = write_and_wait(*store, [&](Transaction& transaction) { return commit_registration(transaction, *prepared, now); });
        ASSERT_TRUE(done);
        auto const stored = row(done->view.complaint.number);
        auto const tokens = read_now(*store, [&](Snapshot& snapshot) { return indexed_tokens(snapshot, stored); });
        auto const given = number_token(stored.number) + " " + prepared->search_tokens;
        EXPECT_EQ(tokens, given) << subject;
    }
}

}  // namespace
}  // namespace hearline
