// The words that all pages share: codes of the interface as people read them, buttons, what went wrong. The Chinese ones are those of docs/glossary.md.
import { defineMessages } from './index';
import { frameWords } from './words.frame';
import { problemWords } from './words.problem';

defineMessages('stage', {
  zhCN: { dispatch: '待转办', opinion: '待提意见', review: '待审核', remedy: '处理中', result: '待报结果', feedback: '待反馈', follow_up: '待回访', closed: '已办结' },
  zhTW: { dispatch: '待轉辦', opinion: '待提意見', review: '待審核', remedy: '處理中', result: '待報結果', feedback: '待回饋', follow_up: '待回訪', closed: '已辦結' },
  en: { dispatch: 'To dispatch', opinion: 'Opinion due', review: 'To review', remedy: 'In progress', result: 'Result due', feedback: 'Feedback due', follow_up: 'To follow up', closed: 'Closed' },
});

defineMessages('act', {
  zhCN: {
    register: '登记', import: '导入', dispatch: '转办', answer: '直接答复', refuse: '不予受理', submit_opinion: '提交意见', return: '退回', approve: '审核通过', reject: '驳回意见', complete: '处理完成',
    report_result: '报送结果', give_feedback: '反馈', reject_result: '驳回结果', record_follow_up: '记录回访', reopen: '重新打开', withdraw: '撤诉', end: '终止', note: '备注', contact: '联系记录', attach: '添加附件',
    publish_progress: '公布进展', suspend: '暂停计时', resume: '恢复计时', request_extension: '申请延期', grant_extension: '同意延期', refuse_extension: '不同意延期', reclassify: '改分类', assist_opinion: '提交协办意见',
    grade: '定级', reveal: '查看联系方式', hold: '法律保留', release_hold: '解除法律保留', supplement: '补充说明', rate: '评价', again: '要求再次处理', recalendar: '日历变更', undo: '撤销',
  },
  zhTW: {
    register: '登記', import: '匯入', dispatch: '轉辦', answer: '直接答覆', refuse: '不予受理', submit_opinion: '提交意見', return: '退回', approve: '審核通過', reject: '駁回意見', complete: '處理完成',
    report_result: '報送結果', give_feedback: '回饋', reject_result: '駁回結果', record_follow_up: '記錄回訪', reopen: '重新開啟', withdraw: '撤訴', end: '終止', note: '備註', contact: '聯繫記錄', attach: '新增附件',
    publish_progress: '公布進展', suspend: '暫停計時', resume: '恢復計時', request_extension: '申請延期', grant_extension: '同意延期', refuse_extension: '不同意延期', reclassify: '改分類', assist_opinion: '提交協辦意見',
    grade: '定級', reveal: '查看聯繫方式', hold: '法律保留', release_hold: '解除法律保留', supplement: '補充說明', rate: '評價', again: '要求再次處理', recalendar: '日曆變更', undo: '復原',
  },
  en: {
    register: 'Register', import: 'Import', dispatch: 'Dispatch', answer: 'Answer directly', refuse: 'Refuse', submit_opinion: 'Submit opinion', return: 'Return', approve: 'Approve', reject: 'Reject opinion', complete: 'Complete',
    report_result: 'Report result', give_feedback: 'Give feedback', reject_result: 'Reject result', record_follow_up: 'Record follow-up', reopen: 'Reopen', withdraw: 'Withdraw', end: 'End', note: 'Note', contact: 'Log contact', attach: 'Attach file',
    publish_progress: 'Publish progress', suspend: 'Suspend', resume: 'Resume', request_extension: 'Request extension', grant_extension: 'Grant extension', refuse_extension: 'Refuse extension', reclassify: 'Reclassify', assist_opinion: 'Submit assisting opinion',
    grade: 'Grade', reveal: 'Reveal contact', hold: 'Legal hold', release_hold: 'Release legal hold', supplement: 'Supplement', rate: 'Rate', again: 'Ask for another round', recalendar: 'Calendar change', undo: 'Undo',
  },
});

