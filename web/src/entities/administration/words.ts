import { defineMessages } from '@/shared/i18n';

defineMessages('administration', {
  zhCN: {
    parts: '管理项目', readOnly: '您可以查看，不能修改。', change: '修改', retire: '停用', restore: '恢复使用', retired: '已停用', showRetired: '显示已停用的', code: '代码', nameZh: '中文名称', nameEn: '英文名称', nameEnHint: '英文界面显示此名称；不填则显示中文', saved: '已保存', yours: '由您负责', meanwhile: '您打开之后，别人改动了：', meanwhileField: '{name}：{was} → {now}', meanwhileText: '您填写的内容还在，尚未保存。再按一次“保存”，将以您填写的为准。',
    people: '人员与角色', organisation: '组织机构', codes: '类型、原因与渠道', calendars: '工作日历', rules: '规则手册', imports: '导入台账', audit: '审计记录', qr: '车站二维码',
    peopleText: '谁能登录、是什么角色、属于哪个单位。', organisationText: '部门、单位和车站；哪里还没有专岗。', codesText: '投诉类型（两级）、投诉原因和受理渠道。', calendarsText: '全年的节假日和调休上班日，期限按它计算。', rulesText: '每个时限、依据的条款和生效日期。', importsText: '把单位台账或旧系统的表格逐行导入，先试运行再写入。', auditText: '谁在何时做了什么，记录链是否完整。', qrText: '打印贴在车站的二维码，乘客扫码即可投诉。',
  },
  zhTW: {
    parts: '管理項目', readOnly: '您可以查看，不能修改。', change: '修改', retire: '停用', restore: '恢復使用', retired: '已停用', showRetired: '顯示已停用的', code: '代碼', nameZh: '中文名稱', nameEn: '英文名稱', nameEnHint: '英文介面顯示此名稱；不填則顯示中文', saved: '已儲存', yours: '由您負責', meanwhile: '您開啟之後，別人改動了：', meanwhileField: '{name}：{was} → {now}', meanwhileText: '您填寫的內容還在，尚未儲存。再按一次「儲存」，將以您填寫的為準。',
    people: '人員與角色', organisation: '組織機構', codes: '類型、原因與管道', calendars: '工作日曆', rules: '規則手冊', imports: '匯入台帳', audit: '稽核記錄', qr: '車站二維碼',
    peopleText: '誰能登入、是什麼角色、屬於哪個單位。', organisationText: '部門、單位和車站；哪裡還沒有專崗。', codesText: '投訴類型（兩級）、投訴原因和受理管道。', calendarsText: '全年的節假日和調休上班日，期限按它計算。', rulesText: '每個時限、依據的條款和生效日期。', importsText: '把單位台帳或舊系統的表格逐列匯入，先試跑再寫入。', auditText: '誰在何時做了什麼，記錄鏈是否完整。', qrText: '列印貼在車站的二維碼，乘客掃碼即可投訴。',
  },
  en: {
    parts: 'Parts of the administration', readOnly: 'You may look, not change.', change: 'Change', retire: 'Retire', restore: 'Bring back', retired: 'Retired', showRetired: 'Show retired ones', code: 'Code', nameZh: 'Chinese name', nameEn: 'English name', nameEnHint: 'Shown on English pages; without it the Chinese name is', saved: 'Saved', yours: 'your work', meanwhile: 'Somebody changed it since you opened it:', meanwhileField: '{name}: {was} → {now}', meanwhileText: 'What you typed is still here and not saved. Save once more to have it your way.',
    people: 'People and roles', organisation: 'Organisation', codes: 'Types, causes, channels', calendars: 'Working days', rules: 'Rule book', imports: 'Import a ledger', audit: 'Audit trail', qr: 'QR codes of stations',
    peopleText: 'Who can log in, with which role, of which unit.', organisationText: 'Departments, units and stations; where a desk is missing.', codesText: 'Complaint types (two levels), causes, and channels.', calendarsText: 'Holidays and make-up days of the year; limits are counted by them.', rulesText: 'Every limit, the clause behind it, and the day it is valid from.', importsText: 'Take in a unit’s ledger or the table of an old system, row by row; try it before it is written.', auditText: 'Who did what when, chained entry to entry.', qrText: 'Print the codes for the stations; a passenger scans one to complain.',
  },
});
