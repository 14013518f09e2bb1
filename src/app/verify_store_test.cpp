#include "app/verify_store.hpp"

#include "app/event_rows.hpp"
#include "domain/complaint/apply.hpp"
#include "domain/complaint/decide.hpp"
#include "support/altered_store.hpp"
#include "support/app_world.hpp"

namespace hearline {
namespace {

class VerifyStore : public testing::AppWorld {
protected:
    void fill() {
        for (int i = 0; i < 5; ++i) numbers.push_back(registered("扶梯停运"));
        live(numbers[1]);
        done(numbers[2], agent, dispatch_to("line2"));
    }
    VerifyReport verify(Store& what) { return verify_store(what, &facts, *directory(), now, {}); }
    std::vector<Number> numbers;
};

std::string checks(VerifyReport const& report) {
    std::string found;
    for (auto const& finding : report.findings) found += finding.check + " " + finding.complaint + " " + std::to_string(finding.seq) + ";";
    return found;
}

TEST_F(VerifyStore, ASoundStoreIsSound) {
    fill();
    auto const report = verify(*store);
    EXPECT_TRUE(report.sound()) << checks(report);
    EXPECT_EQ(report.complaints, 5);
    EXPECT_EQ(report.events, 12);
    EXPECT_GT(report.anchors, 0);
}

TEST_F(VerifyStore, R10_4_AChangedEventIsNamed) {
    fill();
    testing::AlteredStore altered{*store};
    altered.change_event = [key = row(numbers[1]).key](EventRow& event) {
        if (event.key == key && event.seq == 3) event.body += "x";
    };
    auto const report = verify(altered);
    ASSERT_FALSE(report.sound());
    EXPECT_EQ(report.findings[0].check, "chain");
    EXPECT_EQ(report.findings[0].complaint, format_number(numbers[1]));
    EXPECT_EQ(report.findings[0].seq, 3);
}

TEST_F(VerifyStore, R10_4_AChangedTextIsNamed) {
    fill();
    testing::AlteredStore altered{*store};
    altered.change_event = [key = row(numbers[0]).key](EventRow& event) {
        if (event.seq == 1 && event.key == key) event.text += "\ncontent=别的";
    };
    auto const report = verify(altered);
    ASSERT_FALSE(report.sound());
    EXPECT_EQ(report.findings[0].complaint, format_number(numbers[0]));
}

TEST_F(VerifyStore, R10_4_ADeletedComplaintIsNoticed) {
    fill();
    testing::AlteredStore altered{*store};
    auto const gone = row(numbers[0]).key;
    altered.hide = [gone](ComplaintKey key) { return key == gone; };
    auto const report = verify(altered);
    auto const found = checks(report);
    EXPECT_NE(found.find("anchor"), std::string::npos) << found;
    EXPECT_NE(found.find("number"), std::string::npos) << found;
    EXPECT_NE(found.find("facts"), std::string::npos) << found;
}

TEST_F(VerifyStore, R1_4_AHistoryWhoseTimesGoBackIsNamed) {
    fill();
    testing::AlteredStore altered{*store};
    altered.change_event = [key = row(numbers[2]).key](EventRow& event) {
        if (event.key != key || event.seq != 2) return;
        auto earlier = event_of(event);
        earlier.at -= std::chrono::hours{2};
        auto const first = event_of(event);
        auto const at = event.body.find(std::to_string(ms_of(first.at)));
        if (at != std::string::npos) event.body.replace(at, 13, std::to_string(ms_of(earlier.at)));
        event.digest = sha256(event.body);
    };
    auto const found = checks(verify(altered));
    EXPECT_NE(found.find("time " + format_number(numbers[2]) + " 2;"), std::string::npos) << found;
}

TEST_F(VerifyStore, AChangedRecordIsNamed) {
    fill();
    testing::AlteredStore altered{*store};
    altered.change_row = [&](ComplaintRow& stored) {
        auto const at = stored.record.find("stage=closed");
        if (at != std::string::npos) stored.record.replace(at, 12, "stage=review");
    };
    auto const report = verify(altered);
    ASSERT_FALSE(report.sound());
    EXPECT_EQ(report.findings[0].check, "record");
    EXPECT_EQ(report.findings[0].complaint, format_number(numbers[1]));
}

TEST_F(VerifyStore, FiguresThatDifferFromTheRecordsAreNamed) {
    fill();
    auto fact = facts.find(row(numbers[3]).key.value).value();
    fact.channel = Channel::fax;
    facts.apply(std::span{&fact, 1});
    auto const report = verify(*store);
    ASSERT_EQ(report.bad, 1) << checks(report);
    EXPECT_EQ(report.findings[0].check, "facts");
    EXPECT_EQ(report.findings[0].complaint, format_number(numbers[3]));
}

TEST_F(VerifyStore, R3_7_ARecordWhoseTimeTheLedgerDoesNotHoldIsNamed) {
    auto const at = parse_rfc3339("2005-03-04T10:00:00+08:00").value();
    History history;
    history.registration = registration("旧档");
    history.registration.received_at = at;
    auto const number = write_and_wait(*store, [&](Transaction& transaction) -> Result<Number> {
        auto const given = transaction.next_number(directory()->zone().date(at));
        auto const event = TRY(decide_import(history, given, {director, now, directory()->keeping(), directory()->rules()}));
        Complaint complaint;
        apply(complaint, event);
        auto const sealed = seal(event, Digest{}, Salt{1});
        ComplaintRow row;
        row.key = transaction.next_key(at + std::chrono::days{400});
        row.number = given;
        row.version = 1;
        row.next_due = complaint.next_due();
        row.record = encode_record(complaint);
        row.salt = sealed.salt;
        row.text = sealed.text;
        row.personal = sealed.personal;
        EventRow first{row.key, 1, sealed.body, sealed.digest, sealed.salt, {}, {}, {}};
        transaction.insert(row, std::span{&first, 1}, "");
        return given;
    });
    auto const report = verify(*store);
    ASSERT_EQ(report.findings.size(), 1u) << checks(report);
    EXPECT_EQ(report.findings[0].check, "time");
    EXPECT_EQ(report.findings[0].complaint, format_number(*number));
}

}  // namespace
}  // namespace hearline
