// Without a mouse: every stop of the Tab key on every page can be seen, and each task is done from its beginning to its end.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Browser, counting } from './support/browser.mjs';
import { World, bringTo } from './support/world.mjs';
import { form, openComplaint, stands } from './support/complaint.mjs';
import { focusOn, intake, registered } from './support/intake.mjs';

let world, lively, browser;
before(async () => { [world, lively, browser] = await Promise.all([World.start('empty'), World.start('lively'), Browser.start()]); });
after(async () => { await browser.end(); await Promise.all([world.end(), lively.end()]); });

/** Where the focus stands: its name, and what is wrong with how it is seen. Null on no element. `again` after the first round. */
const standing = (page) => page.evaluate(() => {
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return null;
  window.__stops ??= new Set();
  const again = window.__stops.has(element);
  window.__stops.add(element);
  const name = `${element.tagName.toLowerCase()} ${element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? element.textContent ?? ''}`.trim().slice(0, 60);
  // A control whose own box is hidden shows its focus on what stands for it.
  let shown = null;
  for (let at = element, up = 0; at && up < 4 && !shown; at = at.parentElement, up += 1) {
    const style = getComputedStyle(at);
    if (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) shown = at;
  }
  const wrong = [];
  if (!shown) wrong.push('its focus cannot be seen');
  const box = (shown ?? element).getBoundingClientRect();
  const [x, y] = [Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1), Math.min(Math.max(box.top + Math.min(box.height, innerHeight) / 2, 0), innerHeight - 1)];
  if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) wrong.push('it is not on the screen');
  const top = document.elementFromPoint(x, y);
  if (shown && top && !shown.contains(top) && !top.contains(shown)) wrong.push(`${top.tagName.toLowerCase()}.${top.className} lies over it`);
  return { name, again, wrong };
});

async function walk(page, most = 120) {
  await page.evaluate(() => { document.activeElement?.blur(); window.__stops = new Set(); });
  const faults = [], names = [];
  for (let i = 0; i < most; i += 1) {
    await page.keyboard.press('Tab');
    const stop = await standing(page);
    if (!stop || stop.again) break;
    names.push(stop.name);
    for (const fault of stop.wrong) faults.push(`${stop.name}: ${fault}`);
  }
  return { faults, names };
}

const pages = [
  ['home', 'agent', '/staff/'], ['login', null, '/staff/login'], ['intake', 'agent', '/staff/intake'], ['intake on site', 'desk-line1', '/staff/intake/on-site'], ['ledger', 'agent', '/staff/ledger'],
  ['dashboard', 'director', '/staff/dashboard'], ['wall', 'director', '/staff/wall'], ['people', 'sysadmin', '/staff/administration/people'], ['organisation', 'sysadmin', '/staff/administration/organisation'],
  ['types and causes', 'director', '/staff/administration/codes'], ['rule book', 'director', '/staff/administration/rules'], ['calendars', 'director', '/staff/administration/calendars'],
  ['audit trail', 'auditor', '/staff/administration/audit'], ['QR sheets', 'director', '/staff/qr'], ['account', 'agent', '/staff/account'],
  ['the passenger’s start', null, '/'], ['submission', null, '/submit'], ['tracking', null, '/track'],
];
for (const [name, user, path] of pages) {
  test(`the focus is seen at every stop of ${name}`, async () => {
    const page = await browser.page(lively, user, path);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'));
    if (!user) await page.waitForLoadState('networkidle'); // the list of places has come, the page draws itself no more
    const { faults, names } = await walk(page);
    assert.deepEqual(faults, []);
    assert.ok(names.length >= (name === 'wall' ? 1 : 3), `only ${names.join(', ')}`);
    await page.context().close();
  });
}

test('the focus is seen at every stop of a complaint', async () => {
  const { number } = await bringTo(world, 'review');
  const page = await openComplaint(browser, world, 'agent', number);
  const { faults, names } = await walk(page);
  assert.deepEqual(faults, []);
  assert.ok(names.length >= 15, names.join(', '));
  await page.context().close();
});

// ---- tasks

/** Presses Tab until the field with this label has the focus. */
async function tabTo(page, label, most = 60) {
  for (let i = 0; i < most; i += 1) {
    const there = await page.evaluate((wanted) => {
      const element = document.activeElement;
      const said = [element?.getAttribute('aria-label'), ...[...(element?.labels ?? [])].map((one) => one.textContent), element?.textContent].filter(Boolean).map((one) => one.trim());
      return said.some((one) => one.startsWith(wanted));
    }, label);
    if (there) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`Tab never came to ${label}`);
}
const fill = async (page, label, words) => {
  await tabTo(page, label);
  await page.keyboard.type(words);
};
/** Opens the next step by its key. */
const begin = async (page, act) => {
  await page.keyboard.press('a');
  await form(page, act).waitFor();
};

