// The sign of a station: printed from the administration, scanned by a passenger, whose form knows the station already.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { button, choose, close, faulty, heading } from './support/administration.mjs';
import { Browser, picture } from './support/browser.mjs';
import { readCode } from './support/qr.mjs';
import { World } from './support/world.mjs';

let world, browser;
before(async () => { [world, browser] = await Promise.all([World.start('empty'), Browser.start()]); });
after(async () => { await browser.end(); await world.end(); });

/** As near as a camera is. */
const near = { deviceScaleFactor: 3 };
const sign = (page, station) => page.getByRole('article').filter({ has: page.getByRole('heading', { name: station, exact: true }) });
const code = (page, station) => sign(page, station).getByRole('img');
const count = (page, text) => page.getByRole('status').getByText(text, { exact: true }).waitFor();
async function open(user = 'sysadmin', query = '', options) {
  const page = await browser.page(world, user, `/staff/qr${query}`, { ...near, ...options });
  await heading(page, '车站二维码');
  await page.getByRole('article').first().waitFor();
  return page;
}
/** How many sheets of paper the printer would take. */
const sheets = async (page) => (await page.pdf({ format: 'A4', preferCSSPageSize: true, printBackground: true })).toString('latin1').match(/\/Type\s*\/Page[^s]/g).length;

test('from the administration to a station’s sheet; its code leads a passenger to the form with the station filled in', async () => {
  const page = await browser.page(world, 'sysadmin', '/staff/administration', near);
  await page.getByRole('main').getByRole('link', { name: /车站二维码/ }).click();
  await heading(page, '车站二维码');
  await page.getByLabel('线路').selectOption({ label: '1号线' });
  await choose(page, '车站', '体育西路');
  await count(page, '1 张，1 页');
  const address = await readCode(page, code(page, '体育西路'));
  assert.ok(address.startsWith(`${world.base}/s/`), address);
  await close(page);
  const passenger = await browser.page(world, null, address, { size: [390, 844], touch: true });
  const place = passenger.getByRole('combobox', { name: '在哪里' });
  await passenger.waitForFunction(() => document.querySelector('[role="combobox"]')?.value === '体育西路');
  await passenger.getByLabel('发生了什么').fill('扫码投诉：站台地面积水。');
  await passenger.getByRole('textbox', { name: '怎么联系您' }).fill('13800004321');
  assert.equal(await place.inputValue(), '体育西路');
  await passenger.getByRole('button', { name: '提交', exact: true }).click();
  await passenger.getByRole('heading', { level: 1, name: '提交成功' }).waitFor();
  const number = (await passenger.getByRole('definition').first().innerText()).trim();
  assert.equal((await world.complaint(number)).place.station, '体育西路');
  await close(passenger);
});

test('a code beside an escalator tells exit and equipment, which the passenger sees and can take out', async () => {
  const page = await open('sysadmin', '?line=1');
  await choose(page, '车站', '体育西路');
  await page.getByLabel('出入口').fill('A、B');
  await page.getByLabel('出入口').blur();
  await count(page, '2 张，1 页');
  await page.getByLabel('出入口').fill('B');
  await page.getByLabel('设备').fill('E-07');
  await page.getByLabel('设备').blur();
  await count(page, '1 张，1 页');
  await sign(page, '体育西路').getByText('E-07').first().waitFor();
  const address = await readCode(page, code(page, '体育西路'));
  assert.deepEqual(Object.fromEntries(new URL(address).searchParams), { exit: 'B', equipment: 'E-07' });
  await close(page);
  const passenger = await browser.page(world, null, address, { size: [390, 844], touch: true });
  await passenger.getByText('出入口：B').waitFor();
  await passenger.getByText('设备：E-07').waitFor();
  await passenger.getByRole('button', { name: '移除“设备：E-07”' }).click();
  await passenger.getByText('设备：E-07').waitFor({ state: 'detached' });
  await passenger.getByText('出入口：B').waitFor();
  await close(passenger);
});

