// A station's device without network (R3.5): the on-site page opens, registers and forgets nothing, and sends later with the true time of receipt. The
// network is taken away for real: the server ends, and comes back at its address.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Browser, accessible, picture, reflows } from './support/browser.mjs';
import { button, content, place, phone } from './support/intake.mjs';
import { World, password } from './support/world.mjs';

let world, browser;
before(async () => { [world, browser] = await Promise.all([World.start('empty'), Browser.start()]); });
after(async () => { await browser?.end(); await world?.end(); });

const onSite = '/staff/intake/on-site';
const noise = [/Failed to load/, /ERR_/, /Failed to fetch/, /service worker/i];
const device = (page) => page.getByRole('region', { name: /断网/ });
const offline = (page) => page.getByRole('status').filter({ hasText: '网络已断开' });
const count = async () => (await world.api('agent', 'GET', '/api/v1/complaints?limit=1')).count;
const withText = async (text) => (await world.api('agent', 'GET', `/api/v1/complaints?q=${encodeURIComponent(text)}`)).items;

async function enrolledDevice(user = 'desk-line1', options = {}) {
  const page = await browser.page(world, user, onSite, { size: [412, 915], touch: true, allowed: noise, ...options });
  await button(page, '在这台设备上启用').tap();
  await page.getByText('这台设备断网也能登记').waitFor();
  return page;
}
async function login(page, user) {
  await page.getByLabel('用户名').fill(user);
  await page.getByRole('textbox', { name: '密码' }).fill(password);
  await page.keyboard.press('Enter');
}
async function write(page, text, number) {
  await content(page).fill(text);
  await phone(page).fill(number);
}
async function handIn(page, text, number) {
  await write(page, text, number);
  await button(page, '登记').tap();
}
async function without(page, text, number) {
  await handIn(page, text, number);
  const note = page.getByRole('alert').filter({ hasText: '内容已加密存在这台设备上' });
  await note.waitFor();
  return note;
}
const waits = (page, n) => page.getByText(`${n} 件等待网络恢复后自动登记`).waitFor();
/** How many of a kind lie sealed in the page's browser. */
const sealed = (page, kind) => page.evaluate((wanted) => new Promise((done, failed) => {
  const asked = indexedDB.open('hearline-device');
  asked.onerror = failed;
  asked.onsuccess = () => {
    const base = asked.result;
    const all = base.objectStoreNames.contains('sealed') ? base.transaction('sealed').objectStore('sealed').getAllKeys() : null;
    if (!all) return done(0);
    all.onsuccess = () => { base.close(); done(all.result.filter((key) => key.startsWith(`${wanted}/`)).length); };
  };
}), kind);
async function untilSealed(page, kind, n) {
  const end = Date.now() + 30_000;
  for (let now = await sealed(page, kind); now !== n; now = await sealed(page, kind)) {
    if (Date.now() > end) throw new Error(`${now} ${kind} sealed, not ${n}: ${await page.getByRole("main").innerText()}`);
    await page.waitForTimeout(50);
  }
}

/** Everything that the browser keeps for this address, as text. */
const everythingKept = (page) => page.evaluate(async () => {
  const texts = [JSON.stringify([{ ...localStorage }, { ...sessionStorage }])];
  const text = (value) => {
    if (value instanceof ArrayBuffer) texts.push(new TextDecoder().decode(value));
    else if (ArrayBuffer.isView(value)) texts.push(new TextDecoder().decode(value));
    else if (value instanceof CryptoKey) texts.push(value.extractable ? 'EXTRACTABLE' : 'key');
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(text);
    else texts.push(String(value));
  };
  for (const { name } of await indexedDB.databases()) {
    await new Promise((done) => {
      const asked = indexedDB.open(name);
      asked.onsuccess = async () => {
        for (const store of asked.result.objectStoreNames) {
          await new Promise((next) => {
            const all = asked.result.transaction(store).objectStore(store).getAll();
            all.onsuccess = () => { text(all.result); next(); };
          });
        }
        asked.result.close();
        done();
      };
    });
  }
  for (const name of await caches.keys()) for (const request of await (await caches.open(name)).keys()) texts.push(request.url, await (await (await caches.open(name)).match(request, { ignoreVary: true })).text());
  return texts.join('\n');
});

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