defineMessages('role', {
  zhCN: { passenger: '乘客', agent: '中心坐席', director: '中心主任', desk: '单位专岗', head: '单位负责人', leader: '公司领导', auditor: '审计管理员', sysadmin: '系统管理员', secadmin: '安全管理员', system: '系统' },
  zhTW: { passenger: '乘客', agent: '中心坐席', director: '中心主任', desk: '單位專崗', head: '單位負責人', leader: '公司領導', auditor: '稽核管理員', sysadmin: '系統管理員', secadmin: '安全管理員', system: '系統' },
  en: { passenger: 'Passenger', agent: 'Centre agent', director: 'Centre director', desk: 'Unit desk', head: 'Unit head', leader: 'Company leader', auditor: 'Auditor', sysadmin: 'System administrator', secadmin: 'Security administrator', system: 'System' },
});

defineMessages('channel', {
  zhCN: { hotline: '热线', website: '官网', wechat: '微信', weibo: '微博', on_site: '现场', letter: '信函', fax: '传真', email: '电子邮件', city_hotline: '市民热线', open311: 'Open311', other: '其他' },
  zhTW: { hotline: '熱線', website: '官網', wechat: '微信', weibo: '微博', on_site: '現場', letter: '信函', fax: '傳真', email: '電子郵件', city_hotline: '市民熱線', open311: 'Open311', other: '其他' },
  en: { hotline: 'Hotline', website: 'Website', wechat: 'WeChat', weibo: 'Weibo', on_site: 'On site', letter: 'Letter', fax: 'Fax', email: 'E-mail', city_hotline: 'City hotline', open311: 'Open311', other: 'Other' },
});

defineMessages('kind', {
  zhCN: { complaint: '投诉', consultation: '咨询', help: '求助', suggestion: '建议', praise: '表扬', lost_property: '失物' },
  zhTW: { complaint: '投訴', consultation: '諮詢', help: '求助', suggestion: '建議', praise: '表揚', lost_property: '失物' },
  en: { complaint: 'Complaint', consultation: 'Consultation', help: 'Call for help', suggestion: 'Suggestion', praise: 'Praise', lost_property: 'Lost property' },
});

defineMessages('severity', {
  zhCN: { ordinary: '一般', serious: '重大', urgent: '紧急' },
  zhTW: { ordinary: '一般', serious: '重大', urgent: '緊急' },
  en: { ordinary: 'Ordinary', serious: 'Serious', urgent: 'Urgent' },
});

defineMessages('clock', {
  zhCN: { register: '登记时限', relay: '转达时限', dispatch: '转办时限', opinion: '意见时限', review: '审核时限', remedy: '处理时限', result: '报结果时限', feedback: '反馈时限', follow_up: '回访时限', reply: '答复总时限' },
  zhTW: { register: '登記時限', relay: '轉達時限', dispatch: '轉辦時限', opinion: '意見時限', review: '審核時限', remedy: '處理時限', result: '報結果時限', feedback: '回饋時限', follow_up: '回訪時限', reply: '答覆總時限' },
  en: { register: 'Registration', relay: 'Relay', dispatch: 'Dispatch', opinion: 'Opinion', review: 'Review', remedy: 'Remedy', result: 'Result', feedback: 'Feedback', follow_up: 'Follow-up', reply: 'Reply (overall)' },
});

defineMessages('clockOutcome', {
  zhCN: { running: '计时中', met: '按时', missed: '超时', paused: '已暂停', cancelled: '已取消' },
  zhTW: { running: '計時中', met: '按時', missed: '超時', paused: '已暫停', cancelled: '已取消' },
  en: { running: 'Running', met: 'Met', missed: 'Missed', paused: 'Paused', cancelled: 'Cancelled' },
});

// How a complaint was closed: by its follow-up, or otherwise. `closedAs` is the stage with it.
defineMessages('closing', {
  zhCN: { done: '办结', withdrawn: '撤诉', ended: '终止', refused: '不予受理' },
  zhTW: { done: '辦結', withdrawn: '撤訴', ended: '終止', refused: '不予受理' },
  en: { done: 'Done', withdrawn: 'Withdrawn', ended: 'Ended', refused: 'Not accepted' },
});
defineMessages('closedAs', {
  zhCN: { done: '已办结', withdrawn: '已办结（撤诉）', ended: '已办结（终止）', refused: '已办结（不予受理）' },
  zhTW: { done: '已辦結', withdrawn: '已辦結（撤訴）', ended: '已辦結（終止）', refused: '已辦結（不予受理）' },
  en: { done: 'Closed', withdrawn: 'Closed (withdrawn)', ended: 'Closed (ended)', refused: 'Closed (not accepted)' },
});

