// What people type in the palette for pages and settings, beside their names.
/** Pinyin, its initials, English and other words for the pages, so that `tz` finds the ledger in any language. */
export const pageWords: Record<string, string[]> = {
  home: ['gzt', 'gongzuotai', '首页', '首頁', 'sy', 'home'], intake: ['dj', 'dengji', '新建', '新投诉', '新投訴', 'xj', 'xinjian', 'register', 'new'], ledger: ['tz', 'taizhang', 'ledger'],
  dashboard: ['kb', 'kanban', '统计', '統計', 'tj', 'tongji', 'dashboard'], wall: ['dp', 'daping', 'wall'], administration: ['gl', 'guanli', 'administration'],
  account: ['zh', 'zhanghao', 'wdzh', '密码', '密碼', 'mm', 'mima', 'account', 'password'],
  people: ['ry', 'renyuan', 'rygl', '账号', '帳號', '用户', 'yh', 'people', 'users'], organisation: ['zz', 'zuzhi', 'zzjg', '单位', '單位', 'dw', 'danwei', 'organisation', 'units'],
  codes: ['lx', 'leixing', 'yy', 'yuanyin', 'qd', 'qudao', 'types', 'causes', 'channels'], calendars: ['rl', 'rili', 'gzrl', '节假日', '節假日', 'jjr', 'calendar', 'holidays'],
  rules: ['gz', 'guize', 'gzsc', '时限', '時限', 'sx', 'rules', 'limits'], audit: ['sj', 'shenji', 'rz', '日志', '日誌', 'audit'], qr: ['ewm', 'erweima', 'czewm', 'qr'],
  help: ['sc', 'shouce', 'sysc', '帮助', '幫助', 'bz', 'bangzhu', 'manual', 'help'], onsite: ['xc', 'xianchang', 'xcdj', 'onsite', 'on-site'],
};
export const settingWords = {
  dark: ['dark', 'ss', 'shense', '暗色', '夜间', '夜間'], light: ['light', 'qs', 'qianse', '亮色'], system: ['system', 'gsxt'],
  larger: ['text', 'larger', 'fd', 'fangda', '字号', '字號'], smaller: ['text', 'smaller', 'sx', 'suoxiao', '字号', '字號'],
};
