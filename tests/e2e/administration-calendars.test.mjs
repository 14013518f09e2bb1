// Working days: the year at a glance, and a new calendar brought in: what moves is seen first, confirmed, and done (R9.2, R9.4a).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { begin, button, close, faulty, open, told } from './support/administration.mjs';
import { Browser, accessible, picture } from './support/browser.mjs';
import { openComplaint } from './support/complaint.mjs';
import { World, bringTo } from './support/world.mjs';

let world, browser;
before(async () => { [world, browser] = await Promise.all([World.start('empty'), Browser.start()]); });
after(async () => { await browser.end(); await world.end(); });

const localDate = (at) => new Date(at + 8 * 3600_000).toISOString().slice(0, 10);
const thisYear = Number(localDate(Date.now()).slice(0, 4));
const file = (form) => form.getByLabel('日历文件');
/** Chooses a file that holds this text. */
const give = (form, name, content) => file(form).setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });
const look = (form) => button(form, '查看哪些时限会变').click();
const importing = async (page) => begin(page, '导入日历');
const calendars = async () => (await world.api('director', 'GET', '/api/v1/calendars')).items;
const month = (page, year, number) => page.getByRole('region', { name: new RegExp(`^${year} 年 ${number} 月 `) });
const dayCell = (page, year, number, day) => month(page, year, number).getByRole('cell', { name: new RegExp(`^${day}(休|班|今天|\\s)*$`) });
const due = async (number, clock) => (await world.complaint(number)).clocks.find((one) => one.stage === clock && one.outcome === 'running').due_at;

/** A complaint whose limits move when this notice is brought in: the last day of its opinion limit becomes a holiday. */
async function moving() {
  const { number } = await bringTo(world, 'opinion');
  const before = await due(number, 'opinion');
  const last = localDate(Date.parse(before) - 1);
  const year = Number(last.slice(0, 4));
  const known = (await calendars()).find((one) => one.code === String(year))?.days ?? [];
  const days = known.filter(({ date }) => date !== last).map(({ date, off, name }) => ({ date, isOffDay: off, name: name ?? '假日' }));
  return { number, before, year, last, notice: JSON.stringify({ year, sources: ['https://www.gov.cn/notice'], days: [...days, { date: last, isOffDay: true, name: '临时假日' }] }) };
}

test('a year at a glance: holidays, make-up days, working days of each month and of the year', async () => {
  const page = await open(browser, world, 'agent', 'calendars');
  await page.getByLabel('年份').selectOption('2026');
  await dayCell(page, 2026, 10, 1).getByText('休').waitFor();
  await dayCell(page, 2026, 10, 10).getByText('班').waitFor();
  assert.equal(await dayCell(page, 2026, 10, 1).getAttribute('title'), '2026-10-01 放假 国庆节');
  await month(page, 2026, 2).getByText('16 个工作日').waitFor();
  await page.getByRole('group', { name: '图例' }).getByText('全年 248 个工作日').waitFor();
  const holidays = page.getByRole('region', { name: '节假日安排' });
  const row = holidays.getByRole('row').filter({ has: page.getByRole('rowheader', { name: '国庆节' }) });
  assert.deepEqual(await row.getByRole('cell').allInnerTexts(), thisYear === 2026 ? ['10月1日–10月7日', '9月20日、10月10日'] : ['2026年10月1日–2026年10月7日', '2026年9月20日、2026年10月10日']);
  await holidays.getByRole('link', { name: /gov\.cn/ }).waitFor();
  await accessible(page, 'a year');
  await close(page);
});

test('today is marked, and a year that is not announced says what that means for limits', async () => {
  const page = await open(browser, world, 'agent', 'calendars');
  const [year, number, day] = localDate(Date.now()).split('-').map(Number);
  await dayCell(page, year, number, day).getByText('今天').waitFor();
  const missing = Math.max(...(await calendars()).map(({ code }) => Number(code)), thisYear) + (thisYear > 2026 ? 0 : 1);
  await page.getByLabel('年份').selectOption(String(missing));
  await page.getByText(new RegExp(`${missing} 年的放假安排尚未公布：按周一至周五计算`)).waitFor();
  await close(page);
});

