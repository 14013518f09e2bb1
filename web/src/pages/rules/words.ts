import { defineMessages } from '@/shared/i18n';

defineMessages('rules', {
  zhCN: {
    hint: '只读。每个时限和数值旁都有它所依据的条款；正在计时的时限沿用开始时的版本。', version: '版本', versionName: '第 {n} 版：{name}（{from} 起）', holds: '现行版本', validFrom: '{from} 起生效', validUntil: '{until} 止', limits: '时限', clock: '时限名称', rule: '条款', all: '各级', only: '仅{channel}', settings: '数值', setting: '名称', value: '数值', clauses: '条款说明', noClause: '（条款全文见制度文本）', workingDays: '“工作日”不含当天，末日 24:00 截止；按国务院公布的节假日和调休计算（R9.1、R9.2）。“分钟”昼夜连续计算（R9.3）。',
  },
  zhTW: {
    hint: '唯讀。每個時限和數值旁都有它所依據的條款；正在計時的時限沿用開始時的版本。', version: '版本', versionName: '第 {n} 版：{name}（{from} 起）', holds: '現行版本', validFrom: '{from} 起生效', validUntil: '{until} 止', limits: '時限', clock: '時限名稱', rule: '條款', all: '各級', only: '僅{channel}', settings: '數值', setting: '名稱', value: '數值', clauses: '條款說明', noClause: '（條款全文見制度文本）', workingDays: '「工作日」不含當天，末日 24:00 截止；按國務院公布的節假日和調休計算（R9.1、R9.2）。「分鐘」晝夜連續計算（R9.3）。',
  },
  en: {
    hint: 'To read only. Every limit and value has the rule it comes from beside it; a clock that runs keeps the version it began with.', version: 'Version', versionName: 'Version {n}: {name} (from {from})', holds: 'in force', validFrom: 'valid from {from}', validUntil: 'until {until}', limits: 'Limits', clock: 'Limit', rule: 'Rule', all: 'All', only: '{channel} only', settings: 'Values', setting: 'Name', value: 'Value', clauses: 'What the rules say', noClause: '(see the text of the regulation)', workingDays: 'A working day does not count the day of the event and ends at 24:00; holidays and make-up days are those announced by the State Council (R9.1, R9.2). Minutes run day and night (R9.3).',
  },
});

defineMessages('ruleSetting', {
  zhCN: { follow_up_attempts: '回访最多次数', reopen_days: '办结后可重新打开的天数', recurrence_days: '视为重复发生的天数', retention_years: '档案保存年数', result_reserve_days: '为报结果和反馈预留的工作日', oldest_received_years: '投诉时间最早可追溯的年数', content_max: '投诉内容最多字数', text_max: '其他文字最多字数', subject_max: '标题最多字数', name_max: '姓名最多字数' },
  zhTW: { follow_up_attempts: '回訪最多次數', reopen_days: '辦結後可重新開啟的天數', recurrence_days: '視為重複發生的天數', retention_years: '檔案保存年數', result_reserve_days: '為報結果和回饋預留的工作日', oldest_received_years: '投訴時間最早可追溯的年數', content_max: '投訴內容最多字數', text_max: '其他文字最多字數', subject_max: '標題最多字數', name_max: '姓名最多字數' },
  en: { follow_up_attempts: 'Attempts at a follow-up', reopen_days: 'Days in which a closed complaint can be reopened', recurrence_days: 'Days within which it counts as a recurrence', retention_years: 'Years that files are kept', result_reserve_days: 'Working days kept for result and feedback', oldest_received_years: 'Years back that a complaint can have been received', content_max: 'Longest content, characters', text_max: 'Longest other text, characters', subject_max: 'Longest subject, characters', name_max: 'Longest name, characters' },
});

// What each rule asks for, in short; the program's codes of the rules stand in docs/rules.md. A key has no dots: R4.6a is R4_6a.
defineMessages('ruleClause', {
  zhCN: {
    R3_3: '详细记录姓名、联系方式、时间、地点、内容等；允许匿名。', R3_4: '热线、官网等渠道：接到后 10 分钟内登记，并转达相关单位。', R3_5: '现场投诉：立即登记，并报投诉处理中心。', R4_1: '中心 1 个工作日内转办相关单位，单位 3 个工作日内提出初步意见。', R4_3: '中心 1 个工作日内审核并告知单位；意见合理的，按意见及时处理；未约定日期的，为报送和反馈留出时间后计算，不少于所列时限。', R4_5: '单位处理完成后 1 个工作日内报送结果。', R4_6: '中心收到结果后 1 个工作日内反馈投诉人，并回访满意度。',
    R4_6a: '从登记到反馈的总时限，行业通行 5 个工作日。', R4_7: '查清事实、原因和责任，意见切实可行。', R4_8: '整改到位，防止重复发生。', R5_2: '投诉人不满意的，重新组织调查处理，再次反馈。', R10_3: '投诉档案按期保存，到期抹去个人信息，统计数字保留；法律保留的除外。',
  },
  zhTW: {
    R3_3: '詳細記錄姓名、聯絡方式、時間、地點、內容等；允許匿名。', R3_4: '熱線、官網等管道：接到後 10 分鐘內登記，並轉達相關單位。', R3_5: '現場投訴：立即登記，並報投訴處理中心。', R4_1: '中心 1 個工作日內轉辦相關單位，單位 3 個工作日內提出初步意見。', R4_3: '中心 1 個工作日內審核並告知單位；意見合理的，按意見及時處理；未約定日期的，為報送和回饋留出時間後計算，不少於所列時限。', R4_5: '單位處理完成後 1 個工作日內報送結果。', R4_6: '中心收到結果後 1 個工作日內回饋投訴人，並回訪滿意度。',
    R4_6a: '從登記到回饋的總時限，行業通行 5 個工作日。', R4_7: '查清事實、原因和責任，意見切實可行。', R4_8: '整改到位，防止重複發生。', R5_2: '投訴人不滿意的，重新組織調查處理，再次回饋。', R10_3: '投訴檔案按期保存，到期抹去個人資訊，統計數字保留；法律保留的除外。',
  },
  en: {
    R3_3: 'Record in detail: name, contact, time, place, content; anonymous complaints are allowed.', R3_4: 'Hotline, web and like channels: register within 10 minutes and pass it on to the unit concerned.', R3_5: 'On site: register at once and pass it to the centre.', R4_1: 'The centre dispatches within 1 working day; the unit gives its opinion within 3.', R4_3: 'The centre reviews within 1 working day and tells the unit; a reasonable opinion is carried out promptly; without an agreed date, by what the total limit leaves before result and feedback, never less than the limit listed.', R4_5: 'The unit reports the result within 1 working day of finishing.', R4_6: 'The centre tells the complainant within 1 working day of the result, and follows up.',
    R4_6a: 'The limit from registration to feedback; 5 working days are the industry’s rule.', R4_7: 'Find facts, cause and responsibility; make the opinion practicable.', R4_8: 'Rectify, so that it does not recur.', R5_2: 'Not satisfied: investigate and handle again, and feed back again.', R10_3: 'Files are kept for their time, then personal data are erased while figures stay; a legal hold stops that.',
  },
});