test('without network the page opens, takes complaints with photos, and sends them once with their time of receipt (R3.5)', async () => {
  const before = await count();
  const page = await enrolledDevice();
  await accessible(page, 'on site, enrolled');
  await reflows(page, 'on site, enrolled');
  await place(page).fill('tydl');
  await page.getByRole('option', { name: /体育东路/ }).tap();
  const line = page.getByRole('button', { name: '1号线' });
  if (await line.count()) await line.tap();
  await page.getByRole('region', { name: '在哪里' }).waitFor();
  await world.stop();

  await page.goto('/staff'); // whatever is opened, without network it is the page that works
  await page.getByRole('heading', { level: 1, name: '现场登记' }).waitFor();
  await offline(page).waitFor();
  await page.getByRole('region', { name: '在哪里' }).getByText(/体育东路/).waitFor();
  await page.getByText(/5 分钟内登记/).waitFor();
  await write(page, '断网：站台积水，老人险些滑倒', '13800138031');
  await page.locator('input[type=file]').first().setInputFiles({ name: '积水.png', mimeType: 'image/png', buffer: png });
  await button(page, '登记').tap();
  const note = page.getByRole('alert').filter({ hasText: '内容已加密存在这台设备上' });
  await note.waitFor();
  await picture(page, 'intake-on-site-offline');
  await accessible(page, 'on site without network');
  await note.getByRole('button', { name: '先接下一件' }).tap();
  await without(page, '断网：自动扶梯异响', '13800138032');
  await untilSealed(page, 'parcel', 2);
  const kept = await everythingKept(page);
  assert.doesNotMatch(kept, /积水|异响|1380013803|EXTRACTABLE/, 'nothing of them can be read in the browser');

  await page.reload(); // as if the device had been switched off
  await waits(page, 2);
  assert.equal(await content(page).inputValue(), '', 'what was handed in is no draft');
  const handedIn = Date.now();
  await world.serve();
  await page.getByText(/断网时登记的一件已送出，编号 TS\d+/).first().waitFor({ timeout: 30_000 });
  await untilSealed(page, 'parcel', 0);
  await untilSealed(page, 'draft', 0);
  await page.reload();
  await page.getByRole('region', { name: '在哪里' }).getByText(/体育东路/).waitFor();
  assert.equal(await page.getByText(/我的草稿|已恢复/).count(), 0, 'nothing is offered again');
  await page.context().close();
  assert.equal(await count(), before + 2);
  const [wet] = await withText('站台积水');
  assert.equal(wet.place.station, '体育东路');
  assert.ok(Date.parse(wet.received_at) < handedIn && Date.parse(wet.received_at) < Date.parse(wet.registered_at), `received ${wet.received_at}, registered ${wet.registered_at}`);
  const { items: files } = await world.api('agent', 'GET', `/api/v1/complaints/${wet.number}/attachments`);
  assert.equal(files.length, 1);
  assert.equal((await withText('自动扶梯异响')).length, 1);
});

test('what is typed without network survives a reload, and is taken off the device once the server has it', async () => {
  const page = await enrolledDevice();
  await world.stop();
  await page.reload();
  await offline(page).waitFor();
  await write(page, '断网草稿：检票口拥堵', '13800138033');
  await untilSealed(page, 'draft', 1);
  await page.reload();
  await page.waitForFunction(() => document.querySelector('[data-field="content"]')?.value === '断网草稿：检票口拥堵');
  assert.equal(await phone(page).inputValue(), '13800138033');
  await world.serve();
  await offline(page).waitFor({ state: 'hidden', timeout: 30_000 });
  await button(page, '登记').tap();
  await page.getByRole('article', { name: /^已登记 TS/ }).waitFor();
  await untilSealed(page, 'draft', 0);
  assert.equal((await withText('检票口拥堵')).length, 1);
  await page.context().close();
});

test('after the session has ended meanwhile the login opens over the page and what waits is sent', async () => {
  const own = await World.start('empty');
  try {
    const page = await browser.page(own, 'desk-line1', onSite, { allowed: noise, size: [412, 915], touch: true });
    await button(page, '在这台设备上启用').tap();
    await page.getByText('这台设备断网也能登记').waitFor();
    await own.stop();
    await page.reload();
    await without(page, '断网：会话结束以后', '13800138034');
    await page.context().clearCookies();
    await own.serve();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: '密码' }).fill(password, { timeout: 30_000 });
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('article', { name: /^已登记 TS/ }).waitFor({ timeout: 30_000 });
    await untilSealed(page, 'parcel', 0);
    await page.context().close();
    const { items } = await own.api('agent', 'GET', `/api/v1/complaints?q=${encodeURIComponent('会话结束以后')}`);
    assert.equal(items.length, 1);
  } finally {
    await own.end();
  }
});

