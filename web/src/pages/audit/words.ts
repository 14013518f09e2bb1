import { defineMessages } from '@/shared/i18n';

defineMessages('audit', {
  zhCN: {
    hint: '只有操作，没有投诉内容。每条记录的摘要与前一条相扣，改动或删减都会在核验中显出（hearline verify）。', of: '记录', complaints: '投诉操作', administration: '管理操作', search: '在已载入的记录中查找', searchHint: '编号、操作、人员', number: '投诉编号', subject: '对象', details: '内容', seq: '序号', at: '时间', act: '操作', actor: '操作人', unit: '单位', digest: '摘要', more: '载入更多', toEnd: '载入到最新', stop: '停止', loading: '正在载入，已有 {n} 条…', loaded: '已载入 {n} 条', complete: '已到最新，共 {n} 条', shown: '符合 {n} 条', none: '没有符合的记录', system: '系统', wholeDigest: '完整摘要', dropped: '只留下最近载入的 {n} 条',
  },
  zhTW: {
    hint: '只有操作，沒有投訴內容。每條記錄的摘要與前一條相扣，改動或刪減都會在核驗中顯出（hearline verify）。', of: '記錄', complaints: '投訴操作', administration: '管理操作', search: '在已載入的記錄中查找', searchHint: '編號、操作、人員', number: '投訴編號', subject: '對象', details: '內容', seq: '序號', at: '時間', act: '操作', actor: '操作人', unit: '單位', digest: '摘要', more: '載入更多', toEnd: '載入到最新', stop: '停止', loading: '正在載入，已有 {n} 條…', loaded: '已載入 {n} 條', complete: '已到最新，共 {n} 條', shown: '符合 {n} 條', none: '沒有符合的記錄', system: '系統', wholeDigest: '完整摘要', dropped: '只留下最近載入的 {n} 條',
  },
  en: {
    hint: 'Acts only, no content of complaints. Each digest is chained to the one before: what is altered or taken out shows when the store is verified (hearline verify).', of: 'Trail', complaints: 'Acts on complaints', administration: 'Administration', search: 'Find in what is loaded', searchHint: 'number, act, person', number: 'Number', subject: 'Subject', details: 'Details', seq: 'No.', at: 'Time', act: 'Act', actor: 'By', unit: 'Unit', digest: 'Digest', more: 'Load more', toEnd: 'Load up to the newest', stop: 'Stop', loading: 'Loading, {n} so far…', loaded: '{n} loaded', complete: 'Up to the newest: {n}', shown: '{n} fit', none: 'Nothing fits', system: 'System', wholeDigest: 'whole digest', dropped: 'only the last {n} loaded are kept',
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