defineMessages('satisfaction', {
  zhCN: { satisfied: '满意', basically_satisfied: '基本满意', dissatisfied: '不满意', unrated: '未评价' },
  zhTW: { satisfied: '滿意', basically_satisfied: '基本滿意', dissatisfied: '不滿意', unrated: '未評價' },
  en: { satisfied: 'Satisfied', basically_satisfied: 'Basically satisfied', dissatisfied: 'Dissatisfied', unrated: 'Not rated' },
});

defineMessages('resolution', {
  zhCN: { solved: '已解决', partly: '部分解决', not_solved: '未解决', cannot: '无法解决' },
  zhTW: { solved: '已解決', partly: '部分解決', not_solved: '未解決', cannot: '無法解決' },
  en: { solved: 'Solved', partly: 'Partly solved', not_solved: 'Not solved', cannot: 'Cannot be solved' },
});

defineMessages('solved', {
  zhCN: { solved: '已解决', partly: '部分解决', not_solved: '未解决' },
  zhTW: { solved: '已解決', partly: '部分解決', not_solved: '未解決' },
  en: { solved: 'Solved', partly: 'Partly solved', not_solved: 'Not solved' },
});

defineMessages('claim', {
  zhCN: { true: '属实', partly: '部分属实', false: '不属实' },
  zhTW: { true: '屬實', partly: '部分屬實', false: '不屬實' },
  en: { true: 'True', partly: 'Partly true', false: 'Not true' },
});

defineMessages('validity', {
  zhCN: { valid: '有效', invalid: '无效', duplicate: '重复' },
  zhTW: { valid: '有效', invalid: '無效', duplicate: '重複' },
  en: { valid: 'Valid', invalid: 'Invalid', duplicate: 'Duplicate' },
});

defineMessages('liability', {
  zhCN: { full: '有责', partial: '部分有责', none: '无责' },
  zhTW: { full: '有責', partial: '部分有責', none: '無責' },
  en: { full: 'Liable', partial: 'Partly liable', none: 'Not liable' },
});

defineMessages('means', {
  zhCN: { phone: '电话', sms: '短信', email: '电子邮件', letter: '信函', visit: '上门', wechat: '微信', weibo: '微博', platform: '平台', other: '其他' },
  zhTW: { phone: '電話', sms: '簡訊', email: '電子郵件', letter: '信函', visit: '上門', wechat: '微信', weibo: '微博', platform: '平台', other: '其他' },
  en: { phone: 'Phone', sms: 'Text message', email: 'E-mail', letter: 'Letter', visit: 'Visit', wechat: 'WeChat', weibo: 'Weibo', platform: 'Platform', other: 'Other' },
});

defineMessages('direction', {
  zhCN: { in: '对方联系我们', out: '我们联系对方' },
  zhTW: { in: '對方聯繫我們', out: '我們聯繫對方' },
  en: { in: 'Incoming', out: 'Outgoing' },
});

defineMessages('followUp', {
  zhCN: { answered: '已接通', unreachable: '未联系上' },
  zhTW: { answered: '已接通', unreachable: '未聯繫上' },
  en: { answered: 'Answered', unreachable: 'Unreachable' },
});

