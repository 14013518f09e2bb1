// The words around the manual.
import { defineMessages } from '@/shared/i18n';

defineMessages('help', {
  zhCN: { chapters: '章节', sections: '本章内容', language: '手册以简体中文编写，不含画面；带画面的在 docs/manual。', README: '人人都要知道的', agent: '中心坐席', centre: '转办、审核、反馈', desk: '车站与现场', unit: '单位专岗与负责人', director: '中心主任', leader: '公司领导', administrator: '管理员', passenger: '乘客看到的' },
  zhTW: { chapters: '章節', sections: '本章內容', language: '手冊以簡體中文編寫，不含畫面；帶畫面的在 docs/manual。', README: '人人都要知道的', agent: '中心坐席', centre: '轉辦、審核、回饋', desk: '車站與現場', unit: '單位專崗與負責人', director: '中心主任', leader: '公司領導', administrator: '管理員', passenger: '乘客看到的' },
  en: { chapters: 'Chapters', sections: 'In this chapter', language: 'The manual is written in Simplified Chinese, here without its pictures; with them it is in docs/manual.', README: 'For everybody', agent: 'Hotline agents', centre: 'Dispatch, review, feedback', desk: 'Stations', unit: 'Units and their heads', director: 'Director', leader: 'Leaders', administrator: 'Administrators', passenger: 'What passengers see' },
});
