// Units, types and causes edited one by one.
#include <algorithm>

#include "app/administration_log.hpp"
#include "app/people.hpp"
#include "app/put_entry.hpp"
#include "app/put_unit.hpp"
#include "app/reference_version.hpp"
#include "support/app_world.hpp"

namespace hearline {
namespace {

class PutReference : public testing::AppWorld {
protected:
    template <class F>
    auto write(F&& f) {
        auto result = write_and_wait(*store, std::forward<F>(f));
        holder->refresh(*store);
        return result;
    }
    /// As somebody who has just opened what exists, unless `change` says what was seen.
    Result<Unit> put(UnitChange change) {
        auto const current = directory();
        if (auto const* const unit = current->unit(change.code); unit && !change.seen) change.seen = version_of(*unit);
        return write([&](Transaction& transaction) { return put_unit(transaction, sysadmin, change, now); });
    }
    Result<CodeEntry> put(EntryChange change, CodeTree tree = CodeTree::types) {
        auto const current = directory();
        auto const* const entry = tree == CodeTree::types ? current->type(change.code) : current->cause(change.code);
        if (entry && !change.seen) change.seen = version_of(*entry);
        return write([&](Transaction& transaction) { return put_entry(transaction, director, tree, change, now); });
    }
    static UnitChange unit(std::string code, std::string name, std::string parent = "metro", std::optional<bool> retired = std::nullopt) {
        return {std::move(code), std::move(name), std::nullopt, UnitKind::unit, std::move(parent), retired, std::nullopt};
    }
    static EntryChange entry(std::string code, std::string name, std::optional<bool> retired = std::nullopt) {
        return {std::move(code), std::move(name), std::nullopt, std::nullopt, retired, std::nullopt};
    }
    template <class T>
    static std::string pointer_of(Result<T> const& result) {
        return !result && !result.error().fields.empty() ? result.error().fields[0].pointer : "";
    }
    std::size_t versions(std::string_view kind, std::string_view code) {
        auto const rows = read_now(*store, [&](Snapshot& snapshot) { return snapshot.documents(kind); });
        return static_cast<std::size_t>(std::count_if(rows.begin(), rows.end(), [&](auto const& row) { return row.code == code; }));
    }
};

TEST_F(PutReference, R2_3_AUnitIsAddedAndChangedAsANewVersion) {
    ASSERT_TRUE(put(unit("line3", "三号线中心")));
    EXPECT_EQ(directory()->unit("line3")->order, 5) << "after its siblings";
    auto renamed = unit("line3", "三号线运营中心");
    renamed.name_en = "Line 3";
    ASSERT_TRUE(put(renamed));
    EXPECT_EQ(directory()->unit_name("line3", Language::en), "Line 3");
    EXPECT_EQ(versions("unit", "line3"), 2u);
    ASSERT_TRUE(put(unit("line3", "三号线运营中心"))) << "what is not said stays";
    EXPECT_EQ(directory()->unit_name("line3", Language::en), "Line 3");
    EXPECT_EQ(versions("unit", "line3"), 2u) << "nothing changed, nothing is written";
    auto const rows = read_now(*store, [](Snapshot& snapshot) { return snapshot.documents("unit"); });
    EXPECT_EQ(std::count_if(rows.begin(), rows.end(), [](auto const& row) { return row.code == "line3" && row.changed_by == "sysadmin"; }), 2);
}

TEST_F(PutReference, WhatAnotherChangedMeanwhileIsNotUndoneUnseen) {
    ASSERT_TRUE(put(unit("line3", "三号线中心")));
    auto mine = unit("line3", "三号线");
    mine.seen = version_of(*directory()->unit("line3"));
    ASSERT_TRUE(put(unit("line3", "三号线运营中心")));
    EXPECT_EQ(put(mine).error().kind, ErrorKind::stale);
    EXPECT_EQ(directory()->unit("line3")->name, "三号线运营中心");
    auto const blind = write([&](Transaction& transaction) { return put_entry(transaction, director, CodeTree::types, entry("facilities.lift", "电梯"), now); });
    EXPECT_EQ(blind.error().kind, ErrorKind::precondition_required) << "a code that is taken is never changed by adding it again";
}

TEST_F(PutReference, EachMistakeHasItsField) {
    EXPECT_EQ(pointer_of(put(unit("Line 3", "三号线"))), "/code");
    EXPECT_EQ(pointer_of(put(unit("line3", ""))), "/name");
    EXPECT_EQ(pointer_of(put(unit("line3", "一号线中心"))), "/name") << "taken";
    EXPECT_EQ(pointer_of(put(unit("line3", "三号线", "nowhere"))), "/parent");
    EXPECT_EQ(pointer_of(put(unit("line3", "三号线", ""))), "/parent");
    EXPECT_EQ(pointer_of(put(unit("line1", "一号线中心", "line1"))), "/parent");
    ASSERT_TRUE(put(unit("shop", "一号线车间", "line1")));
    EXPECT_EQ(pointer_of(put(unit("line1", "一号线中心", "shop"))), "/parent") << "no circle";
    auto second = unit("centre2", "第二中心");
    second.kind = UnitKind::centre;
    EXPECT_EQ(pointer_of(put(second)), "/kind");
    EXPECT_EQ(pointer_of(put({"centre", "投诉处理中心", std::nullopt, UnitKind::unit, "service", std::nullopt, std::nullopt})), "/kind");
}

TEST_F(PutReference, R2_3_ARetiredUnitIsKeptAndTakesNoNewWork) {
    auto const number = registered();
    done(number, agent, dispatch_to("line2"));
    ASSERT_TRUE(put(unit("line2", "二号线中心", "metro", true)));
    EXPECT_TRUE(directory()->unit("line2")->retired);
    EXPECT_EQ(record_of(row(number)).lead_unit(), "line2");
    done(number, {Role::desk, "desk-line2", "line2"}, opinion());
    auto const refused = act(registered(), agent, dispatch_to("line2"), 1);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().fields[0].pointer, "/units/0/unit");
    EXPECT_EQ(pointer_of(put(unit("shop", "车间", "line2"))), "/parent");
    ASSERT_TRUE(put(unit("line2", "二号线中心", "metro", false)));
    EXPECT_TRUE(directory()->unit("line2")->takes_work());
}

TEST_F(PutReference, WhatHasPeopleOrUnitsIsNotRetired) {
    ASSERT_TRUE(put(unit("shop", "一号线车间", "line1")));
    EXPECT_EQ(put(unit("line1", "一号线中心", "metro", true)).error().code, "has-units");
    NewUser user;
    user.name = "desk-gates";
    user.role = Role::desk;
    user.unit = "gates";
    ASSERT_TRUE(write([&](Transaction& transaction) { return add_user(transaction, sysadmin, user, *directory(), now); }));
    EXPECT_EQ(put({"gates", "票务部", std::nullopt, UnitKind::department, "metro", true, std::nullopt}).error().code, "has-people");
    EXPECT_EQ(put({"centre", "投诉处理中心", std::nullopt, UnitKind::centre, "service", true, std::nullopt}).error().code, "always-in-use");
}

TEST_F(PutReference, R2_3_TypesAndCausesAreTheDirectorsUnitsTheSystemAdministrators) {
    auto const type = entry("facilities.fan", "风扇");
    for (auto const& by : {agent, leader, auditor, sysadmin, secadmin})
        EXPECT_EQ(write([&](Transaction& transaction) { return put_entry(transaction, by, CodeTree::types, type, now); }).error().kind, ErrorKind::forbidden);
    for (auto const& by : {agent, director, leader, auditor, secadmin})
        EXPECT_EQ(write([&](Transaction& transaction) { return put_unit(transaction, by, unit("x", "x"), now); }).error().kind, ErrorKind::forbidden);
    EXPECT_TRUE(put(type));
    EXPECT_TRUE(put(entry("equipment.fan", "风扇"), CodeTree::causes));
    EXPECT_EQ(directory()->type("facilities.fan")->parent, "facilities");
    EXPECT_EQ(directory()->cause("equipment.fan")->parent, "equipment");
}

TEST_F(PutReference, R1_3_TheTreeHasTwoLevels) {
    EXPECT_EQ(pointer_of(put(entry("facilities.lift.door", "扶梯门"))), "/code");
    EXPECT_EQ(pointer_of(put(entry("nothing.new", "新类"))), "/parent");
    EXPECT_EQ(pointer_of(put(entry(".x", "新类"))), "/code");
    auto elsewhere = entry("facilities.fan", "风扇");
    elsewhere.parent = "service";
    EXPECT_EQ(pointer_of(put(elsewhere)), "/parent");
    elsewhere.parent = "facilities";
    ASSERT_TRUE(put(elsewhere));
    elsewhere.parent = "service";
    EXPECT_EQ(pointer_of(put(elsewhere)), "/parent") << "what exists does not move";
    EXPECT_EQ(pointer_of(put(entry("facilities.fan2", "风扇"))), "/name");
}

TEST_F(PutReference, R2_3_ARetiredTypeIsKeptAndCannotBeChosen) {
    auto given = registration();
    given.type = "facilities.lift";
    auto const number = registered(given, agent);
    EXPECT_EQ(put(entry("facilities", "设施设备", true)).error().code, "has-entries");
    ASSERT_TRUE(put(entry("facilities.lift", "电扶梯", true)));
    EXPECT_EQ(record_of(row(number)).type, "facilities.lift");
    EXPECT_EQ(directory()->type_name("facilities.lift"), "电扶梯");
    EXPECT_EQ(pointer_of(register_(given, agent)), "/type");
    ASSERT_TRUE(put(entry("facilities", "设施设备", true)));
    EXPECT_EQ(put(entry("facilities.lift", "电扶梯", false)).error().code, "parent-retired");
    ASSERT_TRUE(put(entry("facilities", "设施设备", false)));
    ASSERT_TRUE(put(entry("facilities.lift", "电扶梯", false)));
    EXPECT_TRUE(register_(given, agent));
}

TEST_F(PutReference, KeywordsOfATypeStay) {
    auto data = testing::plain_reference();
    data.types[3].keywords = {"扶梯"};
    ASSERT_TRUE(write([&](Transaction& transaction) { return load_reference(transaction, data, system_actor(), now); }));
    ASSERT_TRUE(put(entry("facilities.lift", "电梯与扶梯")));
    EXPECT_EQ(directory()->type("facilities.lift")->keywords, std::vector<std::string>{"扶梯"});
}

TEST_F(PutReference, R2_3_EveryChangeIsInTheTrail) {
    ASSERT_TRUE(put(unit("line3", "三号线中心")));
    ASSERT_TRUE(put(entry("facilities.lift", "电扶梯", true)));
    ASSERT_FALSE(put(entry("facilities.lift", "")));
    auto const entries = read_now(*store, [&](Snapshot& snapshot) { return all_changes(snapshot); });
    ASSERT_EQ(entries.size(), 2u);
    EXPECT_EQ(entries[0].change.name, ChangeName::put_unit);
    EXPECT_EQ(entries[0].change.subject, "line3");
    EXPECT_EQ(entries[1].change.name, ChangeName::put_type);
    EXPECT_EQ(entries[1].change.details.get("retired"), "1");
    EXPECT_EQ(entries[1].actor, director);
    EXPECT_TRUE(read_now(*store, [](Snapshot& snapshot) { return check_changes(snapshot); }).empty());
}

}  // namespace
}  // namespace hearline
