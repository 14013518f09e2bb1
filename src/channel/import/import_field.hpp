#pragma once
// The fields that a column of a foreign table can become.
#include "base/code.hpp"

namespace hearline::channel {

enum class ImportField {
    external_id, channel, kind, type, severity, subject, content, received_at, registered_at, occurred_at, name, phone, email, anonymous, line, station,
    exit, train, carriage, equipment, detail, unit, accepting_unit, handling_unit, cause, stage, status, due_at, fed_back_at, closed_at, result, resolution, satisfaction
};

}  // namespace hearline::channel

namespace hearline {

template <>
struct CodeTable<channel::ImportField> {
    using F = channel::ImportField;
    static constexpr std::array<CodeName<F>, 33> rows{{
        {F::external_id, "external_id", "来源编号", "number at the source"},
        {F::channel, "channel", "渠道", "channel"},
        {F::kind, "kind", "性质", "kind"},
        {F::type, "type", "类型", "type"},
        {F::severity, "severity", "等级", "severity"},
        {F::subject, "subject", "主题", "subject"},
        {F::content, "content", "内容", "content"},
        {F::received_at, "received_at", "受理时间", "time of receipt"},
        {F::registered_at, "registered_at", "登记时间", "time of registration"},
        {F::occurred_at, "occurred_at", "发生时间", "time of the event"},
        {F::name, "name", "姓名", "name"},
        {F::phone, "phone", "电话", "phone"},
        {F::email, "email", "邮箱", "e-mail"},
        {F::anonymous, "anonymous", "匿名", "anonymous"},
        {F::line, "line", "线路", "line"},
        {F::station, "station", "车站", "station"},
        {F::exit, "exit", "出口", "exit"},
        {F::train, "train", "列车", "train"},
        {F::carriage, "carriage", "车厢", "carriage"},
        {F::equipment, "equipment", "设备", "equipment"},
        {F::detail, "detail", "地点说明", "place in words"},
        {F::unit, "unit", "涉及单位", "unit concerned"},
        {F::accepting_unit, "accepting_unit", "受理单位", "accepting unit"},
        {F::handling_unit, "handling_unit", "主办单位", "lead unit"},
        {F::cause, "cause", "原因", "cause"},
        {F::stage, "stage", "阶段", "stage"},
        {F::status, "status", "来源状态", "status at the source"},
        {F::due_at, "due_at", "答复期限", "due time"},
        {F::fed_back_at, "fed_back_at", "反馈时间", "time of feedback"},
        {F::closed_at, "closed_at", "办结时间", "time of closing"},
        {F::result, "result", "处理结果", "result"},
        {F::resolution, "resolution", "解决情况", "resolution"},
        {F::satisfaction, "satisfaction", "满意度", "satisfaction"},
    }};
};

}  // namespace hearline
