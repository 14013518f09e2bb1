// What went wrong, and what to do about it, by the status of the answer (shared/problem.ts).
export const problemWords = {
  zhCN: {
    offline: '连不上服务器', offlineRemedy: '您填写的内容都还在。请检查网络，恢复后再试。', malformed: '请求有误', malformedRemedy: '请重新载入页面后再试。', unauthenticated: '登录已失效', unauthenticatedRemedy: '请重新登录，您填写的内容会保留。',
    forbidden: '没有权限', forbiddenRemedy: '如需办理，请联系您单位的负责人或系统管理员。', notFound: '没有找到', notFoundRemedy: '请核对编号或地址。', conflict: '现在不能这样做', conflictRemedy: '页面已更新，请看看当前环节可以做什么。',
    stale: '刚刚有人更新了', staleRemedy: '请看看有何变化，再提交一次；您填写的内容还在。', tooLarge: '内容或文件太大', tooLargeRemedy: '请精简内容或压缩文件后再试。', unsupported: '不支持的文件类型', unsupportedRemedy: '请换成图片、PDF、录音或文档。',
    invalid: '有内容需要修改', invalidRemedy: '请按提示修改后再提交。', throttled: '操作太频繁', throttledRemedy: '请等一会儿再试。', throttledFor: '请在 {wait}后再试。', unavailable: '服务器暂时繁忙', unavailableRemedy: '请稍等片刻再试，您填写的内容都还在。',
    full: '服务器磁盘已满', fullRemedy: '没有任何内容被改动。请通知系统管理员。', broken: '服务器出了错', brokenRemedy: '没有完成您的操作。请稍后再试；若仍不行，请把时间告诉系统管理员。',
  },
  zhTW: {
    offline: '連不上伺服器', offlineRemedy: '您填寫的內容都還在。請檢查網路，恢復後再試。', malformed: '請求有誤', malformedRemedy: '請重新載入頁面後再試。', unauthenticated: '登入已失效', unauthenticatedRemedy: '請重新登入，您填寫的內容會保留。',
    forbidden: '沒有權限', forbiddenRemedy: '如需辦理，請聯絡您單位的負責人或系統管理員。', notFound: '沒有找到', notFoundRemedy: '請核對編號或地址。', conflict: '現在不能這樣做', conflictRemedy: '頁面已更新，請看看目前環節可以做什麼。',
    stale: '剛剛有人更新了', staleRemedy: '請看看有何變化，再提交一次；您填寫的內容還在。', tooLarge: '內容或檔案太大', tooLargeRemedy: '請精簡內容或壓縮檔案後再試。', unsupported: '不支援的檔案類型', unsupportedRemedy: '請換成圖片、PDF、錄音或文件。',
    invalid: '有內容需要修改', invalidRemedy: '請按提示修改後再提交。', throttled: '操作太頻繁', throttledRemedy: '請等一會兒再試。', throttledFor: '請在 {wait}後再試。', unavailable: '伺服器暫時繁忙', unavailableRemedy: '請稍等片刻再試，您填寫的內容都還在。',
    full: '伺服器磁碟已滿', fullRemedy: '沒有任何內容被改動。請通知系統管理員。', broken: '伺服器出了錯', brokenRemedy: '沒有完成您的操作。請稍後再試；若仍不行，請把時間告訴系統管理員。',
  },
  en: {
    offline: 'The server cannot be reached', offlineRemedy: 'What you typed is still here. Check the network and try again.', malformed: 'The request was not understood', malformedRemedy: 'Reload the page and try again.', unauthenticated: 'Your session has ended', unauthenticatedRemedy: 'Log in again; what you typed is kept.',
    forbidden: 'Not permitted', forbiddenRemedy: 'If you need it, ask the head of your unit or the system administrator.', notFound: 'Not found', notFoundRemedy: 'Check the number or the address.', conflict: 'Not possible now', conflictRemedy: 'The page is up to date again: see what can be done in this stage.',
    stale: 'Someone changed it just now', staleRemedy: 'See what changed, then submit again; what you typed is still here.', tooLarge: 'The text or the file is too large', tooLargeRemedy: 'Shorten the text or compress the file and try again.', unsupported: 'This type of file is not taken', unsupportedRemedy: 'Use a picture, a PDF, a recording or a document.',
    invalid: 'Something needs a change', invalidRemedy: 'Mend the marked fields and submit again.', throttled: 'Too many attempts', throttledRemedy: 'Wait a while and try again.', throttledFor: 'Try again in {wait}.', unavailable: 'The server is busy', unavailableRemedy: 'Wait a moment and try again; what you typed is still here.',
    full: 'The server’s disk is full', fullRemedy: 'Nothing was changed. Please tell the system administrator.', broken: 'The server failed', brokenRemedy: 'Your action was not done. Try again later; if it still fails, tell the system administrator the time.',
  },
} as const;
