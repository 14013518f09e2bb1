import { defineMessages } from '@/shared/i18n';

defineMessages('qr', {
  zhCN: {
    hint: '打印后贴在车站，乘客扫码后地点已经填好。', line: '线路', station: '车站', allLines: '全部线路', allStations: '全部车站', layout: '版式', sheet: '小签：每页 6 个', poster: '海报：每页 1 个', origin: '乘客访问的地址', originHint: '二维码里的网址以它开头。乘客用手机能打开的公开地址，例如 https://tousu.example.com', originWrong: '请填写以 https:// 或 http:// 开头的完整地址', originLocal: '这个地址只有本机能打开，乘客扫码会打不开。请改为公开地址。', print: '打印', exits: '出入口（可不填）', exitsHint: '每个一张，用空格或顿号隔开，如 A B C1。乘客的表单里会带上它', equipment: '设备（可不填）', equipmentHint: '每台一张，如 E-07 G-3；只填了一个出入口时，两样都带上', count: '{n} 张，{pages} 页', preview: '预览', code: '{name} 的二维码：{address}', none: '没有车站', noneText: '先在资料中加入线路和车站。',
  },
  zhTW: {
    hint: '列印後貼在車站，乘客掃碼後地點已經填好。', line: '線路', station: '車站', allLines: '全部線路', allStations: '全部車站', layout: '版式', sheet: '小籤：每頁 6 個', poster: '海報：每頁 1 個', origin: '乘客存取的地址', originHint: '二維碼裡的網址以它開頭。乘客用手機能開啟的公開地址，例如 https://tousu.example.com', originWrong: '請填寫以 https:// 或 http:// 開頭的完整地址', originLocal: '這個地址只有本機能開啟，乘客掃碼會打不開。請改為公開地址。', print: '列印', exits: '出入口（可不填）', exitsHint: '每個一張，用空格或頓號隔開，如 A B C1。乘客的表單裡會帶上它', equipment: '設備（可不填）', equipmentHint: '每台一張，如 E-07 G-3；只填了一個出入口時，兩樣都帶上', count: '{n} 張，{pages} 頁', preview: '預覽', code: '{name} 的二維碼：{address}', none: '沒有車站', noneText: '先在資料中加入線路和車站。',
  },
  en: {
    hint: 'Print and put up at the station; a passenger who scans it finds the place filled in.', line: 'Line', station: 'Station', allLines: 'All lines', allStations: 'All stations', layout: 'Layout', sheet: 'Labels: 6 on a page', poster: 'Poster: 1 on a page', origin: 'Address for passengers', originHint: 'The code’s address begins with it: the public one that passengers’ phones can open, like https://complaints.example.com', originWrong: 'Give a whole address that begins with https:// or http://', originLocal: 'Only this machine can open this address; passengers could not. Give the public one.', print: 'Print', exits: 'Exits (optional)', exitsHint: 'One code each, with spaces between: A B C1. The passenger’s form carries it along', equipment: 'Equipment (optional)', equipmentHint: 'One code each: E-07 G-3; with one exit only, both are carried along', count: '{n} codes, {pages} pages', preview: 'Preview', code: 'QR code of {name}: {address}', none: 'No station', noneText: 'Lines and stations have to be there first.',
  },
});
