// The words in three languages. What traditional Chinese must read is written out here, since it is made of the simplified.
import { beforeEach, describe, expect, it } from 'vitest';
import { choose, nearest, retold, say, sayOr, type Key } from './lib/language';
import { words } from './words';
import { english } from './words.en';
import './words.later';

const keys = Object.keys(words) as Key[];
const places = (text: string) => [...text.matchAll(/\{\d\}/g)].map(([found]) => found).sort().join();
const traditional: Record<Key, string> = {
  brand: '聆軌',
  brandLong: '捷運投訴與建議',
  menu: '語言',
  skip: '跳到正文',
  staff: '工作人員登入',
  start: '我們在聽，請說',
  startLead: '投訴、建議、表揚都可以。無需註冊，一分鐘即可送出，隨時查看進度。',
  submitHint: '只需填三項，可匿名，可拍照',
  trackHint: '憑投訴編號和查詢碼',
  submit: '送出投訴或建議',
  required: '前三項必填，其餘可不填。',
  emergency: '遇到危險請立即找車站工作人員，或撥打 110、119、120。',
  content: '發生了什麼',
  contentHint: '請寫明經過和您的要求',
  place: '在哪裡',
  placeHint: '輸入站名選擇，或寫明位置，如「1號線往梧桐山方向列車」',
  placeFound: '有 {0} 個車站可選，按上下鍵選擇',
  placeChosen: '已選車站：{0}',
  fromCode: '車站已按 QR 碼填好，不對可以改。',
  unknownStation: ' QR 碼上的車站沒有找到，請自己填寫位置。',
  contact: '怎麼聯絡您',
  contactHint: '手機、市話或電子郵件，僅用於處理這件事',
  anonymous: '我想匿名，不留聯絡方式',
  anonymousHint: '匿名後我們無法回電，請憑查詢碼查看結果。',
  more: '補充更多（選填）',
  photos: '照片',
  takePhoto: '拍照',
  pickPhoto: '選擇照片或檔案',
  photoHint: '最多 {0} 個。照片會縮小，並去除拍攝位置等資訊。',
  remove: '移除「{0}」',
  photoBad: '「{0}」無法讀取，請換成 JPG、PNG 照片或 PDF。',
  photoLarge: '「{0}」太大，請換一個小些的。',
  photoMany: '最多 {0} 個，多出的沒有加上。',
  photoReady: '已加上 {0} 個',
  when: '什麼時候',
  kind: '屬於哪一種',
  type: '哪方面的問題',
  typeNone: '不確定',
  name: '您的姓名',
  email: '電子郵件',
  complaint: '投訴',
  consultation: '諮詢',
  help: '求助',
  suggestion: '建議',
  praise: '表揚',
  lost_property: '失物招領',
  send: '送出',
  kept: '填寫的內容只暫存在這台裝置上，送出成功或點「清除」後即刪除。',
  notKept: '這個瀏覽器不能暫存，送出成功前請不要關閉頁面。',
  clear: '清除',
  restored: '已恢復上次沒有送出的內容。',
  closed: '暫時不能在網上送出，請稍後再來，或到車站服務中心反映。',
  faults: '有 {0} 處需要改一下',
  needContent: '請寫一下發生了什麼',
  needPlace: '請填寫在哪個車站或什麼位置',
  needContact: '請填寫聯絡方式，或勾選匿名',
  badContact: '請填寫完整的電話號碼或電子郵件',
  badWhen: '時間不對，請填寫已經過去的時間',
  badEmail: '電子郵件不完整，應類似 name@example.com',
  refused: '沒有送出成功：{0}',
  sending: '正在送出…',
  waiting: '還沒有送出成功',
  waitingNet: '網路不通。內容已存在這台裝置上，可以關閉頁面；網路恢復或下次開啟時會自動送出，只送出一次。',
  waitingWhy: '{0}。內容已存在這台裝置上，只送出一次。',
  triesAgain: '會自動再試。',
  stopped: '已試了多次，不再自動再試，請點「再試一次」。',
  mobileLength: '「{0}」有 {1} 位，手機號是 11 位，請核對',
  landlineLength: '「{0}」有 {1} 位，不是完整的電話號碼，請核對；市話請帶區號',
  noSuchNumber: '沒有「{0}」這樣的電話號碼，請核對；境外號碼以 + 開頭',
  tooLong: '最多 {0} 字，現在有 {1} 字，請刪去 {2} 字',
  exit: '出入口：{0}',
  equipment: '裝置：{0}',
  codeSays: '您掃的 QR 碼是「{0}」的。',
  codeTake: '改為那裡',
  portal: '回答的不是我們的伺服器，可能要先登入這裡的 Wi-Fi，或請換一個網路',
  foreign: '途中的網路裝置拒絕了（{0}），請換一個網路再試',
  foreignLarge: '太大，途中的網路裝置不放行（413），請換一個網路或小一些的',
  photosWait: '還有 {0} 個附件沒有傳送：{1}。',
  photosDrop: '還有 {0} 個附件沒有傳送，將不再傳送。',
  leaveOut: '不發這個了',
  doneSure: '編號和查詢碼都存好了嗎？刪除後無法找回。',
  doneYes: '存好了，刪除',
  drop: '放棄送出',
  dropSure: '這台裝置上的內容會被刪除；如果已經送達，我們仍會處理。確定嗎？',
  no: '不了',
  sent: '送出成功',
  keepCode: '請保存好編號和查詢碼',
  keepCodeWhy: '查詢進度只認這兩項。查詢碼不會再次顯示，也無法找回。',
  number: '投訴編號',
  code: '查詢碼',
  copy: '複製',
  copied: '已複製',
  notCopied: '不能自動複製，請手抄或截圖',
  picture: '存為圖片',
  print: '列印',
  done: '我已記下',
  doneHint: '點後從這台裝置上刪除編號和查詢碼',
  see: '查看進度',
  photosLeft: '還有 {0} 個附件正在傳送，請先不要關閉頁面。',
  photoLost: '「{0}」沒有傳送成功：{1}',
  pending: '有 {0} 件還沒有送出成功，或編號還沒有記下',
  track: '查詢進度',
  trackLead: '編號和查詢碼在送出成功的頁面上。複製的文字可以整段貼上。',
  find: '查詢',
  needNumber: '請填寫投訴編號，以 TS 開頭',
  needCode: '請填寫 12 位查詢碼',
  looking: '正在查詢…',
  wrong: '沒有找到',
  wrongWhy: '編號或查詢碼不對。請核對後再試：編號以 TS 開頭；查詢碼是 12 位字母和數字，其中沒有 0、1、I、O。',
  busy: '太頻繁了，請 {0} 秒後再試',
  net: '連不上伺服器，請檢查網路後再試',
  failed: '伺服器暫時無法處理，請稍後再試',
  retry: '再試一次',
  progressOf: '辦理進度',
  now: '目前',
  promised: '我們承諾在 {0} 24:00 前答覆您',
  round: '第 {0} 次辦理',
  yours: '您反映的內容',
  result: '處理結果',
  steps: '辦理過程',
  refresh: '重新整理',
  refreshed: '已是最新進度',
  another: '查詢另一件',
  acts: '您可以',
  supplement: '補充情況',
  supplementHint: '補充文字或照片，辦理人員會看到',
  withdraw: '撤回',
  withdrawHint: '不再需要我們處理',
  rate: '評價處理結果',
  rateHint: '問題解決了嗎？您滿意嗎？',
  again: '要求再次辦理',
  againHint: '結果沒有解決問題，請我們再辦一次',
  suppText: '要補充什麼',
  reason: '撤回的原因',
  againText: '還有什麼沒有解決',
  needText: '請寫一下',
  withdrawSure: '撤回後這件事就辦結了。確定撤回嗎？',
  yesWithdraw: '確定撤回',
  solvedAsk: '問題解決了嗎',
  solved: '解決了',
  partly: '部分解決',
  not_solved: '沒有解決',
  satisfiedAsk: '您對處理滿意嗎',
  satisfied: '滿意',
  basically_satisfied: '基本滿意',
  dissatisfied: '不滿意',
  comment: '想說的話（選填）',
  dissatisfiedNote: '選「不滿意」會請我們重新辦理，並再次向您回覆。',
  cancel: '取消',
  moved: '進度剛有變化，這項操作現在不能做了。已為您重新整理。',
  supplementPart: '文字已收到；「{0}」沒有傳送成功：{1}',
  yourRating: '您的評價：{0}',
  home: '首頁',
  open: '查看',
  needChoice: '請選擇一項',
  acted: '已收到，謝謝',
  edit: '修改後再送出',
};