/** The columns of the ledger and the labels of the facts (R3.6). */
defineMessages('field', {
  zhCN: {
    number: '投诉编号', kind: '类别', stage: '环节', channel: '受理渠道', severity: '级别', complainant: '投诉人', name: '姓名', phone: '联系电话', email: '电子邮箱', anonymous: '匿名', received_at: '投诉时间', registered_at: '受理时间',
    occurred_at: '发生时间', closed_at: '办结时间', fed_back_at: '反馈时间', due_at: '到期时间', place: '投诉地点', line: '线路', station: '车站', exit: '出入口', train: '车次', carriage: '车厢', equipment: '设备', detail: '具体位置',
    type: '投诉类型', cause: '投诉原因', subject: '标题', content: '投诉内容', accepting_unit: '受理单位', unit: '办理单位', lead: '主办单位', assisting: '协办单位', progress: '办理进度', result: '处理结果', resolution: '解决情况', satisfaction: '满意度',
    solved: '是否解决', claim: '是否属实', validity: '有效性', liability: '责任认定', round: '轮次', clock: '时限', external_id: '来源单号', reason: '理由', note: '备注', means: '联系方式', role: '角色', version: '版本',
  },
  zhTW: {
    number: '投訴編號', kind: '類別', stage: '環節', channel: '受理管道', severity: '級別', complainant: '投訴人', name: '姓名', phone: '聯絡電話', email: '電子信箱', anonymous: '匿名', received_at: '投訴時間', registered_at: '受理時間',
    occurred_at: '發生時間', closed_at: '辦結時間', fed_back_at: '回饋時間', due_at: '到期時間', place: '投訴地點', line: '線路', station: '車站', exit: '出入口', train: '車次', carriage: '車廂', equipment: '設備', detail: '具體位置',
    type: '投訴類型', cause: '投訴原因', subject: '標題', content: '投訴內容', accepting_unit: '受理單位', unit: '辦理單位', lead: '主辦單位', assisting: '協辦單位', progress: '辦理進度', result: '處理結果', resolution: '解決情況', satisfaction: '滿意度',
    solved: '是否解決', claim: '是否屬實', validity: '有效性', liability: '責任認定', round: '輪次', clock: '時限', external_id: '來源單號', reason: '理由', note: '備註', means: '聯絡方式', role: '角色', version: '版本',
  },
  en: {
    number: 'Number', kind: 'Kind', stage: 'Stage', channel: 'Channel', severity: 'Severity', complainant: 'Complainant', name: 'Name', phone: 'Phone', email: 'E-mail', anonymous: 'Anonymous', received_at: 'Received', registered_at: 'Registered',
    occurred_at: 'Occurred', closed_at: 'Closed', fed_back_at: 'Fed back', due_at: 'Due', place: 'Place', line: 'Line', station: 'Station', exit: 'Exit', train: 'Train', carriage: 'Carriage', equipment: 'Equipment', detail: 'Exact place',
    type: 'Type', cause: 'Cause', subject: 'Subject', content: 'Content', accepting_unit: 'Accepting unit', unit: 'Handling unit', lead: 'Lead unit', assisting: 'Assisting unit', progress: 'Progress', result: 'Result', resolution: 'Resolution', satisfaction: 'Satisfaction',
    solved: 'Solved', claim: 'Claim', validity: 'Validity', liability: 'Liability', round: 'Round', clock: 'Time limit', external_id: 'Source number', reason: 'Reason', note: 'Note', means: 'Means', role: 'Role', version: 'Version',
  },
});

defineMessages('button', {
  zhCN: {
    save: '保存', cancel: '取消', confirm: '确定', close: '关闭', submit: '提交', send: '发送', back: '返回', next: '下一步', previous: '上一步', retry: '重试', reload: '重新载入', edit: '编辑', remove: '删除', add: '添加', search: '搜索',
    reset: '重置', clear: '清除', copy: '复制', print: '打印', export: '导出', more: '更多', less: '收起', undo: '撤销', open: '打开', choose: '选择', download: '下载', upload: '上传', refresh: '刷新', apply: '应用', all: '全部',
  },
  zhTW: {
    save: '儲存', cancel: '取消', confirm: '確定', close: '關閉', submit: '提交', send: '傳送', back: '返回', next: '下一步', previous: '上一步', retry: '重試', reload: '重新載入', edit: '編輯', remove: '刪除', add: '新增', search: '搜尋',
    reset: '重設', clear: '清除', copy: '複製', print: '列印', export: '匯出', more: '更多', less: '收合', undo: '復原', open: '開啟', choose: '選擇', download: '下載', upload: '上傳', refresh: '重新整理', apply: '套用', all: '全部',
  },
  en: {
    save: 'Save', cancel: 'Cancel', confirm: 'OK', close: 'Close', submit: 'Submit', send: 'Send', back: 'Back', next: 'Next', previous: 'Previous', retry: 'Try again', reload: 'Reload', edit: 'Edit', remove: 'Delete', add: 'Add', search: 'Search',
    reset: 'Reset', clear: 'Clear', copy: 'Copy', print: 'Print', export: 'Export', more: 'More', less: 'Less', undo: 'Undo', open: 'Open', choose: 'Choose', download: 'Download', upload: 'Upload', refresh: 'Refresh', apply: 'Apply', all: 'All',
  },
});

