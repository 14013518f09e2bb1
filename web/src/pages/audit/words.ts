import { defineMessages } from '@/shared/i18n';

defineMessages('audit', {
  zhCN: {
    hint: '只有操作，没有投诉内容。每条记录的摘要与前一条相扣，改动或删减都会在核验中显出（hearline verify）。', of: '记录', all: '全部', complaints: '投诉操作', administration: '管理操作', filter: '查找记录', from: '自', to: '至', everybody: '所有人', allActs: '全部操作', subjectSearch: '投诉编号或对象', subjectHint: '完整编号、代码或用户名', search: '查找', clear: '清除', openings: '查看联系方式的记录', save: '导出 CSV', found: '审计记录', number: '投诉编号', subject: '编号或对象', about: '单位或内容', login: '用户名', role: '角色', seq: '序号', at: '时间', act: '操作', actor: '操作人', digest: '摘要', more: '继续载入', stop: '停止', loading: '正在查找，已有 {n} 条，查到 {time}…', loaded: '最新在前，已载入 {n} 条，查到 {time}', complete: '最新在前，共 {n} 条', none: '没有符合的记录', noneYet: '已查到 {time}，可以继续查找更早的记录。', wholeDigest: '完整摘要', most: '最多显示 {n} 条，请缩小范围',
  },
  zhTW: {
    hint: '只有操作，沒有投訴內容。每條記錄的摘要與前一條相扣，改動或刪減都會在核驗中顯出（hearline verify）。', of: '記錄', all: '全部', complaints: '投訴操作', administration: '管理操作', filter: '查找記錄', from: '自', to: '至', everybody: '所有人', allActs: '全部操作', subjectSearch: '投訴編號或對象', subjectHint: '完整編號、代碼或登入名', search: '查找', clear: '清除', openings: '檢視聯絡方式的記錄', save: '匯出 CSV', found: '稽核記錄', number: '投訴編號', subject: '編號或對象', about: '單位或內容', login: '登入名', role: '角色', seq: '序號', at: '時間', act: '操作', actor: '操作人', digest: '摘要', more: '繼續載入', stop: '停止', loading: '正在查找，已有 {n} 條，查到 {time}…', loaded: '最新在前，已載入 {n} 條，查到 {time}', complete: '最新在前，共 {n} 條', none: '沒有符合的記錄', noneYet: '已查到 {time}，可以繼續查找更早的記錄。', wholeDigest: '完整摘要', most: '最多顯示 {n} 條，請縮小範圍',
  },
  en: {
    hint: 'Acts only, no content of complaints. Each digest is chained to the one before: what is altered or taken out shows when the store is verified (hearline verify).', of: 'Trail', all: 'All', complaints: 'Acts on complaints', administration: 'Administration', filter: 'Search the trails', from: 'From', to: 'To', everybody: 'Everybody', allActs: 'All acts', subjectSearch: 'Complaint or subject', subjectHint: 'whole number, code or login name', search: 'Search', clear: 'Clear', openings: 'Openings of contact data', save: 'Save as CSV', found: 'Audit trail', number: 'Number', subject: 'Number or subject', about: 'Unit or details', login: 'Login name', role: 'Role', seq: 'No.', at: 'Time', act: 'Act', actor: 'By', digest: 'Digest', more: 'Load more', stop: 'Stop', loading: 'Searching: {n} so far, back to {time}…', loaded: 'Newest first: {n} loaded, back to {time}', complete: 'Newest first: {n} in all', none: 'Nothing fits', noneYet: 'Searched back to {time}; go on for what is older.', wholeDigest: 'whole digest', most: 'at most {n} are shown; narrow the search',
  },
});

/** What is done to people, units and reference data. */
defineMessages('change', {
  zhCN: { put_unit: '更改单位', put_type: '更改投诉类型', put_cause: '更改投诉原因', import_calendar: '导入日历', import_rule_book: '更改规则手册', import_complaints: '导入台账', add_user: '新增人员', change_user: '更改人员', reset_password: '重置密码', unlock_user: '解锁账号' },
  zhTW: { put_unit: '更改單位', put_type: '更改投訴類型', put_cause: '更改投訴原因', import_calendar: '匯入日曆', import_rule_book: '更改規則手冊', import_complaints: '匯入台帳', add_user: '新增人員', change_user: '更改人員', reset_password: '重設密碼', unlock_user: '解鎖帳號' },
  en: { put_unit: 'Change a unit', put_type: 'Change a type', put_cause: 'Change a cause', import_calendar: 'Bring in a calendar', import_rule_book: 'Change the rule book', import_complaints: 'Import complaints', add_user: 'Add a person', change_user: 'Change a person', reset_password: 'Reset a password', unlock_user: 'Unlock an account' },
});
defineMessages('changeDetail', {
  zhCN: { role: '角色', was_role: '原角色', unit: '单位', was_unit: '原单位', disabled: '停用', changed: '修改了', new: '新增', retired: '停用', display_name: '姓名', name: '名称', parent: '上级', kind: '性质', years: '年份', moved: '移动的期限' },
  zhTW: { role: '角色', was_role: '原角色', unit: '單位', was_unit: '原單位', disabled: '停用', changed: '修改了', new: '新增', retired: '停用', display_name: '姓名', name: '名稱', parent: '上級', kind: '性質', years: '年份', moved: '移動的期限' },
  en: { role: 'role', was_role: 'role before', unit: 'unit', was_unit: 'unit before', disabled: 'disabled', changed: 'changed', new: 'new', retired: 'retired', display_name: 'name', name: 'name', parent: 'above', kind: 'kind', years: 'years', moved: 'limits moved' },
});
