// The words of the frame around the pages: head, navigation, palette, shortcuts, session, connection.
export const frameWords = {
  nav: {
    zhCN: { home: '工作台', intake: '登记', ledger: '台账', complaint: '投诉', dashboard: '看板', wall: '大屏', administration: '管理', account: '我的账号', login: '登录', help: '使用手册' },
    zhTW: { home: '工作台', intake: '登記', ledger: '台帳', complaint: '投訴', dashboard: '看板', wall: '大屏', administration: '管理', account: '我的帳號', login: '登入', help: '使用手冊' },
    en: { home: 'Home', intake: 'Register', ledger: 'Ledger', complaint: 'Complaint', dashboard: 'Dashboard', wall: 'Wall', administration: 'Administration', account: 'My account', login: 'Log in', help: 'Manual' },
  },
  frame: {
    zhCN: {
      skip: '跳到正文', navigation: '主导航', menu: '菜单', search: '查找投诉、车站、页面、操作', searchShort: '查找', account: '我的账号', logout: '退出登录', language: '语言', theme: '主题', themeSystem: '跟随系统', themeLight: '浅色', themeDark: '深色',
      density: '密度', densityCosy: '舒适', densityDense: '紧凑', textSize: '文字大小', smaller: '缩小文字', larger: '放大文字', look: '显示设置', singleKeys: '单键快捷键', shortcuts: '快捷键', shortcutsHint: '按 ? 查看', mail: '帮助',
      offline: '网络已断开。已填写的内容会保留，恢复后自动继续。', online: '网络已恢复', liveLost: '暂时收不到实时更新，正在重连…', newVersion: '系统已更新，需要重新载入页面', newVersionKept: '系统已更新。草稿保存后会自动重新载入', reloadNow: '现在载入',
      sessionEnded: '登录已失效', sessionEndedText: '请重新登录后继续，页面上填写的内容都还在。', notFoundTitle: '没有这个页面', notFoundText: '地址可能有误，或页面已经移动。', forbiddenTitle: '没有权限打开此页', forbiddenText: '您的角色（{role}）不使用这个页面。', toHome: '回到工作台',
      pageFailed: '页面没有载入成功', pageLoading: '正在载入页面', palette: '查找与命令', paletteHint: '编号或末几位、电话或后四位、姓名、文字、车站拼音、页面', paletteEmpty: '没有找到。', paletteShort: '再输入一个字：查找投诉至少要两个字。', paletteHow: '编号写全或写末几位（可不带 TS），电话写全或写后四位，姓名写全名；其他的词按投诉的文字查找。', paletteHintPeople: '姓名、用户名、页面、设置', paletteHintPages: '页面、设置', searchPeople: '查找人员、页面、操作', searchPages: '查找页面、操作', groupPeople: '人员', onSite: '现场登记', paletteResults: '{n} 条结果', paletteSearching: '正在查找…',
      groupComplaints: '投诉', groupRecent: '最近打开', groupActs: '当前投诉的操作', groupStations: '车站', groupPages: '页面', groupSettings: '设置', groupCommands: '命令', allMatching: '在台账中查找“{q}”', stationLedger: '打开该站台账',
      everywhere: '所有页面', inPage: '当前页面', keyPalette: '查找与命令', keySheet: '快捷键一览', keySearch: '查找', keyNew: '登记新投诉', keyTheme: '切换深浅主题', keyDensity: '切换紧凑', keyLarger: '放大文字', keySmaller: '缩小文字',
      keyNext: '下一条', keyPrevious: '上一条', keyFirst: '第一条', keyLast: '最后一条', keyOpen: '打开', keyMain: '跳到正文', keyNavigation: '跳到主导航', keyLogout: '退出登录', keyLanguage: '切换语言', keyBack: '返回', keyNextTask: '办理下一件', keyRefresh: '刷新数据', keyPrint: '打印',
      goTo: '前往{page}', then: '然后', singleKeysOff: '单键快捷键已关闭', shortcutsText: '输入文字时不会触发单键快捷键。', changePassword: '修改密码', toTop: '回到顶部', mod: 'Ctrl', notice: '提示', dismiss: '关闭提示', sortedByDue: '按到期先后', switchOn: '打开', switchOff: '关闭', nothingWaits: '现在没有等您办理的',
    },
    zhTW: {
      skip: '跳到正文', navigation: '主導覽', menu: '選單', search: '查找投訴、車站、頁面、操作', searchShort: '查找', account: '我的帳號', logout: '登出', language: '語言', theme: '主題', themeSystem: '跟隨系統', themeLight: '淺色', themeDark: '深色',
      density: '密度', densityCosy: '舒適', densityDense: '緊湊', textSize: '文字大小', smaller: '縮小文字', larger: '放大文字', look: '顯示設定', singleKeys: '單鍵快速鍵', shortcuts: '快速鍵', shortcutsHint: '按 ? 檢視', mail: '說明',
      offline: '網路已斷開。已填寫的內容會保留，恢復後自動繼續。', online: '網路已恢復', liveLost: '暫時收不到即時更新，正在重連…', newVersion: '系統已更新，需要重新載入頁面', newVersionKept: '系統已更新。草稿儲存後會自動重新載入', reloadNow: '現在載入',
      sessionEnded: '登入已失效', sessionEndedText: '請重新登入後繼續，頁面上填寫的內容都還在。', notFoundTitle: '沒有這個頁面', notFoundText: '地址可能有誤，或頁面已經移動。', forbiddenTitle: '沒有權限開啟此頁', forbiddenText: '您的角色（{role}）不使用這個頁面。', toHome: '回到工作台',
      pageFailed: '頁面沒有載入成功', pageLoading: '正在載入頁面', palette: '查找與命令', paletteHint: '編號或末幾位、電話或後四位、姓名、文字、車站拼音、頁面', paletteEmpty: '沒有找到。', paletteShort: '再輸入一個字：查找投訴至少要兩個字。', paletteHow: '編號寫全或寫末幾位（可不帶 TS），電話寫全或寫後四位，姓名寫全名；其他的詞按投訴的文字查找。', paletteHintPeople: '姓名、使用者名稱、頁面、設定', paletteHintPages: '頁面、設定', searchPeople: '查找人員、頁面、操作', searchPages: '查找頁面、操作', groupPeople: '人員', onSite: '現場登記', paletteResults: '{n} 條結果', paletteSearching: '正在查找…',
      groupComplaints: '投訴', groupRecent: '最近開啟', groupActs: '目前投訴的操作', groupStations: '車站', groupPages: '頁面', groupSettings: '設定', groupCommands: '命令', allMatching: '在台帳中查找「{q}」', stationLedger: '開啟該站台帳',
      everywhere: '所有頁面', inPage: '目前頁面', keyPalette: '查找與命令', keySheet: '快速鍵一覽', keySearch: '查找', keyNew: '登記新投訴', keyTheme: '切換深淺主題', keyDensity: '切換緊湊', keyLarger: '放大文字', keySmaller: '縮小文字',
      keyNext: '下一條', keyPrevious: '上一條', keyFirst: '第一條', keyLast: '最後一條', keyOpen: '開啟', keyMain: '跳到正文', keyNavigation: '跳到主導覽', keyLogout: '登出', keyLanguage: '切換語言', keyBack: '返回', keyNextTask: '辦理下一件', keyRefresh: '重新整理資料', keyPrint: '列印',
      goTo: '前往{page}', then: '然後', singleKeysOff: '單鍵快速鍵已關閉', shortcutsText: '輸入文字時不會觸發單鍵快速鍵。', changePassword: '修改密碼', toTop: '回到頂部', mod: 'Ctrl', notice: '提示', dismiss: '關閉提示', sortedByDue: '按到期先後', switchOn: '開啟', switchOff: '關閉', nothingWaits: '現在沒有等您辦理的',
    },
    en: {
      skip: 'Skip to the content', navigation: 'Main navigation', menu: 'Menu', search: 'Find complaints, stations, pages, acts', searchShort: 'Find', account: 'My account', logout: 'Log out', language: 'Language', theme: 'Theme', themeSystem: 'As the system', themeLight: 'Light', themeDark: 'Dark',
      density: 'Density', densityCosy: 'Comfortable', densityDense: 'Compact', textSize: 'Text size', smaller: 'Smaller text', larger: 'Larger text', look: 'Display settings', singleKeys: 'Single-key shortcuts', shortcuts: 'Keyboard shortcuts', shortcutsHint: 'Press ? to see them', mail: 'Help',
      offline: 'The network is lost. What you typed is kept; work goes on once it is back.', online: 'The network is back', liveLost: 'Live updates are interrupted, reconnecting…', newVersion: 'There is a new version: the page needs to be reloaded', newVersionKept: 'There is a new version. The page reloads itself once your draft is kept', reloadNow: 'Reload now',
      sessionEnded: 'Your session has ended', sessionEndedText: 'Log in again to go on; what you typed on the page is still there.', notFoundTitle: 'There is no such page', notFoundText: 'The address may be wrong, or the page has moved.', forbiddenTitle: 'You may not open this page', forbiddenText: 'Your role ({role}) does not use this page.', toHome: 'To the home page',
      pageFailed: 'The page could not be loaded', pageLoading: 'Loading the page', palette: 'Find and command', paletteHint: 'Number or its end, phone or its last four, name, words, station (also by pinyin), page', paletteEmpty: 'Nothing found.', paletteShort: 'One more letter: complaints are found by two at least.', paletteHow: 'A number whole or by its last digits (without TS too), a phone whole or by its last four, a name whole; other words are looked for in the texts.', paletteHintPeople: 'Name, user name, page, setting', paletteHintPages: 'Page, setting', searchPeople: 'Find people, pages, acts', searchPages: 'Find pages, acts', groupPeople: 'People', onSite: 'Register on site', paletteResults: '{n} result | {n} results', paletteSearching: 'Searching…',
      groupComplaints: 'Complaints', groupRecent: 'Opened last', groupActs: 'Acts on this complaint', groupStations: 'Stations', groupPages: 'Pages', groupSettings: 'Settings', groupCommands: 'Commands', allMatching: 'Search the ledger for “{q}”', stationLedger: 'Open this station’s ledger',
      everywhere: 'Everywhere', inPage: 'On this page', keyPalette: 'Find and command', keySheet: 'Keyboard shortcuts', keySearch: 'Find', keyNew: 'Register a complaint', keyTheme: 'Switch light and dark', keyDensity: 'Switch compact', keyLarger: 'Larger text', keySmaller: 'Smaller text',
      keyNext: 'Next line', keyPrevious: 'Previous line', keyFirst: 'First line', keyLast: 'Last line', keyOpen: 'Open', keyMain: 'Skip to the content', keyNavigation: 'To the navigation', keyLogout: 'Log out', keyLanguage: 'Switch language', keyBack: 'Back', keyNextTask: 'Do the next one', keyRefresh: 'Refresh the data', keyPrint: 'Print',
      goTo: 'Go to {page}', then: 'then', singleKeysOff: 'Single-key shortcuts are off', shortcutsText: 'Single keys do nothing while you type.', changePassword: 'Change password', toTop: 'To the top', mod: 'Ctrl', notice: 'Notice', dismiss: 'Dismiss', sortedByDue: 'earliest deadline first', switchOn: 'switch on', switchOff: 'switch off', nothingWaits: 'Nothing waits for you now',
    },
  },
} as const;