test('what moves is listed, old against new, before anything is changed; confirmed, it is done and stands in the history', async () => {
  const { number, before, year, last, notice } = await moving();
  const page = await open(browser, world, 'director', 'calendars');
  const form = await importing(page);
  await give(form, 'notice.json', notice);
  await look(form);
  await form.getByText(`年份：${year}`).waitFor();
  const move = form.getByRole('row').filter({ has: page.getByRole('rowheader', { name: number }) }).filter({ hasText: '意见时限' });
  const [clock, was, becomes] = await move.getByRole('cell').allInnerTexts();
  assert.equal(clock, '意见时限');
  assert.match(was, /24:00$/);
  assert.match(becomes, /^→ .*24:00$/);
  assert.notEqual(was, becomes.slice(2));
  await accessible(page, 'what moves');
  await picture(page, 'calendar-moves');
  assert.equal(await due(number, 'opinion'), before, 'nothing has moved yet');
  assert.ok(!JSON.stringify(await calendars()).includes('临时假日'));
  await button(form, '确认导入').click();
  await told(page, new RegExp(`已导入 ${year} 年日历，移动了 \\d+ 个期限`));
  const moved = await due(number, 'opinion');
  assert.ok(Date.parse(moved) > Date.parse(before), `${before} → ${moved}`);
  await page.getByRole('region', { name: '节假日安排' }).getByRole('rowheader', { name: '临时假日' }).waitFor();
  const [, monthOf, dayOf] = last.split('-').map(Number);
  await dayCell(page, year, monthOf, dayOf).getByText('休').waitFor();
  await close(page);
  const complaint = await openComplaint(browser, world, 'agent', number);
  const entry = complaint.getByRole('region', { name: '办理过程' }).getByRole('article').filter({ hasText: '日历变更' });
  await entry.getByText('中心主任（中心主任）').waitFor();
  await entry.getByText(`意见时限改为 ${becomes.slice(2)}`).waitFor();
  await close(complaint);
});

test('who only looks and cancels has changed nothing, and the next look begins anew', async () => {
  const { number, before, notice } = await moving();
  const kept = await calendars();
  const page = await open(browser, world, 'director', 'calendars');
  const form = await importing(page);
  await give(form, 'notice.json', notice);
  await look(form);
  await button(form, '确认导入').waitFor();
  await button(form, '取消').click();
  await form.waitFor({ state: 'detached' });
  const again = await importing(page);
  assert.equal(await button(again, '确认导入').count(), 0, 'nothing to confirm before one has looked');
  assert.equal(await due(number, 'opinion'), before);
  assert.deepEqual(await calendars(), kept);
  await close(page);
});

test('another file takes away what was listed for the first', async () => {
  const { notice } = await moving();
  const page = await open(browser, world, 'director', 'calendars');
  const form = await importing(page);
  await give(form, 'notice.json', notice);
  await look(form);
  await button(form, '确认导入').waitFor();
  await give(form, 'other.json', '{"year": 2031, "holidays": [{"name": "元旦", "off": ["2031-01-01"]}]}');
  await button(form, '确认导入').waitFor({ state: 'detached' });
  await close(page);
});

test('announced days that a file does not name are listed, and go only when that is ticked', async () => {
  const year = thisYear + 9;
  const notice = (off) => JSON.stringify({ year, holidays: [{ name: '春节', off }] });
  await world.api('director', 'POST', '/api/v1/calendars', { content: notice([`${year}-02-10`, `${year}-02-11`]), format: 'json', confirm: true });
  const page = await open(browser, world, 'director', 'calendars');
  const form = await importing(page);
  await give(form, 'fewer.json', notice([`${year}-02-10`]));
  await look(form);
  const lost = form.getByRole('group', { name: '将丢掉已公布的 1 天' });
  await lost.getByText(`${year}-02-11 放假 春节`).waitFor();
  await form.getByText(`请核对：${year} 年的安排中没有 元旦、`).waitFor();
  await button(form, '确认导入').click();
  await lost.getByText('这份日历中没有这些已公布的日子').waitFor();
  assert.equal((await calendars()).find(({ code }) => code === String(year)).days.length, 2);
  await accessible(page, 'days that would be lost');
  await picture(page, 'calendar-lost');
  await lost.getByLabel('确认丢弃这些日子').check();
  await button(form, '确认导入').click();
  await told(page, new RegExp(`已导入 ${year} 年日历`));
  assert.equal((await calendars()).find(({ code }) => code === String(year)).days.length, 1);
  await close(page);
});

test('an iCalendar file as calendar programs write it is brought in: folded lines, line ends of its own', async () => {
  const year = thisYear + 1;
  const lines = [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//calendar//zh', 'BEGIN:VEVENT', 'UID:1@calendar', `DTSTART;VALUE=DATE:${year}1001`, `DTEND;VALUE=DATE:${year}1008`, 'SUMMARY:国庆', ' 节（休）', 'END:VEVENT',
    'BEGIN:VEVENT', 'UID:2@calendar', `DTSTART;VALUE=DATE:${year}0926`, 'SUMMARY:国庆节\\, 补班', '\tDESCRIPTION', 'END:VEVENT', 'END:VCALENDAR', '',
  ].map((line) => line.replace('\tDESCRIPTION', '\t（班）'));
  const page = await open(browser, world, 'director', 'calendars');
  const form = await importing(page);
  await give(form, 'holidays.ics', lines.join('\r\n'));
  await look(form);
  await form.getByText(`年份：${year}`).waitFor();
  await form.getByText(`文件只有 ${year} 年的个别日子（没有 元旦、`).waitFor();
  await button(form, '确认导入').click();
  await told(page, new RegExp(`已导入 ${year} 年日历`));
  assert.equal(await page.getByLabel('年份').inputValue(), String(year), 'the year that was brought in is shown');
  for (let day = 1; day <= 7; day++) await dayCell(page, year, 10, day).getByText('休').waitFor();
  await page.getByText(`${year} 年的放假安排尚未公布`).waitFor();
  const saved = (await calendars()).find(({ code }) => code === String(year));
  assert.equal(saved.announced, false, 'seven days are no announcement of a year');
  assert.deepEqual(saved.days.filter(({ off }) => !off).map(({ date }) => date), [`${year}-09-26`]);
  await close(page);
});

