import { defineMessages } from '@/shared/i18n';

defineMessages('figures', {
  zhCN: { drawn: '{title}：{figures}', sum: '合计', opens: '{about}，{n} 件，打开台账', count: '件数', notSet: '未填写', mapLegend: '每站投诉件数', mapStep: '{from} 至 {to} 件', mapStepOne: '{n} 件', mapNone: '没有投诉', elsewhere: '未注明车站', mapStation: '{line} {station}，{n} 件', chartFailed: '图形没有载入成功，请看表格' },
  zhTW: { drawn: '{title}：{figures}', sum: '合計', opens: '{about}，{n} 件，開啟台帳', count: '件數', notSet: '未填寫', mapLegend: '每站投訴件數', mapStep: '{from} 至 {to} 件', mapStepOne: '{n} 件', mapNone: '沒有投訴', elsewhere: '未註明車站', mapStation: '{line} {station}，{n} 件', chartFailed: '圖形沒有載入成功，請看表格' },
  en: { drawn: '{title}: {figures}', sum: 'Total', opens: '{about}, {n}, open the ledger', count: 'Complaints', notSet: 'Not set', mapLegend: 'Complaints at each station', mapStep: '{from} to {to}', mapStepOne: '{n}', mapNone: 'no complaint', elsewhere: 'no station named', mapStation: '{line} {station}, {n}', chartFailed: 'The drawing could not be loaded; see the table' },
});
