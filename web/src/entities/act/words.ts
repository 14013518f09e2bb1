// The words of the acts' forms: fields, what they are for, who will read them.
import { defineMessages } from '@/shared/i18n';

defineMessages('actForm', {
  zhCN: {
    public: '乘客可见', inside: '仅内部可见', proposed: '拟告知乘客', publicHint: '提交后乘客在查询页面立即可以看到', proposedHint: '反馈时供采用，写给乘客看；不要写内部信息', insideHint: '乘客看不到',
    units: '转办单位', note: '附言', result: '处理结果', resolution: '解决情况', public_text: '给乘客的话', reason: '理由', claim: '投诉是否属实', findings: '调查情况', cause: '投诉原因', measures: '处理措施', due: '约定完成时间', responsibility: '责任说明', contacted: '与投诉人联系',
    done: '处理经过', means: '联系方式', text: '内容', outcome: '回访情况', satisfaction: '满意度', solved: '是否解决', comment: '投诉人意见', direction: '方向', until: '延长到', clock: '延长哪个时限', kind: '类别', type: '投诉类型', place: '投诉地点', severity: '级别',
    lead: '主办单位', assisting: '协办单位', addAssisting: '添加协办单位', removeUnit: '去掉{unit}', contactedAt: '联系时间', contactedMeans: '联系方式', more: '更多项目', chooseCause: '选择原因，可输入拼音或文字', chooseUnit: '选择单位', chooseType: '选择类型', chooseLine: '线路', chooseStation: '车站，可输入拼音',
    text_give_feedback: '反馈内容', text_publish_progress: '进展内容', text_note: '备注内容', text_contact: '联系内容', reason_reveal: '查看的理由', reason_refuse: '不予受理的理由', reason_end: '终止的理由', reason_suspend: '需要乘客补充什么', reason_grant_extension: '延期的理由', reason_return: '退回的理由',
    reason_reject: '驳回的理由', reason_reject_result: '驳回的理由', reason_withdraw: '投诉人如何表示撤诉', reason_reopen: '重新打开的理由', result_complete: '处理结果（一并报送时填写）', due_approve: '约定完成时间（默认按总时限倒排）', due_reject_result: '重新完成的时间',
    hint_approve: '按单位意见办理，进入处理环节', hint_dispatch: '送到承办单位，开始计提意见的时限', hint_submit_opinion: '提交后由中心审核', hint_return: '不属于本单位时退回中心重新转办', hint_reject: '单位须在 3 个工作日内重新提出意见', hint_complete: '同时填写结果可省去下一步',
    hint_record_follow_up: '不满意将开始新一轮办理；连续 {n} 次未联系上即办结', hint_end: '仅在确有必要时使用；投诉将办结', hint_refuse: '不属于受理范围；投诉将办结', hint_suspend: '等待乘客期间停止计时', hint_reveal: '每次查看都会记录', hint_hold: '保留期间资料不会被清除',
    hint_request_extension: '须在到期前提出，由中心主任决定', hint_publish_progress: '乘客在查询页面看到的办理进展', hint_give_feedback: '告知乘客处理结果，之后进入回访', hint_reclassify: '只提交有改动的项目', hint_withdraw: '投诉将办结',
    submit: '{act}', submitNext: '{act}并办下一件', sending: '正在提交…', done_: '已{act}', kept: '已填内容会保留', restored: '已恢复上次没有提交的内容', discard: '清空', files: '附件', filesHint: '选择、拖入或粘贴文件，随表单一起提交', addFiles: '添加文件', filesSent: '已上传 {n} 个文件',
    drafts: '没有提交的内容', draftOf: '{act}已填写、还没有提交（{time}）', draftLate: '{act}已填写、没有提交（{time}），现在不能再提交', draftTake: '继续填写', dropTitle: '丢弃没有提交的{act}？', dropYes: '丢弃', missing: '请填写此项', confirmTitle: '乘客将看到以下内容', confirmText: '以下文字会发给乘客，提交后不能收回。', confirmYes: '确认并{act}', back: '返回修改', suggested: '建议', suggestedWhy: '{why}', why_relayed: '登记时已转达该单位', why_before: '上一轮由该单位主办', why_line: '投诉地点属于该线路', accept: '转办给{unit}',
    otherErrors: '其他问题', closeForm: '收起', counter: '{n} 字', extensionStage: '当前环节时限', extensionReply: '答复总时限', asked: '申请延到 {time}', keepLine: '不改', draftSlow: '草稿保存在服务器', public_preview: '乘客将看到',
  },
  zhTW: {
    public: '乘客可見', inside: '僅內部可見', proposed: '擬告知乘客', publicHint: '提交後乘客在查詢頁面立即可以看到', proposedHint: '回饋時供採用，寫給乘客看；不要寫內部資訊', insideHint: '乘客看不到',
    units: '轉辦單位', note: '附言', result: '處理結果', resolution: '解決情況', public_text: '給乘客的話', reason: '理由', claim: '投訴是否屬實', findings: '調查情況', cause: '投訴原因', measures: '處理措施', due: '約定完成時間', responsibility: '責任說明', contacted: '與投訴人聯繫',
    done: '處理經過', means: '聯絡方式', text: '內容', outcome: '回訪情況', satisfaction: '滿意度', solved: '是否解決', comment: '投訴人意見', direction: '方向', until: '延長到', clock: '延長哪個時限', kind: '類別', type: '投訴類型', place: '投訴地點', severity: '級別',
    lead: '主辦單位', assisting: '協辦單位', addAssisting: '新增協辦單位', removeUnit: '去掉{unit}', contactedAt: '聯繫時間', contactedMeans: '聯絡方式', more: '更多項目', chooseCause: '選擇原因，可輸入拼音或文字', chooseUnit: '選擇單位', chooseType: '選擇類型', chooseLine: '線路', chooseStation: '車站，可輸入拼音',
    text_give_feedback: '回饋內容', text_publish_progress: '進展內容', text_note: '備註內容', text_contact: '聯繫內容', reason_reveal: '檢視的理由', reason_refuse: '不予受理的理由', reason_end: '終止的理由', reason_suspend: '需要乘客補充什麼', reason_grant_extension: '延期的理由', reason_return: '退回的理由',
    reason_reject: '駁回的理由', reason_reject_result: '駁回的理由', reason_withdraw: '投訴人如何表示撤訴', reason_reopen: '重新開啟的理由', result_complete: '處理結果（一併報送時填寫）', due_approve: '約定完成時間（預設按總時限倒排）', due_reject_result: '重新完成的時間',
    hint_approve: '按單位意見辦理，進入處理環節', hint_dispatch: '送到承辦單位，開始計提意見的時限', hint_submit_opinion: '提交後由中心審核', hint_return: '不屬於本單位時退回中心重新轉辦', hint_reject: '單位須在 3 個工作日內重新提出意見', hint_complete: '同時填寫結果可省去下一步',
    hint_record_follow_up: '不滿意將開始新一輪辦理；連續 {n} 次未聯繫上即辦結', hint_end: '僅在確有必要時使用；投訴將辦結', hint_refuse: '不屬於受理範圍；投訴將辦結', hint_suspend: '等待乘客期間停止計時', hint_reveal: '每次檢視都會記錄', hint_hold: '保留期間資料不會被清除',
    hint_request_extension: '須在到期前提出，由中心主任決定', hint_publish_progress: '乘客在查詢頁面看到的辦理進展', hint_give_feedback: '告知乘客處理結果，之後進入回訪', hint_reclassify: '只提交有改動的項目', hint_withdraw: '投訴將辦結',
    submit: '{act}', submitNext: '{act}並辦下一件', sending: '正在提交…', done_: '已{act}', kept: '已填內容會保留', restored: '已恢復上次沒有提交的內容', discard: '清空', files: '附件', filesHint: '選擇、拖入或貼上檔案，隨表單一起提交', addFiles: '新增檔案', filesSent: '已上傳 {n} 個檔案',
    drafts: '沒有提交的內容', draftOf: '{act}已填寫、還沒有提交（{time}）', draftLate: '{act}已填寫、沒有提交（{time}），現在不能再提交', draftTake: '繼續填寫', dropTitle: '丟棄沒有提交的{act}？', dropYes: '丟棄', missing: '請填寫此項', confirmTitle: '乘客將看到以下內容', confirmText: '以下文字會發給乘客，提交後不能收回。', confirmYes: '確認並{act}', back: '返回修改', suggested: '建議', suggestedWhy: '{why}', why_relayed: '登記時已轉達該單位', why_before: '上一輪由該單位主辦', why_line: '投訴地點屬於該線路', accept: '轉辦給{unit}',
    otherErrors: '其他問題', closeForm: '收合', counter: '{n} 字', extensionStage: '目前環節時限', extensionReply: '答覆總時限', asked: '申請延到 {time}', keepLine: '不改', draftSlow: '草稿儲存在伺服器', public_preview: '乘客將看到',
  },
  en: {
    public: 'Passenger can read', inside: 'Internal only', proposed: 'For the passenger', publicHint: 'The passenger sees it on the tracking page as soon as it is sent', proposedHint: 'Offered when feedback is given; write it for the passenger, nothing internal', insideHint: 'The passenger does not see this',
    units: 'Units', note: 'Remark', result: 'Result', resolution: 'Resolution', public_text: 'Words for the passenger', reason: 'Reason', claim: 'Is the complaint true?', findings: 'Findings', cause: 'Cause', measures: 'Measures', due: 'Agreed date', responsibility: 'Responsibility', contacted: 'Contact with the complainant',
    done: 'What was done', means: 'Means', text: 'Text', outcome: 'Outcome', satisfaction: 'Satisfaction', solved: 'Solved?', comment: 'What the complainant says', direction: 'Direction', until: 'Extend to', clock: 'Which limit', kind: 'Kind', type: 'Type', place: 'Place', severity: 'Severity',
    lead: 'Lead unit', assisting: 'Assisting units', addAssisting: 'Add an assisting unit', removeUnit: 'Take {unit} away', contactedAt: 'When', contactedMeans: 'How', more: 'More', chooseCause: 'Choose a cause; type to search', chooseUnit: 'Choose a unit', chooseType: 'Choose a type', chooseLine: 'Line', chooseStation: 'Station, also by pinyin',
    text_give_feedback: 'What the passenger is told', text_publish_progress: 'Progress', text_note: 'Note', text_contact: 'What was said', reason_reveal: 'Why you need it', reason_refuse: 'Why it is not accepted', reason_end: 'Why it is ended', reason_suspend: 'What is needed from the passenger', reason_grant_extension: 'Why the time is extended', reason_return: 'Why it is returned',
    reason_reject: 'Why it is rejected', reason_reject_result: 'Why it is rejected', reason_withdraw: 'How the complainant said so', reason_reopen: 'Why it is reopened', result_complete: 'Result (when reported at once)', due_approve: 'Agreed date (otherwise what the overall limit leaves)', due_reject_result: 'New date',
    hint_approve: 'Handle it as proposed', hint_dispatch: 'Goes to the unit; its time for an opinion starts', hint_submit_opinion: 'The centre reviews it next', hint_return: 'Not this unit’s: back to the centre', hint_reject: 'The unit proposes anew within 3 working days', hint_complete: 'With the result at once the next step falls away',
    hint_record_follow_up: 'Dissatisfied starts a new round; after {n} attempts without reaching anyone it closes', hint_end: 'Only when needed; the complaint closes', hint_refuse: 'Not ours to accept; the complaint closes', hint_suspend: 'The clocks stand still while it waits for the passenger', hint_reveal: 'Every look is recorded', hint_hold: 'Nothing is erased while it is on hold',
    hint_request_extension: 'Before the limit has passed; the director decides', hint_publish_progress: 'Progress as the passenger sees it on the tracking page', hint_give_feedback: 'Tell the passenger the result; follow-up comes next', hint_reclassify: 'Only what you change is sent', hint_withdraw: 'The complaint closes',
    submit: '{act}', submitNext: '{act}, then the next one', sending: 'Sending…', done_: 'Done: {act}', kept: 'What you typed is kept', restored: 'What you had not sent is back', discard: 'Clear', files: 'Files', filesHint: 'Choose, drop or paste files; they are sent with the form', addFiles: 'Add files', filesSent: '{n} file uploaded | {n} files uploaded',
    drafts: 'Not sent yet', draftOf: '{act}: filled in, not sent yet ({time})', draftLate: '{act}: filled in, not sent ({time}); it can no longer be sent', draftTake: 'Go on', dropTitle: 'Throw away “{act}”, which was not sent?', dropYes: 'Throw away', missing: 'Please fill this in', confirmTitle: 'The passenger will read this', confirmText: 'These words go to the passenger and cannot be taken back.', confirmYes: 'Confirm: {act}', back: 'Back to editing', suggested: 'Suggested', suggestedWhy: '{why}', why_relayed: 'relayed to this unit at registration', why_before: 'led the round before', why_line: 'the place is on its line', accept: 'Dispatch to {unit}',
    otherErrors: 'Other problems', closeForm: 'Close', counter: '{n} characters', extensionStage: 'This stage', extensionReply: 'Overall reply limit', asked: 'asked for {time}', keepLine: 'as it is', draftSlow: 'Drafts are kept on the server', public_preview: 'The passenger will read',
  },
});
defineMessages('extensionClock', {
  zhCN: { stage: '当前环节时限', reply: '答复总时限' },
  zhTW: { stage: '目前環節時限', reply: '答覆總時限' },
  en: { stage: 'This stage', reply: 'Overall reply limit' },
});