for (const [what, name, content, message] of [
  ['a day that does not exist', 'notice.json', '{\n  "year": 2028,\n  "holidays": [\n    {"name": "元旦",\n     "off": ["2028-01-01", "2028-01-32"]}\n  ]\n}', /第 5 行：应为日期/],
  ['text that is no JSON', 'notice.json', '{\n  "year": 2028,\n  "holidays": [}\n', /第 3 行：不是有效的 JSON/],
  ['a key that nobody knows', 'notice.json', '{\n  "year": 2028,\n  "holliday": []\n}', /第 3 行：未知的键“holliday”/],
  ['a good year before a bad one', 'notice.json', '[\n  {"year": 2028, "holidays": [{"name": "元旦", "off": ["2028-01-01"]}]},\n  {"year": 2029, "holidays": [{"name": "春节", "off": ["2031-01-01"]}]}\n]', /第 3 行：2031-01-01 不属于 2029 年的安排/],
  ['an event that repeats', 'notice.ics', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20280101\nRRULE:FREQ=YEARLY\nSUMMARY:元旦（休）\nEND:VEVENT\nEND:VCALENDAR\n', /第 4 行：不接受重复事件/],
  ['an event at an hour of the day', 'notice.ics', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:元旦（休）\nDTSTART:20280101T080000\nEND:VEVENT\nEND:VCALENDAR\n', /第 4 行：DTSTART 应为全天日期/],
]) {
  test(`a file with ${what} is refused whole, naming the line; nothing is changed`, async () => {
    const kept = await calendars();
    const page = await open(browser, world, 'director', 'calendars');
    const form = await importing(page);
    await give(form, name, content);
    await look(form);
    await faulty(form, file(form), message);
    await faulty(form, file(form), new RegExp(`日历 ${name.replace('.', '\\.')} 未采用`));
    assert.equal(await button(form, '确认导入').count(), 0);
    await accessible(page, what);
    assert.deepEqual(await calendars(), kept);
    await close(page);
  });
}

test('a JSON file that begins with empty lines, or with a byte order mark, is taken like any other', async () => {
  const page = await open(browser, world, 'director', 'calendars');
  for (const lead of ['\n\n  ', '\ufeff', '\ufeff\r\n']) {
    const form = await importing(page);
    await give(form, 'notice.json', `${lead}{"year": 2033,\r\n\t"holidays": [{"name": "元旦", "off": ["2033-01-01"]}]}\r\n`);
    await look(form);
    await form.getByText('年份：2033').waitFor();
    await button(form, '取消').click();
    await form.waitFor({ state: 'detached' });
  }
  await close(page);
});

test('a file of another kind, an empty one, and none at all are said at the field without asking the server', async () => {
  const page = await open(browser, world, 'director', 'calendars');
  const form = await importing(page);
  const asked = [];
  page.on('request', (request) => request.method() === 'POST' && asked.push(request.url()));
  await look(form);
  await faulty(form, file(form), '请选择 JSON 或 iCalendar（.ics）文件');
  await give(form, 'holidays.xlsx', 'PK\u0003\u0004');
  await faulty(form, file(form), '请选择 JSON 或 iCalendar（.ics）文件');
  await look(form);
  await give(form, 'notice.json', `{"year": 2031, "sources": ["${'x'.repeat(500_001)}"]}`);
  await faulty(form, file(form), '文件超过 500,000 字');
  assert.deepEqual(asked, []);
  await close(page);
});

test('a file that is not UTF-8 is refused with words that help', async () => {
  const page = await open(browser, world, 'director', 'calendars');
  const form = await importing(page);
  // 元旦 in GB18030
  const content = Buffer.concat([Buffer.from('{"year": 2034, "holidays": [{"name": "'), Buffer.from([0xd4, 0xaa, 0xb5, 0xa9]), Buffer.from('", "off": ["2034-01-01"]}]}')]);
  await file(form).setInputFiles({ name: 'notice.json', mimeType: 'application/json', buffer: content });
  await faulty(form, file(form), '文件不是 UTF-8 编码');
  await close(page);
});
