import { defineMessages } from '@/shared/i18n';

defineMessages('organisation', {
  zhCN: {
    hint: '每个部门和单位都应有专岗；没有专岗时，投诉由单位负责人承接。', add: '新增单位', addBelow: '新增下级', addBelowOf: '在“{name}”下新增', changeOf: '修改“{name}”', gapsOnly: '只看缺专岗的（{n}）', noGaps: '每个单位都有专岗', gapNoDesk: '没有专岗，由负责人承接', gapNobody: '没有人员', takesWork: '可承办', desks: '专岗：{names}', heads: '负责人：{names}', kind: '性质', parent: '上级单位', codeHint: '小写字母、数字、_ 和 -，保存后不能改',
    company: '公司', centre: '投诉处理中心', department: '部门', unit: '单位', station: '车站', retireTitle: '停用“{name}”？', retireText: '停用后不能再转办给它；已有的投诉和记录都保留，随时可以恢复。', added: '已新增“{name}”', changed: '已修改“{name}”', retiredDone: '已停用“{name}”', restoredDone: '已恢复“{name}”', empty: '没有符合的单位', tree: '组织机构树', addPeople: '去添加人员', codeWrong: '代码只能用小写字母、数字、_ 和 -', codeTaken: '已有单位用这个代码：“{name}”',
  },
  zhTW: {
    hint: '每個部門和單位都應有專崗；沒有專崗時，投訴由單位負責人承接。', add: '新增單位', addBelow: '新增下級', addBelowOf: '在「{name}」下新增', changeOf: '修改「{name}」', gapsOnly: '只看缺專崗的（{n}）', noGaps: '每個單位都有專崗', gapNoDesk: '沒有專崗，由負責人承接', gapNobody: '沒有人員', takesWork: '可承辦', desks: '專崗：{names}', heads: '負責人：{names}', kind: '性質', parent: '上級單位', codeHint: '小寫字母、數字、_ 和 -，儲存後不能改',
    company: '公司', centre: '投訴處理中心', department: '部門', unit: '單位', station: '車站', retireTitle: '停用「{name}」？', retireText: '停用後不能再轉辦給它；已有的投訴和記錄都保留，隨時可以恢復。', added: '已新增「{name}」', changed: '已修改「{name}」', retiredDone: '已停用「{name}」', restoredDone: '已恢復「{name}」', empty: '沒有符合的單位', tree: '組織機構樹', addPeople: '去新增人員', codeWrong: '代碼只能用小寫字母、數字、_ 和 -', codeTaken: '已有單位用這個代碼：「{name}」',
  },
  en: {
    hint: 'Every department and unit has a complaint desk; without one its head gets the work.', add: 'Add a unit', addBelow: 'Add below', addBelowOf: 'Add below “{name}”', changeOf: 'Change “{name}”', gapsOnly: 'Only those without a desk ({n})', noGaps: 'Every unit has its desk', gapNoDesk: 'No desk; its head gets the work', gapNobody: 'Nobody', takesWork: 'takes work', desks: 'Desk: {names}', heads: 'Head: {names}', kind: 'Kind', parent: 'Unit above', codeHint: 'Lower-case letters, digits, _ and -; it stays as it is',
    company: 'Company', centre: 'Complaint centre', department: 'Department', unit: 'Unit', station: 'Station', retireTitle: 'Retire “{name}”?', retireText: 'Nothing can be dispatched to it any more; its complaints and records stay, and it can be brought back.', added: '“{name}” was added', changed: '“{name}” was changed', retiredDone: '“{name}” was retired', restoredDone: '“{name}” is in use again', empty: 'No such unit', tree: 'Tree of the organisation', addPeople: 'Add people', codeWrong: 'Only lower-case letters, digits, _ and -', codeTaken: 'A unit has this code already: “{name}”',
  },
});
