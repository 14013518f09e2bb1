// The words of importing a table.
import { defineMessages } from '@/shared/i18n';

defineMessages('imports', {
  zhCN: {
    title: '导入台账', hint: '每一行单独判断：能导入的导入，不能导入的说明原因。同一行导入两次不会重复；本系统导出的台账再导入，认作原来的投诉。', file: '选择文件', fileHint: 'Excel（.xlsx）、CSV 或 JSON 行（.jsonl），不超过 25 MB、50,000 行', reading: '正在读取…', wrongKind: '请选择 .xlsx、.csv 或 .jsonl 文件',
    headingRow: '表头所在行', headingHint: '不填则取第一个不空的行', matching: '列的对应', by: '对应方式', byHand: '逐列对应', shipped_ledger: '本系统导出的台账', shipped_other: '随程序提供：{name}', column: '表中的列', field: '对应字段', ignore: '不导入', required: '必需', constants: '整表相同的值', channelFor: '受理渠道（表中没有这一列时）', choose: '请选择', fromColumn: '由列给出',
    missing: '还缺必需的字段：{fields}。请为每个字段选一列，或填整表相同的值。', look: '查看前 10 行', looking: '正在读取…', preview: '前 {n} 行会这样读取', line: '行号', problem: '问题', none: '无', noRows: '表中没有数据行', notices: '关于这个文件',
    dryRun: '试运行', dryRunning: '正在试运行…', run: '导入', running: '正在导入，请勿关闭本页…', dryTitle: '试运行结果（尚未写入）', doneTitle: '导入结果', taken: '可导入', takenDone: '已导入', already_there: '已有，内容相同', differing: '已有，内容不同', refused: '不能导入', rowsTitle: '未导入的行', rowsMore: '只列前 {n} 行，全部见下载的文件。', differs: '与 {number} 不同', errorFile: '下载未导入的行（Excel）', errorFileCsv: '下载未导入的行（CSV）', errorHint: '文件保持原样，旁边写明原因；改正后可直接再导入。',
    done: '已导入 {n} 行', toLedger: '查看台账', nothing: '没有可导入的新行', confirmTitle: '导入 {n} 行？', confirmText: '导入的投诉不能删除。{left} 行不会导入。',
  },
  zhTW: {
    title: '匯入台帳', hint: '每一列單獨判斷：能匯入的匯入，不能匯入的說明原因。同一列匯入兩次不會重複；本系統匯出的台帳再匯入，認作原來的投訴。', file: '選擇檔案', fileHint: 'Excel（.xlsx）、CSV 或 JSON 行（.jsonl），不超過 25 MB、50,000 列', reading: '正在讀取…', wrongKind: '請選擇 .xlsx、.csv 或 .jsonl 檔案',
    headingRow: '表頭所在列', headingHint: '不填則取第一個不空的列', matching: '欄位的對應', by: '對應方式', byHand: '逐欄對應', shipped_ledger: '本系統匯出的台帳', shipped_other: '隨程式提供：{name}', column: '表中的欄', field: '對應欄位', ignore: '不匯入', required: '必需', constants: '整表相同的值', channelFor: '受理管道（表中沒有這一欄時）', choose: '請選擇', fromColumn: '由欄給出',
    missing: '還缺必需的欄位：{fields}。請為每個欄位選一欄，或填整表相同的值。', look: '查看前 10 列', looking: '正在讀取…', preview: '前 {n} 列會這樣讀取', line: '列號', problem: '問題', none: '無', noRows: '表中沒有資料列', notices: '關於這個檔案',
    dryRun: '試跑', dryRunning: '正在試跑…', run: '匯入', running: '正在匯入，請勿關閉本頁…', dryTitle: '試跑結果（尚未寫入）', doneTitle: '匯入結果', taken: '可匯入', takenDone: '已匯入', already_there: '已有，內容相同', differing: '已有，內容不同', refused: '不能匯入', rowsTitle: '未匯入的列', rowsMore: '只列前 {n} 列，全部見下載的檔案。', differs: '與 {number} 不同', errorFile: '下載未匯入的列（Excel）', errorFileCsv: '下載未匯入的列（CSV）', errorHint: '檔案保持原樣，旁邊寫明原因；改正後可直接再匯入。',
    done: '已匯入 {n} 列', toLedger: '查看台帳', nothing: '沒有可匯入的新列', confirmTitle: '匯入 {n} 列？', confirmText: '匯入的投訴不能刪除。{left} 列不會匯入。',
  },
  en: {
    title: 'Import a ledger', hint: 'Each row is judged on its own: what can be taken in is taken, for the rest the reason is told. The same row twice adds nothing; a ledger exported here comes back as its own complaints.', file: 'Choose a file', fileHint: 'Excel (.xlsx), CSV or JSON lines (.jsonl), at most 25 MB and 50,000 rows', reading: 'Reading…', wrongKind: 'Choose a file ending in .xlsx, .csv or .jsonl',
    headingRow: 'Row with the headings', headingHint: 'Empty: the first row that is not blank', matching: 'Matching of columns', by: 'Matched by', byHand: 'Column by column', shipped_ledger: 'A ledger exported here', shipped_other: 'Comes with the program: {name}', column: 'Column of the table', field: 'Field', ignore: 'not imported', required: 'required', constants: 'One value for all rows', channelFor: 'Channel (where no column has it)', choose: 'Please choose', fromColumn: 'comes from a column',
    missing: 'Still missing: {fields}. Choose a column for each, or give one value for all rows.', look: 'See the first 10 rows', looking: 'Reading…', preview: 'The first {n} rows would be read like this', line: 'Row', problem: 'Problem', none: 'none', noRows: 'The table has no rows', notices: 'About this file',
    dryRun: 'Try it', dryRunning: 'Trying…', run: 'Import', running: 'Importing, please leave this page open…', dryTitle: 'What would happen (nothing is written yet)', doneTitle: 'What has been imported', taken: 'would be taken in', takenDone: 'taken in', already_there: 'there already, the same', differing: 'there already, but different', refused: 'cannot be taken in', rowsTitle: 'Rows not taken in', rowsMore: 'Only the first {n} are listed; all are in the file.', differs: 'differs from {number}', errorFile: 'Download these rows (Excel)', errorFileCsv: 'Download these rows (CSV)', errorHint: 'The rows stand as they were, with the reason beside each; correct them and import the file again.',
    done: '{n} rows taken in', toLedger: 'To the ledger', nothing: 'There is no new row to take in', confirmTitle: 'Import {n} rows?', confirmText: 'Imported complaints cannot be deleted. {left} rows are not taken in.',
  },
});