test('whoever logs out cannot go on without network; what they left is theirs, the next person sees that it waits, and nobody clears it away', async () => {
  const page = await enrolledDevice();
  await world.stop();
  await page.reload();
  await without(page, '断网：交接班时留下的', '13800138035');
  await untilSealed(page, 'parcel', 1);
  await page.getByRole('banner').getByRole('button').last().tap();
  await page.getByRole('button', { name: '退出登录' }).tap();
  await page.getByLabel('用户名').waitFor();
  await page.goto(onSite).catch(() => undefined);
  await page.getByText(/连不上服务器/).waitFor();
  await world.serve();
  await page.goto(onSite); // the session that the server still has lets nobody in
  await login(page, 'head-line1');
  await page.getByText('这台设备上还有 desk-line1 的 1 件没有送出，请本人登录后自动送出。').waitFor();
  assert.equal((await withText('交接班时留下的')).length, 0);
  await button(page, '停用并清除').tap();
  await page.getByText('这台设备上还有 1 件没有送出，联网送出后才能停用。').waitFor();
  assert.equal(await sealed(page, 'parcel'), 1);
  await page.getByRole('banner').getByRole('button').last().tap();
  await page.getByRole('button', { name: '退出登录' }).tap();
  await page.getByLabel('用户名').waitFor();
  await page.goto('/staff/login?next=/ledger'); // sent whatever page is opened
  await login(page, 'desk-line1');
  await page.getByText(/断网时登记的一件已送出/).waitFor();
  await untilSealed(page, 'parcel', 0);
  assert.equal((await withText('交接班时留下的')).length, 1);
  await page.goto(onSite);
  await button(page, '停用并清除').tap();
  await button(page, '在这台设备上启用').waitFor();
  const kept = await everythingKept(page);
  assert.doesNotMatch(kept, /desk-line1|hearline\.device|key/, 'the device has forgotten all');
  assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
  await page.context().close();
  world.cookies.clear(); // of sessions that were ended
});

test('what the server refuses later is a draft again, with the reason, and is put right there', async () => {
  const page = await enrolledDevice();
  await world.stop();
  await page.reload();
  await offline(page).waitFor();
  await phone(page).evaluate((element) => element.removeAttribute('maxlength'));
  await without(page, '断网：号码抄错了', '1'.repeat(90));
  await untilSealed(page, 'parcel', 1);
  await page.reload();
  await waits(page, 1);
  await world.serve();
  await page.getByRole('alert').filter({ hasText: '已放回草稿，请改正后再登记' }).waitFor({ timeout: 30_000 });
  await untilSealed(page, 'parcel', 0);
  await page.getByRole('button', { name: '继续草稿 断网：号码抄错了' }).tap();
  await page.waitForFunction(() => document.querySelector('[data-field="content"]')?.value === '断网：号码抄错了');
  await phone(page).fill('13800138036');
  await button(page, '登记').tap();
  await page.getByRole('article', { name: /^已登记 TS/ }).waitFor();
  assert.equal((await withText('号码抄错了')).length, 1);
  await page.context().close();
});

test('with the server killed again and again while it sends, none is lost and none is there twice (E12)', async () => {
  const items = Number(process.env.HEARLINE_OFFLINE_ITEMS ?? 12), drops = Number(process.env.HEARLINE_OFFLINE_DROPS ?? 4);
  const before = await count();
  const page = await enrolledDevice();
  await world.stop();
  await page.reload();
  await offline(page).waitFor();
  // What one more costs the device: what it opens, and what it asks of a server that is not there.
  await page.evaluate(() => {
    window.__opened = window.__asked = 0;
    const { decrypt } = SubtleCrypto.prototype, ask = window.fetch;
    SubtleCrypto.prototype.decrypt = function (...given) { window.__opened += 1; return decrypt.apply(this, given); };
    window.fetch = (...given) => { if (/kept\/draft/.test(String(given[0]?.url ?? given[0]))) window.__asked += 1; return ask(...given); };
  });
  const costs = [];
  for (let at = 0; at < items; ++at) {
    const note = await without(page, `断网批次第${at}件，屏蔽门夹包`, '13800138037');
    await note.getByRole('button', { name: '先接下一件' }).tap();
    await waits(page, at + 1);
    costs.push(await page.evaluate(() => { const now = [window.__opened, window.__asked]; window.__opened = window.__asked = 0; return now; }));
  }
  assert.ok(costs.slice(-3).every(([opened, asked]) => opened <= 3 && asked <= 6), `opened and asked for each: ${costs.join(' | ')}`);
  await untilSealed(page, 'parcel', items);
  await page.reload();
  await waits(page, items);
  for (let drop = 0; drop < drops; ++drop) {
    await world.serve();
    const had = await count();
    const goal = Math.min(before + items, had + Math.ceil((items - (had - before)) / (drops - drop + 1)));
    while ((await count()) < goal) await page.waitForTimeout(5);
    await world.stop('SIGKILL');
  }
  await world.serve();
  await untilSealed(page, 'parcel', 0);
  assert.equal(await count(), before + items);
  for (let at = 0; at < items; at += Math.max(1, Math.floor(items / 12))) assert.equal((await withText(`断网批次第${at}件`)).length, 1, `number ${at}`);
  await page.context().close();
});
