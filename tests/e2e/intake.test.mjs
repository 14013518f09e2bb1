// Registering with a caller on the line: by keyboard alone, with what stands beside the form. What goes wrong: intake-trouble.test.mjs; the fields: intake-fields.test.mjs.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Browser, accessible, counting, picture } from './support/browser.mjs';
import { button, close, content, escalator, focusOn, focused, intake, kept, phone, place, registered } from './support/intake.mjs';
import { World } from './support/world.mjs';

let world, browser;
before(async () => { [world, browser] = await Promise.all([World.start('empty'), Browser.start()]); });
after(async () => { await browser.end(); await world.end(); });

const { noDrafts, open, count } = intake(() => ({ world, browser }));

test('ring to registered by keyboard alone, in no more than ten actions besides typing', async () => {
  await noDrafts('agent');
  const page = await browser.page(world, 'agent', '/staff/');
  await page.getByRole('heading', { level: 1 }).waitFor();
  const actions = await counting(page);
  await page.keyboard.press('n');
  await focusOn(page, 'phone');
  await page.keyboard.type('13800138001');
  await page.keyboard.press('Tab');
  await page.keyboard.type('张三');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('tydl');
  await page.getByRole('option', { name: /体育东路/ }).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  if (await focused(page) === 'exit') await page.keyboard.press('Tab');
  if (await focused(page) === 'detail') await page.keyboard.press('Tab');
  assert.equal(await focused(page), 'content');
  await page.keyboard.type(escalator);
  await page.getByRole('group', { name: '可能的类型' }).getByRole('button', { name: /电梯扶梯/ }).waitFor();
  await page.keyboard.press('Alt+Enter');
  await page.keyboard.press('Control+Enter');
  const number = await registered(page);
  assert.ok((await actions()) + 1 <= 10, `${(await actions()) + 1} actions`); // and the n
  const complaint = await world.complaint(number);
  assert.equal(complaint.place.station, '体育东路');
  assert.equal(complaint.type, 'facilities.lift');
  assert.equal(complaint.complainant.phone, '138****8001');
  await focusOn(page, 'phone');
  assert.equal(await phone(page).inputValue(), '');
  await picture(page, 'intake-registered');
  await accessible(page, 'intake after registering');
  await close(page);
});

test('the form is ready in 300 ms with the focus in the first field', async () => {
  const page = await browser.page(world, 'agent', '/staff/');
  const times = [];
  for (let round = 0; round < 3; round++) {
    await page.getByRole('heading', { level: 1, name: /好/ }).waitFor();
    await page.evaluate(() => {
      window.__ready = new Promise((done) => {
        const start = performance.now();
        const look = () => (document.activeElement?.getAttribute('data-field') === 'phone' ? done(performance.now() - start) : requestAnimationFrame(look));
        look();
      });
    });
    await page.keyboard.press('n');
    times.push(await page.evaluate(() => window.__ready));
    await page.evaluate(() => document.activeElement.blur());
    await page.keyboard.press('g');
    await page.keyboard.press('h');
  }
  assert.ok(Math.min(...times) < 300, `${times.map(Math.round)} ms`);
  await close(page);
});

test('a station is found by initials, pinyin and name; its line is asked for when it has several', async () => {
  const page = await open();
  for (const typed of ['tyxl', 'tiyuxilu', '体育西']) {
    await place(page).fill(typed);
    await page.getByRole('option', { name: /体育西路/ }).waitFor();
    await page.keyboard.press('Enter');
    assert.equal(await place(page).inputValue(), '体育西路');
  }
  await page.getByLabel('哪条线').selectOption({ label: '3号线' });
  await place(page).fill('体育西路站B口扶梯旁');
  await page.keyboard.press('Tab');
  assert.equal(await page.getByLabel('出入口').inputValue(), 'B');
  assert.equal(await page.getByLabel('具体位置').inputValue(), '扶梯旁');
  await page.getByLabel('哪条线').selectOption({ label: '1号线' });
  await phone(page).fill('13800138002');
  await content(page).fill('扶梯异响');
  await page.keyboard.press('Control+Enter');
  const { place: where } = await world.complaint(await registered(page));
  assert.deepEqual([where.line, where.station, where.exit, where.detail], ['1', '体育西路', 'B', '扶梯旁']);
  await close(page);
});

