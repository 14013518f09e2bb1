// The words of files that go with a registration.
import { defineMessages } from '@/shared/i18n';

defineMessages('uploads', {
  zhCN: {
    title: '附件', add: '选择文件', photo: '拍照或选择照片', hint: '可拖入或直接粘贴截图；每个文件不超过 {size}，最多 {n} 个；登记后上传', hintTouch: '每个文件不超过 {size}，最多 {n} 个；登记后上传', large: '{name} 有 {size}，超过上限 {most}，没有加入', empty: '{name} 是空文件，没有加入', many: '最多 {n} 个文件，{name} 没有加入',
    remove: '去掉 {name}', waiting: '等待上传', sending: '正在上传', done: '已上传', failed: '没有上传成功', again: '重新上传 {name}', retry: '重新上传', progress: '{name} 的上传进度', added: '已加入 {n} 个文件', pasted: '截图', lostAfterReload: '草稿里不含附件，请重新加入',
  },
  zhTW: {
    title: '附件', add: '選擇檔案', photo: '拍照或選擇照片', hint: '可拖入或直接貼上截圖；每個檔案不超過 {size}，最多 {n} 個；登記後上傳', hintTouch: '每個檔案不超過 {size}，最多 {n} 個；登記後上傳', large: '{name} 有 {size}，超過上限 {most}，沒有加入', empty: '{name} 是空檔案，沒有加入', many: '最多 {n} 個檔案，{name} 沒有加入',
    remove: '去掉 {name}', waiting: '等待上傳', sending: '正在上傳', done: '已上傳', failed: '沒有上傳成功', again: '重新上傳 {name}', retry: '重新上傳', progress: '{name} 的上傳進度', added: '已加入 {n} 個檔案', pasted: '截圖', lostAfterReload: '草稿裡不含附件，請重新加入',
  },
  en: {
    title: 'Files', add: 'Choose files', photo: 'Take or choose a photo', hint: 'Drop files or paste a screenshot; at most {size} each, {n} in all; sent after registering', hintTouch: 'At most {size} each, {n} in all; sent after registering', large: '{name} has {size}, more than {most}; it was not added', empty: '{name} is empty; it was not added', many: 'At most {n} files; {name} was not added',
    remove: 'Take {name} away', waiting: 'Waiting', sending: 'Uploading', done: 'Uploaded', failed: 'Not uploaded', again: 'Upload {name} again', retry: 'Upload again', progress: 'Progress of {name}', added: '{n} file added | {n} files added', pasted: 'Screenshot', lostAfterReload: 'A draft has no files; add them again',
  },
});
