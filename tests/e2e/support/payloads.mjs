// What people type who mean harm, paste anything, or write in other directions. Each must appear as text and break nothing.
const tags = [
  '<script>window.__hit=1</script>', '<SCRIPT SRC=//x.example/a.js></SCRIPT>', '"><script>window.__hit=1</script>', "'><img src=x onerror=window.__hit=1>",
  '<img src=x onerror="window.__hit=1">', '<img/src=x/onerror=window.__hit=1>', '<svg onload=window.__hit=1>', '<svg><script>window.__hit=1</script></svg>',
  '<svg><animate onbegin=window.__hit=1 attributeName=x dur=1s>', '<body onload=window.__hit=1>', '<iframe src="javascript:window.top.__hit=1"></iframe>',
  '<iframe srcdoc="<script>parent.__hit=1</script>"></iframe>', '<object data="data:text/html,<script>top.__hit=1</script>"></object>', '<embed src="javascript:window.__hit=1">',
  '<a href="javascript:window.__hit=1">点这里</a>', '<a href="data:text/html,<script>1</script>">x</a>', '<form action="https://x.example"><input name=password></form>',
  '<input autofocus onfocus=window.__hit=1>', '<select onfocus=window.__hit=1 autofocus>', '<textarea autofocus onfocus=window.__hit=1>', '<details open ontoggle=window.__hit=1>',
  '<video><source onerror=window.__hit=1></video>', '<audio src=x onerror=window.__hit=1>', '<marquee onstart=window.__hit=1>', '<style>*{display:none}</style>',
  '<link rel=stylesheet href=//x.example/a.css>', '<base href="https://x.example/">', '<meta http-equiv="refresh" content="0;url=https://x.example">', '<math><mi xlink:href="javascript:window.__hit=1">x',
  '<template><script>window.__hit=1</script></template>', '</textarea><script>window.__hit=1</script>', '</title><script>window.__hit=1</script>', '</script><script>window.__hit=1</script>',
  '<!--<script>window.__hit=1</script>-->', '<![CDATA[<script>window.__hit=1</script>]]>', '<div style="position:fixed;inset:0;background:red">遮住</div>', '<b>粗体</b><i>斜体</i>', '<table><tr><td>',
  '</div></div></main></body></html>', '<h1>假标题</h1>', '<button onclick="window.__hit=1">确认</button>', '<dialog open>假对话框</dialog>', '<slot name=x>', '<component :is="script">', '<el-button>x</el-button>', '<router-link to="/">x</router-link>',
];
const templates = [
  '{{ constructor.constructor("window.__hit=1")() }}', '{{7*7}}', '${window.__hit=1}', '#{7*7}', '<%= 7*7 %>', '{%raw%}', '@:nav.home', '@:{"nav.home"}', '{n} 件 | {n} 件', '{count}', '%{name}', "{'@'}", '{0}', '$t("nav.home")', 'v-html="x"',
];
const sql = ["'; DROP TABLE complaint; --", "' OR '1'='1", '1); DELETE FROM event; --', '%_%', '\\', "\\'", '`', '"', "''", '/* x */', '-- x', 'NULL', 'null', 'undefined', 'NaN', 'true', '[object Object]'];
const formulas = ['=HYPERLINK("http://x.example","x")', '=1+1', '+1+1', '-1+1', '@SUM(1)', '=cmd|\' /C calc\'!A0'];
const addresses = ['javascript:window.__hit=1', 'https://x.example/很长/的/路径?a=1&b=2#c', '../../../../etc/passwd', 'file:///etc/passwd', '%3Cscript%3Ewindow.__hit=1%3C/script%3E', '&lt;script&gt;', '&#60;script&#62;', '&nbsp;&amp;&quot;'];
const scripts = [
  '\u202Eabc 倒过来的字 \u202C 之后', '\u2067مرحبا\u2069 投诉', '\u200Fشكوى حول المصعد\u200F', 'שלום עולם 你好', '\u202A\u202B\u202D\u202E 四个方向标记没有关', '\u2066\u2066\u2066 隔离没有关', 'a\u200Bb\u200Cc\u200Dd\uFEFFe 零宽',
  'Z̷͓͚̯͑a̴̡̨͙͛l̸̨̛g̵̛o̶͌ 叠加符号'.repeat(5), '👨‍👩‍👧‍👦🏳️‍🌈🇨🇳👍🏿', '𠮷野家𠀀𪛖', 'ｆｕｌｌ　ｗｉｄｔｈ', 'ﷺ'.repeat(40), 'ไทย ภาษาไทย ไม่มีเว้นวรรค'.repeat(10), 'ⓗⓔⓐⓡⓛⓘⓝⓔ', '½⅓Ⅷ㊗️', '\u3164\u3164', '體育西路站電梯故障', 'Ｂ口', 'ß ﬁ İ ı',
];
const long = ['W'.repeat(10_000), '测'.repeat(10_000), 'https://x.example/' + 'a'.repeat(5_000), '-'.repeat(5_000), '_'.repeat(2_000), '啊'.repeat(300) + ' ' + 'b'.repeat(300), ('行\n').repeat(400)];

export const payloads = [...tags, ...templates, ...sql, ...formulas, ...addresses, ...scripts, ...long];
