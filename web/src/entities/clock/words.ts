// The clauses behind the clocks, shortened to what one needs to know, and the words around them.
import { defineMessages } from '@/shared/i18n';

defineMessages('clause', {
  zhCN: {
    R3_4: '热线、网站等渠道的投诉，收到后 10 分钟内登记并转达有关单位；昼夜连续计时。', R3_5: '现场投诉当场登记，并报投诉处理中心。', R4_1: '中心在 1 个工作日内转办，承办单位在 3 个工作日内提出处理意见。', R4_3: '中心在 1 个工作日内审核并告知单位；意见合理的，按约定日期及时处理；未约定的，为报送和反馈留出时间后计算，不少于规则手册所列时限。',
    R4_4: '意见不合理的，说明理由，由单位重新提出。', R4_5: '单位处理完毕后 1 个工作日内报送结果。', R4_6: '中心收到结果后 1 个工作日内反馈投诉人，并在 3 个工作日内回访满意度，最多联系三次。', R4_6a: '自登记起 5 个工作日内给出最终答复；提醒以先到期的时限为准。',
  },
  zhTW: {
    R3_4: '熱線、網站等管道的投訴，收到後 10 分鐘內登記並轉達有關單位；晝夜連續計時。', R3_5: '現場投訴當場登記，並報投訴處理中心。', R4_1: '中心在 1 個工作日內轉辦，承辦單位在 3 個工作日內提出處理意見。', R4_3: '中心在 1 個工作日內審核並告知單位；意見合理的，按約定日期及時處理；未約定的，為報送和回饋留出時間後計算，不少於規則手冊所列時限。',
    R4_4: '意見不合理的，說明理由，由單位重新提出。', R4_5: '單位處理完畢後 1 個工作日內報送結果。', R4_6: '中心收到結果後 1 個工作日內回饋投訴人，並在 3 個工作日內回訪滿意度，最多聯繫三次。', R4_6a: '自登記起 5 個工作日內給出最終答覆；提醒以先到期的時限為準。',
  },
  en: {
    R3_4: 'Hotline, web and the like: registered and passed on within 10 minutes of receipt, day and night.', R3_5: 'On site: registered at once and passed to the centre.', R4_1: 'The centre dispatches within 1 working day; the unit gives its opinion within 3 working days.', R4_3: 'The centre reviews within 1 working day; what is reasonable is handled promptly by the agreed date; without one, by what the total limit leaves before result and feedback, never less than the rule book lists.',
    R4_4: 'What is not reasonable goes back with a reason and is proposed anew.', R4_5: 'The unit reports the result within 1 working day of finishing.', R4_6: 'The centre tells the complainant within 1 working day of the result and follows up within 3 working days, in up to three attempts.', R4_6a: 'A finished answer within 5 working days of registration; warnings come from whichever limit ends first.',
  },
});
defineMessages('clockText', {
  zhCN: {
    title: '时限', minutes: '{n} 分钟', hours: '{n} 小时', days: '{n} 天', limit: '限 {limit}', startedAt: '起算 {time}', dueAt: '到期 {time}', endedAt: '结束 {time}', took: '用时 {span}', why: '依据', version: '规则手册第 {n} 版', versionFrom: '规则手册第 {n} 版，{date} 起施行', agreed: '约定或延长的日期',
    provisional: '暂定：该年度日历尚未公布，公布后重新计算', pauses: '暂停：{from} 至 {until}', pausedNow: '{from} 起暂停', earlier: '第 {n} 轮的时限', ended: '本轮已结束的时限（{n}）', none: '没有正在计时的时限', first: '最先到期', open: '查看条款', bar: '已用 {share}', asked: '已申请延到 {time}，等待中心主任决定',
  },
  zhTW: {
    title: '時限', minutes: '{n} 分鐘', hours: '{n} 小時', days: '{n} 天', limit: '限 {limit}', startedAt: '起算 {time}', dueAt: '到期 {time}', endedAt: '結束 {time}', took: '用時 {span}', why: '依據', version: '規則手冊第 {n} 版', versionFrom: '規則手冊第 {n} 版，{date} 起施行', agreed: '約定或延長的日期',
    provisional: '暫定：該年度日曆尚未公布，公布後重新計算', pauses: '暫停：{from} 至 {until}', pausedNow: '{from} 起暫停', earlier: '第 {n} 輪的時限', ended: '本輪已結束的時限（{n}）', none: '沒有正在計時的時限', first: '最先到期', open: '檢視條款', bar: '已用 {share}', asked: '已申請延到 {time}，等待中心主任決定',
  },
  en: {
    title: 'Time limits', minutes: '{n} min', hours: '{n} h', days: '{n} d', limit: 'limit {limit}', startedAt: 'from {time}', dueAt: 'due {time}', endedAt: 'ended {time}', took: 'took {span}', why: 'Rule', version: 'rule book version {n}', versionFrom: 'rule book version {n}, valid from {date}', agreed: 'agreed or extended date',
    provisional: 'Provisional: the calendar of that year is not announced yet; computed anew when it is', pauses: 'paused {from} to {until}', pausedNow: 'paused since {from}', earlier: 'Time limits of round {n}', ended: 'Ended in this round ({n})', none: 'No limit is running', first: 'ends first', open: 'See the clause', bar: '{share} gone', asked: 'An extension to {time} was asked for; the director decides',
  },
});