test('the public address that phones can open stands in the code, and is remembered', async () => {
  const page = await open('director', '?line=2');
  const station = await page.getByRole('article').first().getByRole('heading').innerText();
  await page.getByText('这个地址只有本机能打开，乘客扫码会打不开。请改为公开地址。').waitFor();
  const origin = page.getByLabel('乘客访问的地址');
  await origin.fill('https://tousu.example.com/');
  await page.getByText('这个地址只有本机能打开').waitFor({ state: 'detached' });
  assert.match(await readCode(page, code(page, station)), /^https:\/\/tousu\.example\.com\/s\/[^/]+$/);
  await page.reload();
  await page.getByRole('article').first().waitFor();
  assert.equal(await origin.inputValue(), 'https://tousu.example.com/');
  await picture(page, 'qr');
  await close(page);
});

test('an address that no phone can open is said at its field, and nothing wrong is printed', async () => {
  const page = await open();
  const origin = page.getByLabel('乘客访问的地址');
  for (const wrong of ['tousu.example.com', 'ftp://tousu.example.com', '', 'https://tousu.example.com/?a=1']) {
    await origin.fill(wrong);
    await faulty(page, origin, '请填写以 https:// 或 http:// 开头的完整地址');
    assert.ok(await button(page, '打印').isDisabled(), wrong);
    assert.equal(await page.getByRole('article').count(), 0);
  }
  await close(page);
});

test('the codes of a whole line can be read, each with its own station', async () => {
  const page = await open('sysadmin', '?line=1');
  await page.getByLabel('乘客访问的地址').fill('https://tousu.example.com');
  const places = await world.api('sysadmin', 'GET', '/api/v1/places');
  const line = places.items.find((one) => one.code === '1');
  assert.deepEqual(await page.getByRole('article').getByRole('heading').allInnerTexts(), line.children.map((stop) => stop.name));
  for (const stop of line.children.slice(0, 4)) assert.equal(await readCode(page, code(page, stop.name)), `https://tousu.example.com/s/${encodeURIComponent(stop.code)}`);
  await close(page);
});

test('six small signs or one poster fill a sheet of A4, and as many sheets come out as are told', async () => {
  const page = await open('sysadmin', '?line=1');
  await count(page, '22 张，4 页');
  assert.equal(await sheets(page), 4);
  await page.getByRole('combobox', { name: '版式' }).selectOption({ label: '海报：每页 1 个' });
  await choose(page, '车站', '体育东路');
  await count(page, '1 张，1 页');
  assert.equal(await sheets(page), 1);
  await choose(page, '车站', '体育西路');
  await count(page, '1 张，1 页');
  await page.getByRole('button', { name: '清除' }).click();
  await count(page, '22 张，22 页');
  assert.equal(await sheets(page), 22);
  await close(page);
});

test('on paper there are the signs alone, black on white in the dark theme too', async () => {
  const page = await open('sysadmin', '?line=3', { theme: 'dark' });
  await page.evaluate(() => { window.print = () => { window.__printed = true; }; });
  await button(page, '打印').click();
  assert.equal(await page.evaluate(() => window.__printed), true);
  await page.getByLabel('乘客访问的地址').fill('https://tousu.example.com');
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  for (const part of [page.getByRole('navigation', { name: '主导航' }), page.getByRole('navigation', { name: '管理项目' }), page.getByRole('banner'), page.getByLabel('乘客访问的地址'), page.getByRole('heading', { level: 1 }), page.getByText(/这个地址只有本机能打开/)])
    assert.equal(await part.isVisible(), false);
  const first = page.getByRole('article').first();
  assert.deepEqual(await first.evaluate((element) => [getComputedStyle(element).backgroundColor, getComputedStyle(element).color]), ['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
  const station = await first.getByRole('heading').innerText();
  assert.match(await readCode(page, code(page, station)), /\/s\//);
  await picture(page, 'qr-sheet');
  await close(page);
});

test('a sign is told in words too: the station, and the address in its code', async () => {
  const page = await open('sysadmin', '?line=1');
  const spoken = await code(page, '鼓楼前').getAttribute('aria-label');
  assert.equal(spoken, `鼓楼前 的二维码：${await readCode(page, code(page, '鼓楼前'))}`);
  await close(page);
});
