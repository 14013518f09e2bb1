// The words of the files of a complaint.
import { defineMessages } from '@/shared/i18n';

defineMessages('files', {
  zhCN: { title: '附件', none: '还没有附件', noneText: '可添加图片、PDF、录音、录像或文档。', add: '添加附件', drop: '也可以拖到这里，或直接粘贴截图', preview: '预览', previewOf: '预览 {name}', save: '下载', saveOf: '下载 {name}', sending: '正在上传 {name}', sent: '已上传 {name}', failed: '{name} 没有上传成功', again: '重新上传', dismiss: '不再上传', progress: '上传进度', picture: '图片 {name}', removeFile: '去掉 {name}', cannotPreview: '此类文件不能在页面内预览，请下载后打开。' },
  zhTW: { title: '附件', none: '還沒有附件', noneText: '可新增圖片、PDF、錄音、錄影或文件。', add: '新增附件', drop: '也可以拖到這裡，或直接貼上截圖', preview: '預覽', previewOf: '預覽 {name}', save: '下載', saveOf: '下載 {name}', sending: '正在上傳 {name}', sent: '已上傳 {name}', failed: '{name} 沒有上傳成功', again: '重新上傳', dismiss: '不再上傳', progress: '上傳進度', picture: '圖片 {name}', removeFile: '去掉 {name}', cannotPreview: '此類檔案不能在頁面內預覽，請下載後開啟。' },
  en: { title: 'Files', none: 'No files yet', noneText: 'Pictures, PDF, recordings, films and documents can be added.', add: 'Add a file', drop: 'or drop it here, or paste a screenshot', preview: 'Preview', previewOf: 'Preview {name}', save: 'Download', saveOf: 'Download {name}', sending: 'Uploading {name}', sent: 'Uploaded {name}', failed: '{name} was not uploaded', again: 'Upload again', dismiss: 'Do not upload', progress: 'Progress', picture: 'Picture {name}', removeFile: 'Take {name} away', cannotPreview: 'This type cannot be shown in the page; download it to open it.' },
});
