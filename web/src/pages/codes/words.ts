import { defineMessages } from '@/shared/i18n';

defineMessages('codes', {
  zhCN: {
    types: '投诉类型', causes: '投诉原因', channels: '受理渠道', tabs: '类型、原因与渠道', typesHint: '两级：大类和小类。停用的不能再选，已经用了它的投诉不变。', causesHint: '两级。停用的不能再选，已经用了它的投诉不变。', channelsHint: '投诉可以从这些渠道来。', add: '新增大类', addBelow: '新增小类', addBelowOf: '在“{name}”下新增小类', changeOf: '修改“{name}”', codeHint: '小写字母、数字和 _，保存后不能改', codeWrong: '代码只能用小写字母、数字和 _', codeTaken: '这个代码已有：“{name}”', retireTitle: '停用“{name}”？', retireText: '停用后登记和分类时不能再选；已用过的投诉和统计都保留，随时可以恢复。', added: '已新增“{name}”', changed: '已修改“{name}”', retiredDone: '已停用“{name}”', restoredDone: '已恢复“{name}”', empty: '还没有', channel: '渠道', code: '代码',
  },
  zhTW: {
    types: '投訴類型', causes: '投訴原因', channels: '受理管道', tabs: '類型、原因與管道', typesHint: '兩級：大類和小類。停用的不能再選，已經用了它的投訴不變。', causesHint: '兩級。停用的不能再選，已經用了它的投訴不變。', channelsHint: '投訴可以從這些管道來。', add: '新增大類', addBelow: '新增小類', addBelowOf: '在「{name}」下新增小類', changeOf: '修改「{name}」', codeHint: '小寫字母、數字和 _，儲存後不能改', codeWrong: '代碼只能用小寫字母、數字和 _', codeTaken: '這個代碼已有：「{name}」', retireTitle: '停用「{name}」？', retireText: '停用後登記和分類時不能再選；已用過的投訴和統計都保留，隨時可以恢復。', added: '已新增「{name}」', changed: '已修改「{name}」', retiredDone: '已停用「{name}」', restoredDone: '已恢復「{name}」', empty: '還沒有', channel: '管道', code: '代碼',
  },
  en: {
    types: 'Types', causes: 'Causes', channels: 'Channels', tabs: 'Types, causes, channels', typesHint: 'Two levels. A retired one cannot be chosen any more; complaints that have it keep it.', causesHint: 'Two levels. A retired one cannot be chosen any more; complaints that have it keep it.', channelsHint: 'Where complaints can come from.', add: 'Add on the first level', addBelow: 'Add below', addBelowOf: 'Add below “{name}”', changeOf: 'Change “{name}”', codeHint: 'Lower-case letters, digits and _; it stays as it is', codeWrong: 'Only lower-case letters, digits and _', codeTaken: '“{name}” has this code already', retireTitle: 'Retire “{name}”?', retireText: 'It cannot be chosen any more; complaints and figures that have it keep it, and it can be brought back.', added: '“{name}” was added', changed: '“{name}” was changed', retiredDone: '“{name}” was retired', restoredDone: '“{name}” is in use again', empty: 'None yet', channel: 'Channel', code: 'Code',
  },
});