test('keys do nothing while an input method is composing', async () => {
  const page = await open();
  const before = await count();
  await phone(page).fill('13800138003');
  await content(page).fill(escalator);
  await page.getByRole('group', { name: '可能的类型' }).getByRole('button').first().waitFor();
  const composing = (field, init) => field.evaluate((element, given) => {
    element.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    element.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, isComposing: true, ...given }));
    element.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, keyCode: 229, ...given }));
  }, init);
  await composing(content(page), { key: 'Enter', ctrlKey: true });
  await composing(content(page), { key: 'Enter', altKey: true });
  assert.equal(await page.getByRole('combobox', { name: /类型/ }).inputValue(), '');
  await place(page).fill('tyxl');
  await page.getByRole('option').first().waitFor();
  await composing(place(page), { key: 'Enter' });
  assert.equal(await place(page).getAttribute('aria-expanded'), 'true');
  // A real composition of Chromium's own.
  const cdp = await page.context().newCDPSession(page);
  await content(page).focus();
  await cdp.send('Input.imeSetComposition', { text: 'ti yu', selectionStart: 5, selectionEnd: 5 });
  await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Process', windowsVirtualKeyCode: 229, modifiers: 2 });
  await cdp.send('Input.insertText', { text: '体育' });
  assert.ok((await content(page).inputValue()).includes('体育'));
  assert.equal(await count(), before);
  await close(page);
});

test('a likely type is taken by one key, the unit of the line by the next', async () => {
  const page = await open();
  await phone(page).fill('13800138004');
  await place(page).fill('2号线');
  await page.keyboard.press('Enter');
  await content(page).fill(escalator);
  await page.getByRole('group', { name: '可能的类型' }).getByRole('button', { name: /电梯扶梯/ }).waitFor();
  await page.keyboard.press('Alt+Enter');
  assert.equal(await page.getByRole('combobox', { name: /类型/ }).inputValue(), '电梯扶梯');
  await page.keyboard.press('Alt+Enter');
  assert.equal(await page.getByRole('combobox', { name: /转给哪个单位/ }).inputValue(), '二号线运营中心');
  await page.keyboard.press('Control+Enter');
  const complaint = await world.complaint(await registered(page));
  assert.equal(complaint.relayed_unit, 'line2');
  assert.equal(complaint.clocks.find((clock) => clock.stage === 'relay').outcome, 'met');
  await close(page);
});

test('a caller who called before is known by the number; the earlier one opens by one key', async () => {
  const earlier = await world.register({ complainant: { name: '李四', phone: '13800138005' } });
  const page = await open();
  await page.keyboard.type('138 0013 8005');
  await page.getByRole('region', { name: '同一来电人' }).getByRole('link', { name: new RegExp(earlier.number) }).waitFor();
  await accessible(page, 'intake with a known caller');
  await picture(page, 'intake-known-caller');
  await page.keyboard.press('Alt+v');
  const drawer = page.getByRole('dialog', { name: earlier.number });
  await drawer.getByText(earlier.content).last().waitFor();
  await drawer.getByText(/李\* 138\*\*\*\*8005/).waitFor();
  await accessible(page, 'an earlier complaint over the form');
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'detached' });
  assert.equal(await focused(page), 'phone');
  await close(page);
});

test('what is said goes onto the earlier complaint instead of a new one', async () => {
  const earlier = await world.register({ complainant: { name: '王五', phone: '13800138006' } });
  const before = await count();
  const page = await open();
  await phone(page).fill('13800138006');
  await content(page).fill('还没有人来修');
  await page.getByRole('region', { name: '同一来电人' }).waitFor();
  await page.keyboard.press('Alt+j');
  const drawer = page.getByRole('dialog', { name: earlier.number });
  assert.equal(await drawer.getByLabel('对方说了什么').inputValue(), '还没有人来修');
  await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA' && document.activeElement.closest('dialog'));
  await page.keyboard.press('Control+Enter');
  await page.getByText(`已记到 ${earlier.number}`).waitFor();
  const { items } = await world.api('agent', 'GET', `/api/v1/complaints/${earlier.number}/events`);
  const contact = items.find((event) => event.act === 'contact');
  assert.deepEqual([contact.data.direction, contact.data.means, contact.texts.text], ['in', 'phone', '还没有人来修']);
  assert.equal(await count(), before);
  await focusOn(page, 'phone');
  assert.equal(await content(page).inputValue(), '');
  assert.deepEqual((await world.api('agent', 'GET', '/api/v1/me/kept?kind=draft')).items, []);
  await close(page);
});