describe('words', () => {
  beforeEach(() => choose('zh-CN', false));
  it('are in every language, with the same places to fill in', () => {
    expect(Object.keys(traditional).sort()).toEqual([...keys].sort());
    for (const key of keys) {
      const chinese = words[key];
      expect(chinese && english[key], key).toBeTruthy();
      expect(places(english[key]), key).toBe(places(chinese));
      expect(places(traditional[key]), key).toBe(places(chinese));
      expect(english[key], key).not.toMatch(/\p{Script=Han}/u);
      expect(chinese, key).toMatch(/\p{Script=Han}/u);
    }
  });
  it('read in traditional Chinese as written here', async () => {
    await choose('zh-TW', false);
    for (const key of keys) expect.soft(say(key, '{0}', '{1}', '{2}'), key).toBe(traditional[key]);
  });
  it('of the server are turned into traditional Chinese too', async () => {
    await choose('zh-TW', false);
    expect(retold('处理方案已确定，正在落实')).toBe('處理方案已確定，正在落實');
    expect(retold('已转交相关单位办理')).toBe('已轉交相關單位辦理');
    expect(retold('办理期限已延长')).toBe('辦理期限已延長');
  });
  it('are filled in, and let a refusal of the server stand as it is', async () => {
    expect(say('busy', 17)).toBe('太频繁了，请 17 秒后再试');
    expect(sayOr('needPlace')).toBe(words.needPlace);
    expect(sayOr('没有此车站')).toBe('没有此车站');
    await choose('en', false);
    expect(say('busy', 17)).toContain('17 seconds');
    expect(document.documentElement.lang).toBe('en');
  });
  it('are chosen by the nearest language that is asked for', () => {
    expect([['fr', 'en-GB'], ['zh'], ['zh-Hant-HK'], ['zh-TW'], ['zh-Hans-CN'], ['de'], []].map(nearest)).toEqual(['en', 'zh-CN', 'zh-TW', 'zh-TW', 'zh-CN', 'zh-CN', 'zh-CN']);
  });
});
