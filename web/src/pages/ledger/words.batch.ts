// The words of acting on many at once; they come with its dialog.
import { defineMessages } from '@/shared/i18n';

defineMessages('ledger', {
  zhCN: {
    batchTitle: '批量{act}', batchChoose: '选择操作', batchAble: '可办理 {n} 件', batchUnable: '不能办理 {n} 件', batchAbleOf: '{act}（{n} 件可办）', batchNone: '所选投诉没有可以一起办理的操作。', batchSkipped: '不能办理的会跳过，不影响其他。', whyStage: '当前环节为“{stage}”，不能{act}', whyRole: '您的角色或单位不能对它{act}',
    batchOpenTitle: '{n} 位投诉人将看到以下内容',
    fieldUnits: '主办单位', fieldAssist: '协办单位', fieldAssistHint: '可以不选', fieldUntil: '延期至', fieldDue: '办理期限', fieldReason: '理由', fieldNote: '说明', fieldText: '内容', fieldDone: '办理情况', fieldResult: '处理结果', fieldPublic: '给投诉人看的答复', fieldSeverity: '级别', fieldMeans: '反馈方式', fieldResolution: '解决情况', fieldType: '投诉类型', fieldCause: '投诉原因',
    batchOpen: '投诉人会看到这些内容。', batchFinal: '此操作不能撤回。', batchFinalTitle: '确定对 {n} 件投诉执行“{act}”？', batchRun: '{act} {n} 件', batchProgress: '已完成 {done} 件，共 {all} 件', batchDone: '成功 {n} 件', batchRefused: '未成功 {n} 件', batchWaiting: '未办理 {n} 件', batchStop: '停止', batchStopping: '正在停止…', batchRetry: '重试未成功的 {n} 件', batchGoOn: '继续', batchStale: '已被他人更新，重试会按最新内容办理', batchClose: '完成', batchKeep: '保留未成功的为已选',
    stateWaiting: '等待', stateRunning: '办理中', stateDone: '成功', stateRefused: '未成功', batchEither: '请至少选择一项', batchStopFirst: '正在办理，请先停止', result: '结果', batchSummary: '{act}：成功 {done} 件，未成功 {refused} 件',
  },
  zhTW: {
    batchTitle: '批次{act}', batchChoose: '選擇操作', batchAble: '可辦理 {n} 件', batchUnable: '不能辦理 {n} 件', batchAbleOf: '{act}（{n} 件可辦）', batchNone: '所選投訴沒有可以一起辦理的操作。', batchSkipped: '不能辦理的會略過，不影響其他。', whyStage: '目前環節為「{stage}」，不能{act}', whyRole: '您的角色或單位不能對它{act}',
    batchOpenTitle: '{n} 位投訴人將看到以下內容',
    fieldUnits: '主辦單位', fieldAssist: '協辦單位', fieldAssistHint: '可以不選', fieldUntil: '延期至', fieldDue: '辦理期限', fieldReason: '理由', fieldNote: '說明', fieldText: '內容', fieldDone: '辦理情況', fieldResult: '處理結果', fieldPublic: '給投訴人看的答覆', fieldSeverity: '級別', fieldMeans: '回饋方式', fieldResolution: '解決情況', fieldType: '投訴類型', fieldCause: '投訴原因',
    batchOpen: '投訴人會看到這些內容。', batchFinal: '此操作不能撤回。', batchFinalTitle: '確定對 {n} 件投訴執行「{act}」？', batchRun: '{act} {n} 件', batchProgress: '已完成 {done} 件，共 {all} 件', batchDone: '成功 {n} 件', batchRefused: '未成功 {n} 件', batchWaiting: '未辦理 {n} 件', batchStop: '停止', batchStopping: '正在停止…', batchRetry: '重試未成功的 {n} 件', batchGoOn: '繼續', batchStale: '已被他人更新，重試會按最新內容辦理', batchClose: '完成', batchKeep: '保留未成功的為已選',
    stateWaiting: '等待', stateRunning: '辦理中', stateDone: '成功', stateRefused: '未成功', batchEither: '請至少選擇一項', batchStopFirst: '正在辦理，請先停止', result: '結果', batchSummary: '{act}：成功 {done} 件，未成功 {refused} 件',
  },
  en: {
    batchOpenTitle: 'One complainant will read this | {n} complainants will read this',
    batchTitle: '{act}: many at once', batchChoose: 'Choose an act', batchAble: '{n} can have it', batchUnable: '{n} cannot', batchAbleOf: '{act} ({n} possible)', batchNone: 'There is no act that these complaints could have together.', batchSkipped: 'Those that cannot are skipped; the others are not affected.', whyStage: '“{act}” is not possible in the stage “{stage}”', whyRole: '“{act}” is not for your role or unit here',
    fieldUnits: 'Lead unit', fieldAssist: 'Assisting units', fieldAssistHint: 'may be left empty', fieldUntil: 'Extended until', fieldDue: 'Time limit', fieldReason: 'Reason', fieldNote: 'Note', fieldText: 'Text', fieldDone: 'What was done', fieldResult: 'Result', fieldPublic: 'Answer for the complainant', fieldSeverity: 'Severity', fieldMeans: 'Means', fieldResolution: 'Resolution', fieldType: 'Type', fieldCause: 'Cause',
    batchOpen: 'The complainants will read this.', batchFinal: 'This cannot be taken back.', batchFinalTitle: '“{act}” for {n} complaint? | “{act}” for {n} complaints?', batchRun: '{act}: {n}', batchProgress: '{done} of {all} done', batchDone: '{n} done', batchRefused: '{n} not done', batchWaiting: '{n} not begun', batchStop: 'Stop', batchStopping: 'Stopping…', batchRetry: 'Try the {n} again', batchGoOn: 'Go on', batchStale: 'Changed by somebody else; trying again uses its latest state', batchClose: 'Done', batchKeep: 'Keep those not done selected',
    stateWaiting: 'Waiting', stateRunning: 'Running', stateDone: 'Done', stateRefused: 'Not done', batchEither: 'Choose at least one', batchStopFirst: 'Still at work; stop it first', result: 'Result', batchSummary: '{act}: {done} done, {refused} not done',
  },
});
