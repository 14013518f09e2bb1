// The words of choosing a place.
import { defineMessages } from '@/shared/i18n';

defineMessages('place', {
  zhCN: { title: '发生地点', station: '车站或线路', hint: '站名、拼音或首字母，如 tyxl', onLine: '全线或列车上', line: '哪条线', chooseLine: '请选择线路', exit: '出入口', train: '车次或车号', carriage: '车厢', equipment: '设备编号', detail: '具体位置', toDetail: '没有这个车站，已记入具体位置', more: '列车、车厢、设备' },
  zhTW: { title: '發生地點', station: '車站或線路', hint: '站名、拼音或首字母，如 tyxl', onLine: '全線或列車上', line: '哪條線', chooseLine: '請選擇線路', exit: '出入口', train: '車次或車號', carriage: '車廂', equipment: '設備編號', detail: '具體位置', toDetail: '沒有這個車站，已記入具體位置', more: '列車、車廂、設備' },
  en: { title: 'Where it happened', station: 'Station or line', hint: 'Name, pinyin or initials, e.g. tyxl', onLine: 'the line, or on a train', line: 'Which line', chooseLine: 'Choose the line', exit: 'Exit', train: 'Train', carriage: 'Carriage', equipment: 'Equipment', detail: 'Exact place', toDetail: 'There is no such station; noted as the exact place', more: 'Train, carriage, equipment' },
});
defineMessages('placeText', {
  zhCN: { exit: '{value}口', train: '{value}次车', carriage: '{value}号车厢' },
  zhTW: { exit: '{value}口', train: '{value}次車', carriage: '{value}號車廂' },
  en: { exit: 'exit {value}', train: 'train {value}', carriage: 'carriage {value}' },
});
