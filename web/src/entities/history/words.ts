// The words of the history, the way through the stages, and of what changed meanwhile.
import { defineMessages } from '@/shared/i18n';

defineMessages('history', {
  zhCN: {
    title: '办理过程', way: '办理环节', filter: '筛选', acts: '办理', contacts: '联系与反馈', notes: '备注与查看', files: '附件', clocks: '时限', count: '{n} 条', none: '没有符合的记录', noneText: '换一个筛选条件看看。', loading: '正在载入全部记录…', linkTo: '此条记录的链接', linkCopied: '链接已复制', erased: '内容已按规定清除', by: '{name}（{role}）',
    seq: '第 {n} 条', toStage: '进入{stage}', newRound: '开始第 {n} 轮', clockStart: '{clock}开始，到期 {due}', clockEnd: '{clock}结束：{outcome}', clockPause: '{clock}暂停', clockResume: '{clock}恢复，到期 {due}', clockMove: '{clock}改为 {due}', units: '{lead}（主办）', unitsAssist: '{assist}（协办）', round: '第 {n} 轮', roundCurrent: '第 {n} 轮（当前）', roundsEarlier: '前几轮',
    wayText: '{stage}：{state}', done: '已完成', current: '当前环节', ahead: '尚未到', skipped: '未经过', times: '{n} 次', returned: '退回 {n} 次', centre: '中心', nobody: '无', took: '用时 {span}', since: '已 {span}', limitLeft: '{text}', returnsNote: '退回与驳回', returnLine: '{time} {act}：{from} → {to}',
    changedTitle: '您填写期间，{who}更新了这件投诉', changedText: '您填写的内容都还在。请看看有何变化，再决定是否提交。', changedAgain: '看过了，按新情况提交', changedKeep: '看过了，继续填写', goneTitle: '现在不能再“{act}”了', goneText: '投诉已到“{stage}”。您填写的内容还在，可以转为备注留存，或复制后用于其他操作。', toNote: '转为备注', copyText: '复制所填内容', others: '他人', attempt: '第 {n} 次', all: '全部',
    contacted_at: '联系时间', contacted_by: '联系方式', attempts: '第几次', event: '记录', sameYet: '没有影响您的操作', until: '延至', at_: '时间', file_name: '文件名', file_size: '大小', where: '地点', name: '姓名', phone: '电话', email: '电子邮箱', loadFailed: '记录没有全部载入',
  },
  zhTW: {
    title: '辦理過程', way: '辦理環節', filter: '篩選', acts: '辦理', contacts: '聯繫與回饋', notes: '備註與檢視', files: '附件', clocks: '時限', count: '{n} 條', none: '沒有符合的記錄', noneText: '換一個篩選條件看看。', loading: '正在載入全部記錄…', linkTo: '此條記錄的連結', linkCopied: '連結已複製', erased: '內容已按規定清除', by: '{name}（{role}）',
    seq: '第 {n} 條', toStage: '進入{stage}', newRound: '開始第 {n} 輪', clockStart: '{clock}開始，到期 {due}', clockEnd: '{clock}結束：{outcome}', clockPause: '{clock}暫停', clockResume: '{clock}恢復，到期 {due}', clockMove: '{clock}改為 {due}', units: '{lead}（主辦）', unitsAssist: '{assist}（協辦）', round: '第 {n} 輪', roundCurrent: '第 {n} 輪（目前）', roundsEarlier: '前幾輪',
    wayText: '{stage}：{state}', done: '已完成', current: '目前環節', ahead: '尚未到', skipped: '未經過', times: '{n} 次', returned: '退回 {n} 次', centre: '中心', nobody: '無', took: '用時 {span}', since: '已 {span}', limitLeft: '{text}', returnsNote: '退回與駁回', returnLine: '{time} {act}：{from} → {to}',
    changedTitle: '您填寫期間，{who}更新了這件投訴', changedText: '您填寫的內容都還在。請看看有何變化，再決定是否提交。', changedAgain: '看過了，按新情況提交', changedKeep: '看過了，繼續填寫', goneTitle: '現在不能再「{act}」了', goneText: '投訴已到「{stage}」。您填寫的內容還在，可以轉為備註留存，或複製後用於其他操作。', toNote: '轉為備註', copyText: '複製所填內容', others: '他人', attempt: '第 {n} 次', all: '全部',
    contacted_at: '聯繫時間', contacted_by: '聯絡方式', attempts: '第幾次', event: '記錄', sameYet: '沒有影響您的操作', until: '延至', at_: '時間', file_name: '檔案名稱', file_size: '大小', where: '地點', name: '姓名', phone: '電話', email: '電子信箱', loadFailed: '記錄沒有全部載入',
  },
  en: {
    title: 'History', way: 'The way through the stages', filter: 'Show', acts: 'Acts', contacts: 'Contacts', notes: 'Notes', files: 'Files', clocks: 'Time limits', count: '{n} entry | {n} entries', none: 'Nothing of this kind', noneText: 'Choose another kind above.', loading: 'Loading the whole history…', linkTo: 'Link to this entry', linkCopied: 'Link copied', erased: 'Its text has been erased as the rules require', by: '{name} ({role})',
    seq: 'Entry {n}', toStage: 'now {stage}', newRound: 'round {n} begins', clockStart: '{clock} starts, due {due}', clockEnd: '{clock} ends: {outcome}', clockPause: '{clock} pauses', clockResume: '{clock} goes on, due {due}', clockMove: '{clock} moved to {due}', units: '{lead} leads', unitsAssist: '{assist} assists', round: 'Round {n}', roundCurrent: 'Round {n} (now)', roundsEarlier: 'Earlier rounds',
    wayText: '{stage}: {state}', done: 'done', current: 'current stage', ahead: 'still to come', skipped: 'not passed', times: '{n} times', returned: 'sent back {n} time | sent back {n} times', centre: 'Centre', nobody: 'nobody', took: 'took {span}', since: 'for {span}', limitLeft: '{text}', returnsNote: 'Sent back', returnLine: '{time} {act}: {from} → {to}',
    changedTitle: '{who} changed this complaint while you were typing', changedText: 'What you typed is still here. See what changed, then decide whether to send it.', changedAgain: 'Seen: send it for the complaint as it is now', changedKeep: 'Seen: keep editing', goneTitle: '“{act}” is no longer possible', goneText: 'The complaint now stands at “{stage}”. What you typed is still here: keep it as a note, or copy it for something else.', toNote: 'Keep as a note', copyText: 'Copy what I typed', others: 'someone', attempt: 'attempt {n}', all: 'All',
    contacted_at: 'Contacted', contacted_by: 'Means', attempts: 'Attempt', event: 'Entry', sameYet: 'does not affect what you do', until: 'Until', at_: 'Time', file_name: 'File', file_size: 'Size', where: 'Place', name: 'Name', phone: 'Phone', email: 'E-mail', loadFailed: 'The history could not be loaded in full',
  },
});
