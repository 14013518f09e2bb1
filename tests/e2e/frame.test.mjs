// The frame around the pages: the way in and out, navigation, shortcuts, the palette, languages and looks, lost session and lost network.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Browser, accessible, picture, reflows } from './support/browser.mjs';
import { World, password } from './support/world.mjs';

let world, browser;
before(async () => { [world, browser] = await Promise.all([World.start('lively'), Browser.start()]); });
after(async () => { await browser.end(); await world.end(); });

const heading = (page, name) => page.getByRole('heading', { level: 1, name }).waitFor();
const home = async (user, options) => {
  const page = await browser.page(world, user, '/staff/', options);
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
  return page;
};
const signIn = async (page, user, secret = password) => {
  await page.getByLabel('用户名').fill(user);
  await page.getByLabel('密码', { exact: false }).first().fill(secret);
  await page.keyboard.press('Enter');
};
const close = (page) => page.context().close();
const palette = async (page) => {
  await page.keyboard.press('Control+k');
  const box = page.getByRole('combobox', { name: '查找与命令' });
  await box.waitFor();
  return box;
};

test('one logs in by keyboard alone and lands where one wanted to go', async () => {
  const page = await browser.page(world, null, '/staff/ledger?stage=review');
  await page.getByLabel('用户名').waitFor();
  await picture(page, 'login');
  await accessible(page, 'login');
  await page.keyboard.type('agent');
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await heading(page, '台账');
  assert.match(page.url(), /\/staff\/ledger\?stage=review$/);
  await close(page);
});

test('a wrong password is said at once, keeps the name and tells nothing more', async () => {
  const page = await browser.page(world, null, '/staff/');
  await signIn(page, 'agent', 'not-the-password');
  await page.getByRole('alert').filter({ hasText: '用户名或密码错误' }).waitFor();
  assert.equal(await page.getByLabel('用户名').inputValue(), 'agent');
  await accessible(page, 'login refused');
  await close(page);
});

test('empty fields say what is missing, each at its place', async () => {
  const page = await browser.page(world, null, '/staff/');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByText('请填写用户名').waitFor();
  await page.getByText('请填写密码').waitFor();
  assert.equal(await page.getByLabel('用户名').getAttribute('aria-invalid'), 'true');
  await accessible(page, 'login with faults');
  await close(page);
});

test('the login takes a pasted password and can show it', async () => {
  const page = await browser.page(world, null, '/staff/');
  const field = page.getByRole('textbox', { name: /密码/ });
  await field.evaluate((input) => { input.focus(); document.execCommand('insertText', false, 'pasted-password'); });
  assert.equal(await field.inputValue(), 'pasted-password');
  await page.getByRole('button', { name: '显示密码' }).click();
  assert.equal(await field.getAttribute('type'), 'text');
  await close(page);
});

test('too many wrong passwords: the page says how long to wait', async () => {
  const other = await World.start('empty');
  try {
    const page = await browser.page(other, null, '/staff/');
    for (let attempt = 0; attempt < 8 && (await page.getByText(/后再试/).count()) === 0; attempt++) {
      await page.getByRole('textbox', { name: '密码' }).fill(`wrong-password-${attempt}`);
      await page.getByLabel('用户名').fill('agent2');
      const answered = page.waitForResponse(/\/api\/v1\/session$/);
      await page.keyboard.press('Enter');
      await answered;
      await page.getByRole('alert').waitFor();
    }
    await page.getByText(/尝试次数太多，请在 \d+ (秒|分钟)后再试/).waitFor();
    assert.ok(await page.getByRole('button', { name: '登录', exact: true }).isDisabled());
    await close(page);
  } finally {
    await other.end();
  }
});

test('an address of another site after the login is not followed', async () => {
  const page = await browser.page(world, null, '/staff/login?next=//example.com/');
  await signIn(page, 'agent');
  await heading(page, /好，坐席一号/);
  assert.equal(new URL(page.url()).pathname, '/staff/');
  await close(page);
});

for (const [user, sees, notSees] of [
  ['agent', ['工作台', '台账'], []],
  ['desk-line1', ['工作台', '台账'], []],
  ['leader', ['工作台'], ['台账', '登记']],
  ['sysadmin', ['工作台'], ['台账', '登记']],
  ['auditor', ['工作台'], ['台账', '登记']],
]) {
  test(`the navigation of ${user} has what the role uses and nothing else`, async () => {
    const page = await home(user);
    const navigation = page.getByRole('navigation', { name: '主导航' });
    for (const name of sees) await navigation.getByRole('link', { name, exact: true }).waitFor();
    for (const name of notSees) assert.equal(await navigation.getByRole('link', { name, exact: true }).count(), 0, name);
    await accessible(page, `home of ${user}`);
    await picture(page, `home-${user}`);
    await close(page);
  });
}

