#pragma once
// The names of all acts of workflow.md (those of later issues have their place here when they exist).
#include "base/code.hpp"

namespace hearline {

enum class ActName {
    register_, import_, dispatch, answer, refuse, submit_opinion, return_, approve, reject, complete, report_result, give_feedback,
    reject_result, record_follow_up, reopen, withdraw, end, note, contact, attach, publish_progress, suspend, resume,
    request_extension, grant_extension, refuse_extension, reclassify, assist_opinion, grade, reveal, hold, release_hold,
    supplement, rate, again, recalendar, undo
};

template <>
struct CodeTable<ActName> {
    static constexpr std::array<CodeName<ActName>, 37> rows{{
        {ActName::register_, "register", "登记", "Register"},
        {ActName::import_, "import", "导入", "Import"},
        {ActName::dispatch, "dispatch", "转办", "Dispatch"},
        {ActName::answer, "answer", "直接答复", "Answer"},
        {ActName::refuse, "refuse", "不予受理", "Refuse"},
        {ActName::submit_opinion, "submit_opinion", "提交意见", "Submit opinion"},
        {ActName::return_, "return", "退回", "Return"},
        {ActName::approve, "approve", "审核通过", "Approve"},
        {ActName::reject, "reject", "审核驳回", "Reject"},
        {ActName::complete, "complete", "处理完成", "Complete"},
        {ActName::report_result, "report_result", "报送结果", "Report result"},
        {ActName::give_feedback, "give_feedback", "反馈", "Give feedback"},
        {ActName::reject_result, "reject_result", "退回结果", "Reject result"},
        {ActName::record_follow_up, "record_follow_up", "回访", "Record follow-up"},
        {ActName::reopen, "reopen", "重新打开", "Reopen"},
        {ActName::withdraw, "withdraw", "撤诉", "Withdraw"},
        {ActName::end, "end", "终止", "End"},
        {ActName::note, "note", "备注", "Note"},
        {ActName::contact, "contact", "联系记录", "Contact"},
        {ActName::attach, "attach", "附件", "Attach"},
        {ActName::publish_progress, "publish_progress", "发布进展", "Publish progress"},
        {ActName::suspend, "suspend", "暂停", "Suspend"},
        {ActName::resume, "resume", "恢复", "Resume"},
        {ActName::request_extension, "request_extension", "申请延期", "Request extension"},
        {ActName::grant_extension, "grant_extension", "同意延期", "Grant extension"},
        {ActName::refuse_extension, "refuse_extension", "不同意延期", "Refuse extension"},
        {ActName::reclassify, "reclassify", "重新归类", "Reclassify"},
        {ActName::assist_opinion, "assist_opinion", "协办意见", "Assisting opinion"},
        {ActName::grade, "grade", "定级", "Grade"},
        {ActName::reveal, "reveal", "查看联系方式", "Reveal contact"},
        {ActName::hold, "hold", "法律保留", "Hold"},
        {ActName::release_hold, "release_hold", "解除保留", "Release hold"},
        {ActName::supplement, "supplement", "乘客补充", "Supplement"},
        {ActName::rate, "rate", "乘客评价", "Rate"},
        {ActName::again, "again", "乘客要求再办", "Ask again"},
        {ActName::recalendar, "recalendar", "日历变更", "Calendar change"},
        {ActName::undo, "undo", "撤销", "Undo"},
    }};
};

}  // namespace hearline
