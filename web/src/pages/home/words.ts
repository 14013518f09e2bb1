import { defineMessages } from '@/shared/i18n';

defineMessages('home', {
  zhCN: {
    morning: '上午好，{name}', afternoon: '下午好，{name}', evening: '晚上好，{name}', today: '{date} {weekday}', next: '办理下一件', register: '登记新投诉',
    waiting: '待我办理', waitingUnit: '待本单位办理', assisting: '待本单位协办', byColleague: '由同事回访', sum: '合计', assistingHint: '主办单位在等本单位的协办意见', extensions: '延期待决定', extensionsHint: '到期前没有决定，申请就不再有效', suspended: '{n} 件正在等乘客补充，计时已停', sent: '已转出，等待对方', sentUnit: '已报中心，等待中心', dueToday: '今日到期', overdue: '已超时', urgent: '紧急、重大', openAll: '全部在办', seeAll: '查看全部 {n} 件', byDue: '按到期先后，最急的在前',
    nothingWaiting: '没有等您办理的', nothingWaitingText: '新的投诉一到，这里会自动出现。', nothingSent: '没有在等待对方的', allStages: '各环节在办', whose: '等待：{who}',
    wholeCentre: '全中心', registeredToday: '今日登记投诉', registeredMonth: '本月登记投诉', openNow: '在办投诉', overdueNow: '超时投诉', overdueByUnit: '各单位超时与在办', unit: '单位', open: '在办', overdueShort: '超时', centre: '尚未转办（中心）', noOpen: '现在没有在办的投诉', figuresNote: '只统计投诉（不含咨询、表扬等）',
    toDashboard: '打开看板', typesToday: '今日各类型', none: '今天还没有', yours: '您的工作', auditTitle: '审计记录', auditText: '查看谁在何时对哪件投诉做了什么，核对记录链是否完整。', peopleTitle: '人员与角色', peopleText: '添加人员、停用账号、重置密码。', organisationTitle: '组织机构', organisationText: '部门、单位与专岗；看看哪个单位还没有专岗。',
    sessionsTitle: '登录与解锁', sessionsText: '解锁账号、结束登录、分配角色。', rulesTitle: '规则手册与日历', rulesText: '各环节时限、依据的条款，以及全年工作日。', gaps: '还没有专岗的单位', noGaps: '每个单位都有专岗', people: '在册人员', disabled: '已停用', mustChange: '尚未修改初始密码', openAdministration: '打开{what}',
  },
  zhTW: {
    morning: '上午好，{name}', afternoon: '下午好，{name}', evening: '晚上好，{name}', today: '{date} {weekday}', next: '辦理下一件', register: '登記新投訴',
    waiting: '待我辦理', waitingUnit: '待本單位辦理', assisting: '待本單位協辦', byColleague: '由同事回訪', sum: '合計', assistingHint: '主辦單位在等本單位的協辦意見', extensions: '延期待決定', extensionsHint: '到期前沒有決定，申請就不再有效', suspended: '{n} 件正在等乘客補充，計時已停', sent: '已轉出，等待對方', sentUnit: '已報中心，等待中心', dueToday: '今日到期', overdue: '已超時', urgent: '緊急、重大', openAll: '全部在辦', seeAll: '查看全部 {n} 件', byDue: '按到期先後，最急的在前',
    nothingWaiting: '沒有等您辦理的', nothingWaitingText: '新的投訴一到，這裡會自動出現。', nothingSent: '沒有在等待對方的', allStages: '各環節在辦', whose: '等待：{who}',
    wholeCentre: '全中心', registeredToday: '今日登記投訴', registeredMonth: '本月登記投訴', openNow: '在辦投訴', overdueNow: '超時投訴', overdueByUnit: '各單位超時與在辦', unit: '單位', open: '在辦', overdueShort: '超時', centre: '尚未轉辦（中心）', noOpen: '現在沒有在辦的投訴', figuresNote: '只統計投訴（不含諮詢、表揚等）',
    toDashboard: '開啟看板', typesToday: '今日各類型', none: '今天還沒有', yours: '您的工作', auditTitle: '稽核記錄', auditText: '查看誰在何時對哪件投訴做了什麼，核對記錄鏈是否完整。', peopleTitle: '人員與角色', peopleText: '新增人員、停用帳號、重設密碼。', organisationTitle: '組織機構', organisationText: '部門、單位與專崗；看看哪個單位還沒有專崗。',
    sessionsTitle: '登入與解鎖', sessionsText: '解鎖帳號、結束登入、分配角色。', rulesTitle: '規則手冊與日曆', rulesText: '各環節時限、依據的條款，以及全年工作日。', gaps: '還沒有專崗的單位', noGaps: '每個單位都有專崗', people: '在冊人員', disabled: '已停用', mustChange: '尚未修改初始密碼', openAdministration: '開啟{what}',
  },
  en: {
    morning: 'Good morning, {name}', afternoon: 'Good afternoon, {name}', evening: 'Good evening, {name}', today: '{weekday} {date}', next: 'Do the next one', register: 'Register a complaint',
    waiting: 'Waiting for me', waitingUnit: 'Waiting for my unit', byColleague: 'a colleague follows up', sum: 'All', assisting: 'My unit assists', assistingHint: 'The lead unit waits for our opinion', extensions: 'Extensions to decide', extensionsHint: 'Undecided when the limit runs out, a request falls away', suspended: '{n} waiting for the passenger, their clocks stand still', sent: 'Passed on, waiting for others', sentUnit: 'Reported, waiting for the centre', dueToday: 'Due today', overdue: 'Overdue', urgent: 'Urgent and serious', openAll: 'All open', seeAll: 'See all {n}', byDue: 'Earliest deadline first',
    nothingWaiting: 'Nothing waits for you', nothingWaitingText: 'What comes in appears here by itself.', nothingSent: 'You wait for nothing', allStages: 'Open by stage', whose: 'waits for {who}',
    wholeCentre: 'The whole centre', registeredToday: 'Complaints today', registeredMonth: 'Complaints this month', openNow: 'Open complaints', overdueNow: 'Overdue complaints', overdueByUnit: 'Overdue and open by unit', unit: 'Unit', open: 'Open', overdueShort: 'Overdue', centre: 'Not dispatched yet (centre)', noOpen: 'No complaint is open now', figuresNote: 'Complaints only (no consultations, praise and so on)',
    toDashboard: 'Open the dashboard', typesToday: 'Types today', none: 'None yet today', yours: 'Your work', auditTitle: 'Audit trail', auditText: 'See who did what to which complaint and when, and check that the chain is whole.', peopleTitle: 'People and roles', peopleText: 'Add people, disable accounts, reset passwords.', organisationTitle: 'Organisation', organisationText: 'Departments, units and their desks; see which unit has no desk.',
    sessionsTitle: 'Logins and unlocking', sessionsText: 'Unlock accounts, end sessions, assign roles.', rulesTitle: 'Rule book and calendars', rulesText: 'The limits of each stage, the clauses behind them, and the working days of the year.', gaps: 'Units without a desk', noGaps: 'Every unit has its desk', people: 'People', disabled: 'Disabled', mustChange: 'First password not changed yet', openAdministration: 'Open: {what}',
  },
});