test('a page of another role says so and leads home', async () => {
  const page = await browser.page(world, 'leader', '/staff/ledger');
  await heading(page, '没有权限打开此页');
  await page.getByText('您的角色（公司领导）不使用这个页面。').waitFor();
  await page.getByRole('link', { name: '回到工作台' }).click();
  await heading(page, /好，公司领导/);
  await close(page);
});

test('an address that does not exist says so in words', async () => {
  const page = await browser.page(world, 'agent', '/staff/no/such/page');
  await heading(page, '没有这个页面');
  await accessible(page, 'no such page');
  await close(page);
});

test('the agent’s home shows what waits, most urgent first, and each line opens its complaint', async () => {
  const page = await home('agent');
  const waiting = page.getByRole('region', { name: '待我办理' });
  const first = waiting.getByRole('link').filter({ hasText: /TS\d+/ }).first();
  await first.waitFor();
  const expected = await world.api('agent', 'GET', '/api/v1/complaints?stage=dispatch,review,feedback,follow_up&sort=due&limit=8');
  const shown = (await waiting.getByRole('listitem').allTextContents()).map((text) => text.match(/TS\d+/)[0]);
  assert.deepEqual(shown, expected.items.map((item) => item.number));
  await waiting.getByRole('heading', { name: new RegExp(`待我办理 ${expected.count}`) }).waitFor();
  assert.match(await first.getAttribute('href'), new RegExp(`/staff/complaints/${shown[0]}`));
  await close(page);
});

test('"do the next one" opens the complaint whose limit runs out first', async () => {
  const page = await home('agent');
  const [first] = (await world.api('agent', 'GET', '/api/v1/complaints?stage=dispatch,review,feedback,follow_up&sort=due&limit=1')).items;
  await page.getByRole('button', { name: '办理下一件' }).click();
  await page.waitForURL(`**/staff/complaints/${first.number}`);
  await page.goBack();
  await page.getByRole('button', { name: '办理下一件' }).waitFor();
  await page.keyboard.press('Shift+N');
  await page.waitForURL(`**/staff/complaints/${first.number}`);
  await close(page);
});

test('a complaint that comes in appears on the home page by itself', async () => {
  const page = await home('agent');
  await page.getByRole('region', { name: '待我办理' }).waitFor();
  const stages = page.getByRole('navigation', { name: '各环节在办' });
  const count = async () => Number((await stages.getByRole('link', { name: /^待转办/ }).innerText()).match(/\d+/)[0]);
  await stages.getByRole('link', { name: /^待转办 [1-9]/ }).waitFor();
  const before = await count();
  await world.register({ content: '刚刚登记的一件。' });
  await stages.getByRole('link', { name: `待转办 ${before + 1}` }).waitFor();
  await close(page);
});

test('the leader sees figures by unit and no complaint', async () => {
  const page = await home('leader');
  await page.getByRole('region', { name: '各单位超期与在办' }).getByRole('table').waitFor();
  assert.equal(await page.getByText(/TS\d{12}/).count(), 0);
  assert.equal(await page.getByRole('table').getByRole('link').count(), 0);
  await close(page);
});

