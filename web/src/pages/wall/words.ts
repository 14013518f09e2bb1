import { defineMessages } from '@/shared/i18n';

defineMessages('wall', {
  zhCN: {
    title: '投诉态势', small: '大屏要在大屏幕上看', smallText: '手机和小窗口上的字会小得看不清。同样的数字在看板里。', live: '实时', every: '每 5 秒更新', stopped: '已断开，数据停在 {time}', nothing: '已断开，还没有数据', leave: '退出大屏', tileToday: '今日登记', tileOpen: '在办', tileOverdue: '已超时', tileDue: '今日到期', tileGrave: '在办紧急、重大', stages: '各环节在办', channels: '今日各渠道', days: '近 14 天登记', map: '近 7 天线路与车站',
    urgent: '最急', urgentNone: '没有到期在即的投诉', newest: '最新登记', newestNone: '还没有登记', moreLines: '还有 {n} 条线', mostAt: '投诉最多的车站', noneAt: '近 7 天没有车站的投诉', more: '还有 {n} 件', units: '各单位超时与在办', types: '今日各类型', none: '暂无', overdueOf: '其中超时 {n}', noUnit: '中心', onlyComplaints: '只统计投诉',
  },
  zhTW: {
    title: '投訴態勢', small: '大屏要在大螢幕上看', smallText: '手機和小視窗上的字會小得看不清。同樣的數字在看板裡。', live: '即時', every: '每 5 秒更新', stopped: '已斷開，資料停在 {time}', nothing: '已斷開，還沒有資料', leave: '退出大屏', tileToday: '今日登記', tileOpen: '在辦', tileOverdue: '已超時', tileDue: '今日到期', tileGrave: '在辦緊急、重大', stages: '各環節在辦', channels: '今日各管道', days: '近 14 天登記', map: '近 7 天線路與車站',
    urgent: '最急', urgentNone: '沒有到期在即的投訴', newest: '最新登記', newestNone: '還沒有登記', moreLines: '還有 {n} 條線', mostAt: '投訴最多的車站', noneAt: '近 7 天沒有車站的投訴', more: '還有 {n} 件', units: '各單位超時與在辦', types: '今日各類型', none: '暫無', overdueOf: '其中超時 {n}', noUnit: '中心', onlyComplaints: '只統計投訴',
  },
  en: {
    title: 'Complaints now', small: 'The wall needs a large screen', smallText: 'On a phone or in a small window its letters could not be read. The same figures are on the dashboard.', live: 'Live', every: 'Every 5 s', stopped: 'Disconnected, figures of {time}', nothing: 'Disconnected, no figures yet', leave: 'Leave the wall', tileToday: 'Registered today', tileOpen: 'Open', tileOverdue: 'Overdue', tileDue: 'Due today', tileGrave: 'Urgent, serious', stages: 'Open by stage', channels: 'Channels today', days: 'Registered, last 14 days', map: 'Lines and stations, last 7 days',
    urgent: 'Most urgent', urgentNone: 'Nothing is about to be due', newest: 'Registered last', newestNone: 'Nothing registered yet', moreLines: '{n} more lines', mostAt: 'Stations with the most complaints', noneAt: 'No complaint of a station in 7 days', more: '{n} more', units: 'Overdue and open by unit', types: 'Types today', none: 'None', overdueOf: '{n} overdue', noUnit: 'Centre', onlyComplaints: 'complaints only',
  },
});
