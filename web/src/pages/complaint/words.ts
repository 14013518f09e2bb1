// The words of the complaint's page.
import { defineMessages } from '@/shared/i18n';

defineMessages('complaint', {
  zhCN: {
    copyNumber: '复制编号', print: '打印', holder: '现由{who}办理', since: '{time}起', closedAt: '{time} 办结', centre: '投诉处理中心', viewing: '{names}正在查看', working: '{names}正在办理', changed: '{who}刚刚{act}', changedSee: '查看', missing: '没有这件投诉', missingText: '编号 {number} 不存在。请核对后再试，或在台账中查找。', toLedger: '打开台账',
    forbidden: '您不能查看这件投诉', forbiddenText: '它不由您的单位办理。如需了解，请联系投诉处理中心。', acts: '办理', actsNone: '现在没有需要您做的', actsNoneText: '轮到{who}办理（{stage}）。', actsClosed: '这件投诉已办结。', followUpByOthers: '您经办过本轮的处理、答复或反馈，不能登记这次回访。请转给同事。', nextStep: '下一步', otherActs: '其他操作', closing: '结束投诉', acceptDispatch: '转办给{unit}', otherUnit: '选择其他单位', nextOne: '办理下一件', nothingNext: '没有其他等您办理的投诉', dispatched: '已转办给{unit}',
    round: '第 {n} 轮', keySubmit: '提交表单', keySubmitNext: '提交并办下一件', keyCloseForm: '收起表单（内容保留）', keyNext: '办理下一步（待转办时直接按建议转办）', keyForm: '打开下一步的表单', keyBack: '退回或驳回', keyNote: '写备注', keyContact: '记联系', keyProgress: '公布进展', keyAttach: '添加附件', keyReveal: '查看联系方式', keyCopy: '复制编号', keyHistory: '跳到办理过程', keyPrint: '打印登记表',
    details: '详情', changedMeanwhile: '刚刚有人更新了这件投诉，没有按建议转办。请看看有何变化再决定。', loadingHistory: '正在载入记录', head: '概要', people: '在场人员',
  },
  zhTW: {
    copyNumber: '複製編號', print: '列印', holder: '現由{who}辦理', since: '{time}起', closedAt: '{time} 辦結', centre: '投訴處理中心', viewing: '{names}正在檢視', working: '{names}正在辦理', changed: '{who}剛剛{act}', changedSee: '檢視', missing: '沒有這件投訴', missingText: '編號 {number} 不存在。請核對後再試，或在台帳中查找。', toLedger: '開啟台帳',
    forbidden: '您不能檢視這件投訴', forbiddenText: '它不由您的單位辦理。如需了解，請聯絡投訴處理中心。', acts: '辦理', actsNone: '現在沒有需要您做的', actsNoneText: '輪到{who}辦理（{stage}）。', actsClosed: '這件投訴已辦結。', followUpByOthers: '您經辦過本輪的處理、答覆或回饋，不能登記這次回訪。請轉給同事。', nextStep: '下一步', otherActs: '其他操作', closing: '結束投訴', acceptDispatch: '轉辦給{unit}', otherUnit: '選擇其他單位', nextOne: '辦理下一件', nothingNext: '沒有其他等您辦理的投訴', dispatched: '已轉辦給{unit}',
    round: '第 {n} 輪', keySubmit: '提交表單', keySubmitNext: '提交並辦下一件', keyCloseForm: '收合表單（內容保留）', keyNext: '辦理下一步（待轉辦時直接按建議轉辦）', keyForm: '開啟下一步的表單', keyBack: '退回或駁回', keyNote: '寫備註', keyContact: '記聯繫', keyProgress: '公布進展', keyAttach: '新增附件', keyReveal: '檢視聯絡方式', keyCopy: '複製編號', keyHistory: '跳到辦理過程', keyPrint: '列印登記表',
    details: '詳情', changedMeanwhile: '剛剛有人更新了這件投訴，沒有按建議轉辦。請看看有何變化再決定。', loadingHistory: '正在載入記錄', head: '概要', people: '在場人員',
  },
  en: {
    copyNumber: 'Copy the number', print: 'Print', holder: 'With {who}', since: 'since {time}', closedAt: 'closed {time}', centre: 'the complaint centre', viewing: '{names} is looking at it', working: '{names} is working on it', changed: '{who}: {act} just now', changedSee: 'See it', missing: 'There is no such complaint', missingText: 'The number {number} does not exist. Check it, or look in the ledger.', toLedger: 'Open the ledger',
    forbidden: 'You may not see this complaint', forbiddenText: 'Your unit does not handle it. Ask the complaint centre if you need to know.', acts: 'What to do', actsNone: 'Nothing for you to do now', actsNoneText: 'It is the turn of {who} ({stage}).', actsClosed: 'This complaint is closed.', followUpByOthers: 'You handled, answered or told this round, so you cannot record its follow-up. Pass it to a colleague.', nextStep: 'Next step', otherActs: 'Other acts', closing: 'Bring it to an end', acceptDispatch: 'Dispatch to {unit}', otherUnit: 'Choose another unit', nextOne: 'Do the next one', nothingNext: 'Nothing else waits for you', dispatched: 'Dispatched to {unit}',
    round: 'Round {n}', keySubmit: 'Send the form', keySubmitNext: 'Send, then the next one', keyCloseForm: 'Close the form (what you typed stays)', keyNext: 'Do the next step (dispatch: to the suggested unit at once)', keyForm: 'Open the form of the next step', keyBack: 'Return or reject', keyNote: 'Write a note', keyContact: 'Log a contact', keyProgress: 'Publish progress', keyAttach: 'Add a file', keyReveal: 'Reveal the contact', keyCopy: 'Copy the number', keyHistory: 'To the history', keyPrint: 'Print the form',
    details: 'Details', changedMeanwhile: 'Someone changed this complaint just now; it was not dispatched. See what changed, then decide.', loadingHistory: 'Loading the history', head: 'Summary', people: 'Who else is here',
  },
});