test('Ctrl+K opens the palette; a whole number opens its complaint at once', async () => {
  const { number } = await world.register({ content: '按编号打开。' });
  const page = await home('agent');
  const box = await palette(page);
  await accessible(page, 'palette');
  await box.fill(number.toLowerCase());
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/staff/complaints/${number}`);
  await close(page);
});

test('the palette finds complaints by words and by the last digits of a phone', async () => {
  const { number } = await world.register({ content: '自动售票机吞了五十元纸币没有出票。', complainant: { name: '欧阳测试', phone: '13800007788' } });
  const page = await home('agent');
  const box = await palette(page);
  for (const words of ['吞了五十元', '7788', '欧阳测试']) {
    await box.fill(words);
    await page.getByRole('option').filter({ hasText: number }).waitFor();
  }
  await accessible(page, 'palette with results');
  await picture(page, 'palette');
  await close(page);
});

test('the palette finds stations by pinyin and opens their ledger', async () => {
  const page = await home('agent');
  const box = await palette(page);
  await box.pressSequentially('wutongshan');
  await page.getByRole('group', { name: '车站' }).getByRole('option', { name: /梧桐山/ }).first().click();
  await page.waitForURL(/\/staff\/ledger\?.*station=/);
  await close(page);
});

test('the palette’s choice moves by arrow keys and is told to screen readers', async () => {
  const page = await home('agent');
  const box = await palette(page);
  const active = () => box.evaluate((input) => document.getElementById(input.getAttribute('aria-activedescendant'))?.textContent?.trim());
  const first = await active();
  await page.keyboard.press('ArrowDown');
  assert.notEqual(await active(), first);
  await page.keyboard.press('ArrowUp');
  assert.equal(await active(), first);
  await page.keyboard.press('Escape');
  await box.waitFor({ state: 'detached' });
  await close(page);
});

test('the sheet of shortcuts lists what works here, and single keys can be switched off', async () => {
  const page = await home('agent');
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: '快捷键' });
  await sheet.getByText('登记新投诉').waitFor();
  await accessible(page, 'shortcuts');
  await picture(page, 'shortcuts');
  await sheet.getByRole('checkbox', { name: '单键快捷键' }).uncheck();
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
  await page.keyboard.press('?');
  await page.keyboard.press('g');
  await page.keyboard.press('l');
  assert.equal(await sheet.count(), 0);
  assert.equal(new URL(page.url()).pathname, '/staff/');
  await palette(page); // those with Ctrl still work
  await close(page);
});

test('single keys do nothing while one types or composes', async () => {
  const page = await home('agent');
  const box = await palette(page);
  await box.pressSequentially('n?gh');
  assert.equal(await box.inputValue(), 'n?gh');
  await page.keyboard.press('Escape');
  await box.waitFor({ state: 'detached' });
  await page.evaluate(() => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '?', isComposing: true, bubbles: true })));
  assert.equal(await page.getByRole('dialog').count(), 0);
  await close(page);
});

test('g and a letter lead to the pages, j and k through the list', async () => {
  const page = await home('agent');
  await page.keyboard.press('g');
  await page.keyboard.press('l');
  await heading(page, '台账');
  await page.keyboard.press('g');
  await page.keyboard.press('h');
  await heading(page, /好，坐席一号/);
  const waiting = page.getByRole('region', { name: '待我办理' });
  const lines = waiting.getByRole('listitem').getByRole('link');
  await lines.first().waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  assert.ok(await lines.nth(1).evaluate((link) => link === document.activeElement));
  await page.keyboard.press('k');
  assert.ok(await lines.nth(0).evaluate((link) => link === document.activeElement));
  await close(page);
});

test('the first Tab offers to skip to the content', async () => {
  const page = await home('agent');
  await page.evaluate(() => document.activeElement?.blur());
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), '跳到正文');
  await page.keyboard.press('Enter');
  assert.ok(await page.getByRole('main').evaluate((main) => main === document.activeElement));
  await close(page);
});

for (const [language, name, title] of [['zh-TW', '繁體中文', '聆軌'], ['en', 'English', 'hearline']]) {
  test(`the language can be changed to ${name}, and nothing Chinese of ours is left`, async () => {
    const page = await home('sysadmin');
    await page.getByRole('button', { name: '显示设置' }).click();
    await page.getByLabel('语言').selectOption(name);
    await page.waitForFunction((wanted) => document.documentElement.lang === wanted, language);
    await page.waitForFunction((wanted) => document.title.includes(wanted), title);
    if (language === 'en') {
      await page.keyboard.press('Escape');
      const text = await page.evaluate(() => [...document.querySelectorAll('main, nav, header')].map((part) => part.innerText).join(' '));
      assert.doesNotMatch(text.replaceAll('系统管理员', ''), /\p{Script=Han}/u);
    }
    await close(page);
  });
}

for (const theme of ['light', 'dark']) {
  test(`menus and dialogs are accessible in the ${theme} theme`, async () => {
    const page = await home('director', { theme });
    await page.getByRole('button', { name: '显示设置' }).click();
    await accessible(page, `${theme} look`);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '中心主任' }).click();
    await accessible(page, `${theme} account`);
    await page.keyboard.press('Escape');
    await palette(page);
    await accessible(page, `${theme} palette`);
    await close(page);
  });
}

test('theme, density and size of text are applied at once and survive a reload', async () => {
  const page = await home('agent2');
  await page.getByRole('button', { name: '显示设置' }).click();
  await page.getByLabel('深色').check();
  await page.getByLabel('紧凑').check();
  await page.getByRole('button', { name: '放大文字' }).click();
  const look = () => page.evaluate(() => ({ ...document.documentElement.dataset, size: getComputedStyle(document.documentElement).fontSize }));
  assert.deepEqual((({ theme, density, size }) => ({ theme, density, size }))(await look()), { theme: 'dark', density: 'dense', size: '17.92px' });
  await page.reload();
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
  assert.equal((await look()).theme, 'dark');
  await close(page);
});

for (const [name, size, scale] of [['320 pixels', [320, 640], 1], ['320 pixels and 200 % text', [320, 640], 2], ['200 % text', [1280, 800], 2]]) {
  test(`at ${name} nothing needs sideways scrolling and the menu works`, async () => {
    const page = await home('agent', { size });
    await page.evaluate((times) => document.documentElement.style.setProperty('--hl-text-scale', String(times)), scale);
    await page.waitForFunction(() => document.documentElement.dataset.room === 'narrow');
    await reflows(page, name);
    await accessible(page, name);
    await page.getByRole('button', { name: '菜单' }).click();
    const link = page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '台账' });
    await link.waitFor();
    await page.keyboard.press('Escape');
    await link.waitFor({ state: 'hidden' });
    assert.ok(await page.getByRole('button', { name: '菜单' }).evaluate((button) => button === document.activeElement));
    await close(page);
  });
}

test('when the session ends one logs in over the page, and what was typed is still there', async () => {
  const page = await browser.page(world, null, '/staff/ledger');
  await signIn(page, 'agent2');
  await heading(page, '台账');
  const box = await palette(page);
  await box.pressSequentially('打了一半');
  await page.context().clearCookies();
  await page.keyboard.type('。'); // asks the server, unless something else asked before
  const again = page.getByRole('dialog', { name: '登录已失效' });
  await again.waitFor();
  await accessible(page, 'session ended');
  await picture(page, 'session-ended');
  await page.keyboard.press('Escape');
  assert.ok(await again.isVisible(), 'it cannot be put away');
  await again.getByRole('textbox', { name: '密码' }).fill(password);
  await page.keyboard.press('Enter');
  await again.waitFor({ state: 'detached' });
  assert.match(await box.inputValue(), /^打了一半/);
  await page.keyboard.press('Escape');
  await heading(page, '台账');
  await close(page);
});

test('when the network is lost the page says so and goes on once it is back', async () => {
  const page = await home('agent');
  await page.context().setOffline(true);
  await page.getByText('网络已断开').waitFor();
  await picture(page, 'offline');
  await page.context().setOffline(false);
  await page.getByText('网络已恢复').waitFor();
  await page.getByText('网络已断开').waitFor({ state: 'detached' });
  await close(page);
});

test('a server that comes up again is found without a reload', async () => {
  const other = await World.start('lively');
  try {
    const page = await browser.page(other, 'agent', '/staff/', { allowed: [/ERR_/] });
    await page.getByRole('region', { name: '待我办理' }).getByRole('listitem').first().waitFor();
    await other.stop();
    await page.keyboard.press('r');
    await page.getByText('网络已断开').waitFor();
    assert.ok(await page.getByRole('region', { name: '待我办理' }).getByRole('listitem').first().isVisible(), 'what was there is still there');
    await other.serve();
    await page.getByText('网络已断开').waitFor({ state: 'detached' });
    await close(page);
  } finally {
    await other.end();
  }
});

test('who logs out by keyboard is out, and no address shows anything any more', async () => {
  const page = await browser.page(world, null, '/staff/');
  await signIn(page, 'head-line1');
  await heading(page, /好，/);
  await page.keyboard.press('g');
  await page.keyboard.press('q');
  await page.getByLabel('用户名').waitFor();
  await page.goto('/staff/ledger');
  await page.getByLabel('用户名').waitFor();
  assert.equal((await page.request.get('/api/v1/me')).status(), 401);
  await close(page);
});

test('on paper the frame is gone', async () => {
  const page = await home('agent');
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.getByRole('navigation', { name: '主导航' }).isVisible(), false);
  assert.equal(await page.getByRole('banner').isVisible(), false);
  assert.ok(await page.getByRole('main').isVisible());
  await close(page);
});
