#include "app/put_unit.hpp"

#include <algorithm>

#include "app/administration_log.hpp"
#include "app/load_reference.hpp"
#include "app/reference_checks.hpp"
#include "app/reference_version.hpp"
#include "domain/organisation/permission.hpp"

namespace hearline {

namespace {

class Judgement {
public:
    Judgement(Directory const& directory, UnitChange const& change) : directory_{directory}, change_{change}, before_{directory.unit(change.code)} {}

    Result<Unit> unit() {
        check_code(errors_, change_.code, "_-");
        check_names(errors_, change_.name, change_.name_en);
        check_kind();
        check_parent();
        check_name_is_free();
        TRY(no_errors(std::move(errors_)));
        Unit after = before_ ? *before_ : Unit{};
        after.code = change_.code;
        after.name = change_.name;
        if (change_.name_en) after.name_en = *change_.name_en;
        after.kind = change_.kind;
        after.retired = change_.retired.value_or(after.retired);
        if (!before_ || after.parent != change_.parent) after.order = next_order();
        after.parent = change_.parent;
        if (after.retired && !(before_ && before_->retired)) TRY(may_retire(after));
        return after;
    }

private:
    void wrong(std::string pointer, Text detail) { errors_.push_back({std::move(pointer), std::move(detail)}); }

    // R2.1: one company at the top, one centre.
    void check_kind() {
        auto const was = before_ ? std::optional{before_->kind} : std::nullopt;
        if (was == change_.kind) return;
        auto const only_one = [](UnitKind kind) { return kind == UnitKind::company || kind == UnitKind::centre; };
        if (only_one(change_.kind) || (was && only_one(*was)))
            wrong("/kind", say("公司和投诉处理中心各只有一个，不能新设或改作其他；请选 department unit station",
                               "there is one company and one complaint centre, neither made anew nor turned into something else; choose department unit station"));
    }

    void check_parent() {
        if (change_.parent.empty()) {
            if (change_.kind != UnitKind::company) wrong("/parent", say("请给出上级单位的代码", "give the code of the unit above"));
            return;
        }
        auto const* parent = directory_.unit(change_.parent);
        if (change_.kind == UnitKind::company)
            wrong("/parent", say("公司没有上级单位，请去掉", "the company has no unit above it; leave it out"));
        else if (!parent)
            wrong("/parent", say("没有单位“{}”；单位见 /api/v1/units", "there is no unit \"{}\"; units are listed at /api/v1/units", change_.parent));
        else if (parent->retired && !(before_ && before_->parent == change_.parent))
            wrong("/parent", say("上级单位“{}”已停用，请选一个在用的", "the unit above, \"{}\", is retired; choose one in use", parent->name));
        else if (is_below(*parent))
            wrong("/parent", say("上级单位不能是自己或自己的下级", "the unit above must not be the unit itself or one below it"));
    }

    [[nodiscard]] bool is_below(Unit const& candidate) const {
        auto const* at = &candidate;
        for (std::size_t steps = 0; at && steps <= directory_.units().size(); ++steps) {
            if (at->code == change_.code) return true;
            at = at->parent.empty() ? nullptr : directory_.unit(at->parent);
        }
        return false;
    }

    void check_name_is_free() {
        if (before_ && before_->name == change_.name) return;
        for (auto const& other : directory_.units())
            if (other.code != change_.code && other.name == change_.name && !other.retired)
                return wrong("/name", say("单位“{0}”（{1}）已用此名称", "the unit {1} has the name \"{0}\" already", other.name, other.code));
    }

    [[nodiscard]] int next_order() const {
        int last = 0;
        for (auto const& other : directory_.units())
            if (other.parent == change_.parent) last = std::max(last, other.order);
        return last + 1;
    }

    Done may_retire(Unit const& unit) {
        if (unit.kind == UnitKind::company || unit.kind == UnitKind::centre)
            return refuse(ErrorKind::conflict, "always-in-use", say("公司和投诉处理中心不能停用", "the company and the complaint centre cannot be retired"));
        for (auto const& other : directory_.units())
            if (other.parent == unit.code && !other.retired)
                return refuse(ErrorKind::conflict, "has-units", say("请先停用其下级单位“{}”", "retire the unit below it first: \"{}\"", other.name));
        for (auto const& person : directory_.users())
            if (person.unit == unit.code && !person.disabled)
                return refuse(ErrorKind::conflict, "has-people", say("请先调离或停用其人员“{}”", "move or disable its people first: \"{}\"", person.name));
        return Done{};
    }

    Directory const& directory_;
    UnitChange const& change_;
    Unit const* before_;
    std::vector<FieldError> errors_;
};

}  // namespace

// R2.3
Result<Unit> put_unit(Transaction& transaction, Actor const& actor, UnitChange const& change, Instant now) {
    TRY(may(actor, Permission::edit_organisation));
    begin_change(transaction);
    auto const directory = Directory::load(transaction);
    auto const* before = directory->unit(change.code);
    TRY(check_version(change.seen, before ? std::optional{version_of(*before)} : std::nullopt));
    auto unit = TRY((Judgement{*directory, change}.unit()));
    ReferenceData data;
    data.units.push_back(unit);
    if (TRY(load_reference(transaction, data, actor, now)) == 0) return unit;
    Change entry{ChangeName::put_unit, unit.code, {}};
    if (!before) entry.details.add("new", 1);
    if (before && before->parent != unit.parent) entry.details.add("parent", std::string_view{unit.parent});
    if (before ? before->retired != unit.retired : unit.retired) entry.details.add("retired", unit.retired ? 1 : 0);
    log_change(transaction, actor, entry, now);
    return unit;
}

}  // namespace hearline