test('a complaint goes all its way by keyboard alone', async () => {
  const { number } = await bringTo(world, 'dispatch');
  const as = async (user, stage, work) => {
    const page = await openComplaint(browser, world, user, number);
    await work(page);
    await stands(page, stage);
    await page.context().close();
  };
  await as('agent', 'opinion', (page) => page.keyboard.press('a'));
  await as('desk-line1', 'review', async (page) => {
    await begin(page, '提交意见');
    await tabTo(page, '属实');
    await page.keyboard.press('Space');
    await fill(page, '调查情况', '踏板链断裂');
    await fill(page, '处理措施', '更换链条');
    await fill(page, '投诉原因', '设备');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Enter');
  });
  await as('director', 'remedy', async (page) => {
    await begin(page, '审核通过');
    await page.keyboard.press('Control+Enter');
  });
  await as('desk-line1', 'feedback', async (page) => {
    await begin(page, '处理完成');
    await fill(page, '处理经过', '链条已更换');
    await fill(page, '处理结果', '恢复运行');
    await tabTo(page, '已解决');
    await page.keyboard.press('Space');
    await page.keyboard.press('Control+Enter');
  });
  await as('agent', 'follow_up', async (page) => {
    await begin(page, '反馈');
    await fill(page, '反馈内容', '扶梯已恢复运行。');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('dialog', { name: '乘客将看到以下内容' }).waitFor();
    await tabTo(page, '确认并反馈');
    await page.keyboard.press('Enter');
  });
  await as('agent2', 'closed', async (page) => {
    await begin(page, '记录回访');
    await tabTo(page, '满意');
    await page.keyboard.press('Space');
    await tabTo(page, '已解决');
    await page.keyboard.press('Space');
    await page.keyboard.press('Control+Enter');
  });
});

test('an interchange station is registered with name, line, exit, type and unit in no more than ten actions besides typing', async () => {
  await intake(() => ({ world, browser })).noDrafts('agent');
  const page = await browser.page(world, 'agent', '/staff/');
  await page.getByRole('heading', { level: 1 }).waitFor();
  const actions = await counting(page);
  const tab = async (field) => {
    await page.keyboard.press('Tab');
    await focusOn(page, field);
  };
  await page.keyboard.press('n');
  await focusOn(page, 'phone');
  await page.keyboard.type('13800138071');
  await tab('name');
  await page.keyboard.type('李四');
  await tab('anonymous');
  await tab('station');
  await page.keyboard.type('tyxl');
  await page.getByRole('option', { name: /体育西路/ }).waitFor();
  await tab('line'); // takes what the initials found
  await page.keyboard.type('3');
  await tab('exit');
  await page.keyboard.type('B');
  await tab('detail');
  await tab('content');
  await page.keyboard.type('体育西路站B口上行扶梯停运，老人只能走楼梯，请尽快修复。');
  await page.getByRole('group', { name: '可能的类型' }).getByRole('button').first().waitFor();
  await page.keyboard.press('Alt+Enter'); // the type
  await page.keyboard.press('Alt+Enter'); // the unit of the line
  await page.keyboard.press('Control+Enter');
  const number = await registered(page);
  const used = await actions();
  assert.ok(used <= 10, `${used} actions`);
  const { place, type, complainant, relayed_unit: unit } = await world.complaint(number);
  assert.deepEqual([place.line, place.exit, type, complainant.name, unit], ['3', 'B', 'facilities.lift', '李*', 'line3']);
  await page.context().close();
});

test('an opinion with a file is submitted in no more than five actions besides typing', async () => {
  const { number } = await bringTo(world, 'opinion');
  const page = await openComplaint(browser, world, 'desk-line1', number);
  const actions = await counting(page);
  await begin(page, '提交意见');
  await page.keyboard.type('1'); // 属实
  assert.ok(await form(page, '提交意见').getByRole('radio', { name: '属实', exact: true }).isChecked());
  await page.keyboard.press('Tab');
  await page.keyboard.type('踏板链断裂');
  await page.keyboard.press('Tab');
  await page.keyboard.type('更换链条');
  await page.keyboard.press('Tab');
  await page.keyboard.type('设备');
  await page.getByRole('option').first().waitFor();
  await page.evaluate(() => { // what the browser does on Ctrl+V with a screenshot in the clipboard
    const data = new DataTransfer();
    data.items.add(new File([Uint8Array.from(atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='), (one) => one.charCodeAt(0))], 'image.png', { type: 'image/png' }));
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await form(page, '提交意见').getByRole('group', { name: '附件' }).getByRole('listitem').waitFor();
  await page.keyboard.press('Control+Enter'); // takes what the list offers, and sends
  await stands(page, 'review');
  const used = (await actions()) + 1; // and the paste
  assert.ok(used <= 5, `${used} actions`);
  const { items } = await world.api('director', 'GET', `/api/v1/complaints/${number}/attachments`);
  assert.equal(items.length, 1);
  assert.ok((await world.complaint(number)).opinions.at(-1).cause, 'the cause that the list offered');
  await page.context().close();
});

test('the director finds which unit is late, and a complaint of it, by keyboard alone', async () => {
  const page = await browser.page(lively, 'director', '/staff/');
  const late = page.getByRole('region', { name: /各单位超时/ });
  await late.getByRole('link').first().waitFor();
  const first = await late.getByRole('link').first().elementHandle();
  for (let i = 0; i < 200 && !(await first.evaluate((link) => link === document.activeElement)); i += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/staff\/ledger\?.*overdue=true/);
  await page.getByRole('grid').getByRole('link').first().waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('o');
  await page.waitForURL(/\/staff\/complaints\/TS/);
  await page.context().close();
});

test('a passenger submits by keyboard alone', async () => {
  const page = await browser.page(world, null, '/submit');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await fill(page, '发生了什么', '一号线体育西路站B口扶梯停运，请尽快修复。');
  await fill(page, '在哪里', '体育西');
  await page.getByRole('option', { name: '体育西路' }).waitFor();
  await page.keyboard.press('Enter');
  await fill(page, '怎么联系您', '13800138000');
  await tabTo(page, '提交');
  await page.keyboard.press('Enter');
  await page.getByRole('definition').filter({ hasText: /TS\d{12}/ }).waitFor();
  await page.context().close();
});
