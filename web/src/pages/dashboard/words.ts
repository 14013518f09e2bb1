import { defineMessages } from '@/shared/i18n';

defineMessages('dashboard', {
  zhCN: {
    period: '统计时段', today: '今天', week: '近 7 天', month: '本月', quarter: '本季度', year: '本年', free: '自选', from: '开始日期', to: '结束日期', unit: '主办单位', line: '线路', allUnits: '全部单位', allLines: '全部线路', clear: '清除选择', note: '只统计投诉（不含咨询、表扬等）。{from} 至 {to}', noteOne: '只统计投诉（不含咨询、表扬等）。{from}',
    ofPeriod: '时段内登记', now: '此刻在办', tileRegistered: '登记', tileOpen: '在办', tileOverdue: '已超时', tileTimely: '按时反馈', tileLate: '超时反馈', tileDissatisfied: '不满意',
    volume: '受理量', volumeBy: '受理量分段', byDay: '按日', byWeek: '按周', byMonth: '按月', date: '日期', weekName: '第 {week} 周 {from}起', monthName: '{year} 年 {month} 月', types: '投诉类型', level1: '大类', level2: '小类', level: '类型层级', type: '类型', causes: '投诉原因', cause: '原因', channels: '受理渠道', channel: '渠道',
    stages: '各环节在办', stage: '环节', units: '各单位在办', unitHead: '单位', noUnit: '尚未转办（中心）', inTime: '未超时', overdue: '已超时', timeliness: '按时与超时', timely: '按时反馈', late: '超时反馈', notYet: '尚未反馈', timelinessHead: '反馈', satisfaction: '满意度', satisfactionHead: '评价', notAsked: '尚未回访', map: '线路与车站', station: '车站', overdueList: '超时清单', overdueHint: '最急的在前', overdueNone: '没有超时的投诉', overdueNoneText: '各环节都在时限之内。',
    seeAll: '在台账中查看全部 {n} 件', asTable: '看表格', asDrawing: '看图形', allTables: '全部看表格', allDrawings: '全部看图形', empty: '这个时段没有登记投诉', emptyText: '换一个时段，或清除单位和线路。', emptyOpen: '现在没有在办的投诉', print: '打印', wall: '打开大屏', none: '无', number: '编号', subject: '标题', due: '时限', printed: '打印时间 {time}',
  },
  zhTW: {
    period: '統計時段', today: '今天', week: '近 7 天', month: '本月', quarter: '本季度', year: '本年', free: '自選', from: '開始日期', to: '結束日期', unit: '主辦單位', line: '線路', allUnits: '全部單位', allLines: '全部線路', clear: '清除選擇', note: '只統計投訴（不含諮詢、表揚等）。{from} 至 {to}', noteOne: '只統計投訴（不含諮詢、表揚等）。{from}',
    ofPeriod: '時段內登記', now: '此刻在辦', tileRegistered: '登記', tileOpen: '在辦', tileOverdue: '已超時', tileTimely: '按時回饋', tileLate: '超時回饋', tileDissatisfied: '不滿意',
    volume: '受理量', volumeBy: '受理量分段', byDay: '按日', byWeek: '按週', byMonth: '按月', date: '日期', weekName: '第 {week} 週 {from}起', monthName: '{year} 年 {month} 月', types: '投訴類型', level1: '大類', level2: '小類', level: '類型層級', type: '類型', causes: '投訴原因', cause: '原因', channels: '受理管道', channel: '管道',
    stages: '各環節在辦', stage: '環節', units: '各單位在辦', unitHead: '單位', noUnit: '尚未轉辦（中心）', inTime: '未超時', overdue: '已超時', timeliness: '按時與超時', timely: '按時回饋', late: '超時回饋', notYet: '尚未回饋', timelinessHead: '回饋', satisfaction: '滿意度', satisfactionHead: '評價', notAsked: '尚未回訪', map: '線路與車站', station: '車站', overdueList: '超時清單', overdueHint: '最急的在前', overdueNone: '沒有超時的投訴', overdueNoneText: '各環節都在時限之內。',
    seeAll: '在台帳中查看全部 {n} 件', asTable: '看表格', asDrawing: '看圖形', allTables: '全部看表格', allDrawings: '全部看圖形', empty: '這個時段沒有登記投訴', emptyText: '換一個時段，或清除單位和線路。', emptyOpen: '現在沒有在辦的投訴', print: '列印', wall: '開啟大屏', none: '無', number: '編號', subject: '標題', due: '時限', printed: '列印時間 {time}',
  },
  en: {
    period: 'Period', today: 'Today', week: 'Last 7 days', month: 'This month', quarter: 'This quarter', year: 'This year', free: 'Other days', from: 'First day', to: 'Last day', unit: 'Lead unit', line: 'Line', allUnits: 'All units', allLines: 'All lines', clear: 'Clear the choice', note: 'Complaints only (no consultations, praise and so on). {from} to {to}', noteOne: 'Complaints only (no consultations, praise and so on). {from}',
    ofPeriod: 'registered in the period', now: 'open now', tileRegistered: 'Registered', tileOpen: 'Open', tileOverdue: 'Overdue', tileTimely: 'Fed back in time', tileLate: 'Fed back late', tileDissatisfied: 'Dissatisfied',
    volume: 'Volume', volumeBy: 'Volume by', byDay: 'Day', byWeek: 'Week', byMonth: 'Month', date: 'Date', weekName: 'Week {week}, {from}', monthName: '{month}/{year}', types: 'Types', level1: 'First level', level2: 'Second level', level: 'Level of types', type: 'Type', causes: 'Causes', cause: 'Cause', channels: 'Channels', channel: 'Channel',
    stages: 'Open by stage', stage: 'Stage', units: 'Open by unit', unitHead: 'Unit', noUnit: 'Not dispatched yet (centre)', inTime: 'In time', overdue: 'Overdue', timeliness: 'In time and late', timely: 'Fed back in time', late: 'Fed back late', notYet: 'Not fed back yet', timelinessHead: 'Feedback', satisfaction: 'Satisfaction', satisfactionHead: 'Rating', notAsked: 'Not followed up yet', map: 'Lines and stations', station: 'Station', overdueList: 'Overdue', overdueHint: 'most urgent first', overdueNone: 'Nothing is overdue', overdueNoneText: 'Every stage is within its limit.',
    seeAll: 'See all {n} in the ledger', asTable: 'Show the table', asDrawing: 'Show the drawing', allTables: 'Show all tables', allDrawings: 'Show all drawings', empty: 'No complaint was registered in this period', emptyText: 'Choose another period, or clear unit and line.', emptyOpen: 'No complaint is open now', print: 'Print', wall: 'Open the wall', none: 'None', number: 'Number', subject: 'Subject', due: 'Time limit', printed: 'Printed {time}',
  },
});
