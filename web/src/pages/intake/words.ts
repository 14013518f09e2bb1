// The words of the intake pages themselves; those of the form's parts stand with the parts.
import { defineMessages } from '@/shared/i18n';

defineMessages('intake', {
  zhCN: {
    title: '登记', hintCentre: '由投诉处理中心受理', hintUnit: '为{unit}登记，登记后中心即时可见', toOnSite: '现场登记', toFull: '完整登记表', form: '登记表', caller: '来电人', complainant: '投诉人', what: '内容与类型', more: '其他', files: '附件', morePlace: '列车、车厢、设备',
    received: '接到时间', receivedNow: '改为现在', occurred: '发生时间', subject: '标题', subjectHint: '不填则取自内容', unit: '转给哪个单位', unitHint: '填写后登记时即转达（R3.4），由中心转办', unitSuggested: '建议：{unit}', externalId: '来源单号', externalHint: '来源平台的编号，同一编号不会登记两次',
    register: '登记，接下一件', registerOpen: '登记并打开', fresh: '另开空表', keyRegister: '登记并接下一件', keyRegisterOpen: '登记并打开', keyAccept: '采用建议', keyView: '查看第一件以前的投诉', keyJoin: '补充到第一件', keyFresh: '另开空表', taken: '已采用 {what}', results: '登记结果', besides: '以前的投诉与草稿', doneSaid: '已登记，编号 {number}',
    onSite: '现场登记', onSiteHint: '当场登记，报投诉处理中心（R3.5）', where: '在哪里', change: '更改', what1: '什么事', who: '联系方式', registerBig: '登记', typeBack: '重选', waiting: '{n} 件等待网络恢复后自动登记', optionalContact: '电话或姓名填一项即可', kindMore: '不是投诉？',
  },
  zhTW: {
    title: '登記', hintCentre: '由投訴處理中心受理', hintUnit: '為{unit}登記，登記後中心即時可見', toOnSite: '現場登記', toFull: '完整登記表', form: '登記表', caller: '來電人', complainant: '投訴人', what: '內容與類型', more: '其他', files: '附件', morePlace: '列車、車廂、設備',
    received: '接到時間', receivedNow: '改為現在', occurred: '發生時間', subject: '標題', subjectHint: '不填則取自內容', unit: '轉給哪個單位', unitHint: '填寫後登記時即轉達（R3.4），由中心轉辦', unitSuggested: '建議：{unit}', externalId: '來源單號', externalHint: '來源平台的編號，同一編號不會登記兩次',
    register: '登記，接下一件', registerOpen: '登記並開啟', fresh: '另開空表', keyRegister: '登記並接下一件', keyRegisterOpen: '登記並開啟', keyAccept: '採用建議', keyView: '檢視第一件以前的投訴', keyJoin: '補充到第一件', keyFresh: '另開空表', taken: '已採用 {what}', results: '登記結果', besides: '以前的投訴與草稿', doneSaid: '已登記，編號 {number}',
    onSite: '現場登記', onSiteHint: '當場登記，報投訴處理中心（R3.5）', where: '在哪裡', change: '更改', what1: '什麼事', who: '聯絡方式', registerBig: '登記', typeBack: '重選', waiting: '{n} 件等待網路恢復後自動登記', optionalContact: '電話或姓名填一項即可', kindMore: '不是投訴？',
  },
  en: {
    title: 'Register', hintCentre: 'Taken in by the complaint centre', hintUnit: 'Registered for {unit}; the centre sees it at once', toOnSite: 'On site', toFull: 'Full form', form: 'Registration form', caller: 'Caller', complainant: 'Complainant', what: 'What it is about', more: 'More', files: 'Files', morePlace: 'Train, carriage, equipment',
    received: 'Received', receivedNow: 'Set to now', occurred: 'When it happened', subject: 'Subject', subjectHint: 'Else taken from the content', unit: 'Unit concerned', unitHint: 'Then it is relayed on registering (R3.4); the centre dispatches it', unitSuggested: 'Suggested: {unit}', externalId: 'Source number', externalHint: 'Its number at the source; the same number is never registered twice',
    register: 'Register, take the next', registerOpen: 'Register and open', fresh: 'Empty form', keyRegister: 'Register and take the next', keyRegisterOpen: 'Register and open', keyAccept: 'Accept the suggestion', keyView: 'View the first earlier complaint', keyJoin: 'Add to the first one', keyFresh: 'Open an empty form', taken: 'Accepted: {what}', results: 'Registered', besides: 'Earlier complaints and drafts', doneSaid: 'Registered as {number}',
    onSite: 'Register on site', onSiteHint: 'Registered on the spot and passed to the complaint centre (R3.5)', where: 'Where', change: 'Change', what1: 'What', who: 'Contact', registerBig: 'Register', typeBack: 'Choose again', waiting: '{n} registers itself once the network is back | {n} register themselves once the network is back', optionalContact: 'A phone or a name will do', kindMore: 'Not a complaint?',
  },
});