defineMessages('common', {
  zhCN: {
    product: '聆轨', colon: '：', loading: '正在载入…', saving: '正在保存…', saved: '已保存', none: '无', unknown: '未知', yes: '是', no: '否', optional: '选填', required: '必填', notChosen: '未选择', noMatch: '没有符合的选项', matches: '{n} 个选项',
    copied: '已复制', inManual: '手册', draftKept: '草稿已保存 {time}', draftFailed: '草稿暂未保存，恢复连接后会再试', today: '今天', justNow: '刚刚', count: '{n} 件', countAtLeast: '{n} 件以上', list: '、',
    overBy: '超时 {n} 个工作日', over: '已超时', overMinutes: '超时 {n} 分钟', leftDays: '剩 {n} 个工作日', dueToday: '今天到期', leftMinutes: '剩 {n} 分钟', rule: '规则手册第 {version} 版', agreedDate: '约定日期',
    provisional: '暂定（当年日历尚未公布）', due: '到期 {time}', anonymous: '匿名', masked: '已隐去', newRound: '第 {n} 轮', fieldErrors: '有 {n} 处需要修改', required_error: '请填写此项', tooLong: '最多 {n} 个字',
  },
  zhTW: {
    product: '聆軌', colon: '：', loading: '正在載入…', saving: '正在儲存…', saved: '已儲存', none: '無', unknown: '未知', yes: '是', no: '否', optional: '選填', required: '必填', notChosen: '未選擇', noMatch: '沒有符合的選項', matches: '{n} 個選項',
    copied: '已複製', inManual: '手冊', draftKept: '草稿已儲存 {time}', draftFailed: '草稿暫未儲存，恢復連線後會再試', today: '今天', justNow: '剛剛', count: '{n} 件', countAtLeast: '{n} 件以上', list: '、',
    overBy: '超時 {n} 個工作日', over: '已超時', overMinutes: '逾時 {n} 分鐘', leftDays: '剩 {n} 個工作日', dueToday: '今天到期', leftMinutes: '剩 {n} 分鐘', rule: '規則手冊第 {version} 版', agreedDate: '約定日期',
    provisional: '暫定（當年日曆尚未公布）', due: '到期 {time}', anonymous: '匿名', masked: '已隱去', newRound: '第 {n} 輪', fieldErrors: '有 {n} 處需要修改', required_error: '請填寫此項', tooLong: '最多 {n} 個字',
  },
  en: {
    product: 'hearline', colon: ': ', loading: 'Loading…', saving: 'Saving…', saved: 'Saved', none: 'None', unknown: 'Unknown', yes: 'Yes', no: 'No', optional: 'optional', required: 'required', notChosen: 'Not chosen', noMatch: 'Nothing matches', matches: '{n} option | {n} options',
    copied: 'Copied', inManual: 'Manual', draftKept: 'Draft kept {time}', draftFailed: 'Draft not kept yet; trying again once connected', today: 'Today', justNow: 'just now', count: '{n}', countAtLeast: 'over {n}', list: ', ',
    overBy: '{n} working day overdue | {n} working days overdue', over: 'Overdue', overMinutes: '{n} min overdue', leftDays: '{n} working day left | {n} working days left', dueToday: 'Due today', leftMinutes: '{n} min left', rule: 'Rule book version {version}', agreedDate: 'agreed date',
    provisional: 'provisional (calendar of that year not announced yet)', due: 'due {time}', anonymous: 'Anonymous', masked: 'masked', newRound: 'Round {n}', fieldErrors: '{n} field needs a change | {n} fields need a change', required_error: 'Please fill this in', tooLong: 'At most {n} characters',
  },
});

defineMessages('limit', {
  zhCN: { workingDays: '{n} 个工作日', hours: '{n} 小时', minutes: '{n} 分钟', seconds: '{n} 秒' },
  zhTW: { workingDays: '{n} 個工作日', hours: '{n} 小時', minutes: '{n} 分鐘', seconds: '{n} 秒' },
  en: { workingDays: '{n} working day | {n} working days', hours: '{n} hour | {n} hours', minutes: '{n} minute | {n} minutes', seconds: '{n} second | {n} seconds' },
});

defineMessages('problem', problemWords);
defineMessages('frame', frameWords.frame);
defineMessages('nav', frameWords.nav);
