// Traditional Chinese out of our simplified texts and the server's fixed phrases: first words that are said otherwise, then character by character.
// It is meant for these texts only; words.spec.ts holds what must come out.
const phrases = '提交>送出 地铁>捷運 登录>登入 注册>註冊 固定电话>市話 联系>聯絡 邮箱>郵件 文件>檔案 信息>資訊 设备>裝置 打开>開啟 网络>網路 服务器>伺服器 发送>傳送 复制>複製 答复>答覆 反馈>回覆 刷新>重新整理 粘贴>貼上 哪里>哪裡 那里>那裡 这里>這裡 尽快>盡快 咨询>諮詢 打印>列印 二维码>_QR_碼'.split(' ').map((pair) => pair.replaceAll('_', ' ').split('>'));
const characters = new Map('轨軌诉訴与與议議语語员員录錄们們听聽请請讲說扬揚无無钟鐘凭憑编編号號询詢码碼随隨时時进進项項余餘险險车車拨撥发發么麼写寫经經过過输輸选選择擇“「线線”」个個键鍵络絡后後电電结結补補会會缩縮并並摄攝读讀换換没沒处處属屬于於种種问問题題确確暂暫这這点點删刪浏瀏览覽关關闭閉页頁吗嗎复復网網来來务務话話间間对對还還开開动動试試弃棄达達认認两兩显顯图圖为為记記从從头頭数數频頻连連检檢办辦诺諾况況评評价價决決满滿说說谢謝仅僅应應类類变變刚剛现現转轉单單实實将將终終长長访訪领領内內机機馈饋邮郵扫掃区區绝絕带帶样樣'.match(/../g)!.map((pair) => [pair[0], pair[1]]));

export const traditional = (text: string): string =>
  phrases.reduce((now, [from, to]) => now.replaceAll(from!, to!), text).replace(/./g, (one) => characters.get(one) ?? one);
