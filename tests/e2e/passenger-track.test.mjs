// The passenger follows a complaint, adds to it, withdraws it, rates it, asks again; in every look and language.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Browser, accessible, reflows } from './support/browser.mjs';
import { keptOn, photograph, submitted, whole } from './support/passenger.mjs';
import { payloads } from './support/payloads.mjs';
import { World, moved } from './support/world.mjs';

let world, browser;
before(async () => { [world, browser] = await Promise.all([World.start('empty'), Browser.start()]); });
after(async () => { await browser.end(); await world.end(); });

const phone = { size: [320, 640], touch: true };
const heading = (page, name) => page.getByRole('heading', { level: 1, name });
const tracked = async ({ number, code }, options = {}) => {
  const page = await browser.page(world, null, `/track?number=${number}&code=${code}`, { ...phone, ...options });
  await heading(page, number).waitFor();
  return page;
};
const button = (page, name) => page.getByRole('button', { name });
const press = (page, name) => page.getByRole('button', { name, exact: true }).click();

test('number and code open the complaint; the code leaves the address at once', async () => {
  const mine = await submitted(world);
  const page = await tracked(mine);
  assert.equal(page.url(), `${world.base}/track`);
  await page.getByText('我们承诺在').waitFor();
  await page.reload();
  await heading(page, mine.number).waitFor();
  await press(page, '查询另一件');
  await heading(page, '查询进度').waitFor();
  assert.equal(await page.getByLabel('查询码').inputValue(), '');
  await page.context().close();
});

test('the whole receipt may be pasted', async () => {
  const { number, code } = await submitted(world);
  const page = await browser.page(world, null, '/track', { ...phone, permissions: ['clipboard-read', 'clipboard-write'] });
  await heading(page, '查询进度').waitFor();
  await whole(page, 'passenger-track-form');
  await page.evaluate((text) => navigator.clipboard.writeText(text), `投诉编号: ${number}\n查询码: ${code.replace(/(....)(?=.)/g, '$1 ')}\n`);
  await page.getByLabel('投诉编号').focus();
  await page.keyboard.press('Control+V');
  await press(page, '查询');
  await heading(page, number).waitFor();
  await page.context().close();
});

test('a wrong code is told with what to check, and what was typed stays', async () => {
  const { number } = await submitted(world);
  const page = await browser.page(world, null, '/track', phone);
  await press(page, '查询');
  await page.getByRole('link', { name: '请填写 12 位查询码' }).click();
  await page.getByLabel('投诉编号').fill(number.toLowerCase());
  await page.getByLabel('查询码').fill('ABCD-EFGH-JKLM');
  await press(page, '查询');
  await page.getByRole('heading', { name: '没有找到' }).waitFor();
  await page.getByText('其中没有 0、1、I、O').waitFor();
  assert.equal(await page.getByLabel('查询码').inputValue(), 'ABCD-EFGH-JKLM');
  await whole(page, 'passenger-wrong-code');
  await page.context().close();
});

test('progress is told in plain words, with what was published and the result, and no name of the staff', async () => {
  const mine = await submitted(world, { complainant: { phone: '13655556666', name: '赵六' } });
  await world.act(mine.number, 'agent', 'publish_progress', { text: '检修人员已到现场' });
  await world.act(mine.number, 'agent', 'note', { text: '内部备注不外传' });
  await moved(world, mine.number, 'follow_up');
  const page = await tracked(mine, { size: [390, 844] });
  await page.getByRole('heading', { name: '处理结果' }).waitFor();
  await page.getByText('扶梯已于今日恢复运行').first().waitFor();
  await page.getByText('检修人员已到现场').waitFor();
  assert.equal(await page.getByRole('listitem').first().getByText('已反馈处理结果').count(), 1, 'the newest comes first');
  const said = await page.locator('body').innerText();
  for (const secret of ['内部', 'agent', 'desk-line1', '13655556666', '赵六', '踏板链']) assert.ok(!said.includes(secret), `it tells ${secret}`);
  await whole(page, 'passenger-track');
  await page.context().close();
});

test('more can be said, with a photo', async () => {
  const mine = await submitted(world);
  const page = await tracked(mine);
  await button(page, '补充情况').click();
  await press(page, '提交');
  await page.getByRole('link', { name: '请写一下' }).waitFor();
  await page.getByLabel('要补充什么').fill('今天又停了');
  await page.getByLabel('选择照片或文件').setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: await photograph(page, 80, 60) });
  await page.getByText('a.jpg').waitFor();
  await whole(page, 'passenger-supplement');
  await press(page, '提交');
  await page.getByText('已收到，谢谢').waitFor();
  await page.getByText('今天又停了').waitFor();
  const { items } = await world.api('agent', 'GET', `/api/v1/complaints/${mine.number}/attachments`);
  assert.equal(items.length, 1);
  await page.context().close();
});

test('an answer lost on its way adds nothing twice', async () => {
  const mine = await submitted(world);
  const page = await tracked(mine, { allowed: [/ERR_FAILED/] });
  let tries = 0;
  await page.route('**/supplement', async (route) => {
    tries += 1;
    if (tries > 1) return route.continue();
    await route.fetch();
    return route.abort();
  });
  await button(page, '补充情况').click();
  await page.getByLabel('要补充什么').fill('只补充一次');
  await press(page, '提交');
  await page.getByText('连不上服务器').waitFor();
  assert.equal(await page.getByLabel('要补充什么').inputValue(), '只补充一次');
  await press(page, '提交');
  await page.getByText('已收到，谢谢').waitFor();
  const { items } = await world.api('agent', 'GET', `/api/v1/complaints/${mine.number}/events`);
  assert.equal(items.filter(({ act }) => act === 'supplement').length, 1);
  await page.context().close();
});

test('withdrawing asks why, and once more', async () => {
  const mine = await submitted(world);
  const page = await tracked(mine);
  await button(page, '撤回').click();
  await page.getByLabel('撤回的原因').fill('已当面解决');
  await press(page, '撤回');
  await whole(page, 'passenger-withdraw');
  await press(page, '不了');
  assert.equal((await world.complaint(mine.number)).stage, 'dispatch');
  await press(page, '撤回');
  await press(page, '确定撤回');
  await page.getByText('已收到，谢谢').waitFor();
  assert.equal((await world.complaint(mine.number)).stage, 'closed');
  await page.context().close();
});

test('rating says whether it is solved and whether one is satisfied', async () => {
  const mine = await submitted(world);
  await moved(world, mine.number, 'follow_up');
  const page = await tracked(mine);
  await button(page, '评价处理结果').click();
  await press(page, '提交');
  await page.getByRole('heading', { name: '有 2 处需要改一下' }).waitFor();
  await page.getByRole('group', { name: '问题解决了吗' }).getByRole('radio', { name: '解决了', exact: true }).check();
  await page.getByRole('group', { name: '您对处理满意吗' }).getByRole('radio', { name: '满意', exact: true }).check();
  await page.getByLabel('想说的话').fill('修得很快');
  await whole(page, 'passenger-rate');
  await press(page, '提交');
  await page.getByText('您的评价：解决了 · 满意').waitFor();
  const { stage, satisfaction } = await world.complaint(mine.number);
  assert.deepEqual([stage, satisfaction], ['closed', 'satisfied']);
  await page.context().close();
});

test('who is not satisfied begins another round', async () => {
  const mine = await submitted(world);
  await moved(world, mine.number, 'follow_up');
  const page = await tracked(mine);
  await button(page, '评价处理结果').click();
  await page.getByRole('radio', { name: '没有解决' }).check();
  await page.getByRole('radio', { name: '不满意' }).check();
  await page.getByText('会请我们重新办理').waitFor();
  await press(page, '提交');
  await page.getByText('第 2 次办理').waitFor();
  assert.equal((await world.complaint(mine.number)).round, 2);
  // What happens now, not the outcome of the round before.
  await page.getByRole('region', { name: '目前' }).getByText('正在重新办理').waitFor();
  assert.equal(await page.getByRole('heading', { name: '处理结果', exact: true }).count(), 0);
  assert.equal(await page.getByText('您的评价').count(), 0);
  await page.context().close();
});

test('what is half written about a complaint survives the way back and forward, and a reload', async () => {
  const mine = await submitted(world);
  const page = await tracked(mine);
  await button(page, '补充情况').click();
  await page.getByLabel('要补充什么').fill('写到一半的补充');
  await page.getByLabel('选择照片或文件').setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: await photograph(page, 80, 60) });
  await page.getByText('a.jpg').waitFor();
  await page.getByRole('link', { name: '首页' }).click();
  await heading(page, '我们在听，请讲').waitFor();
  await page.goBack();
  await page.getByText('已恢复上次没有提交的内容').waitFor();
  assert.equal(await page.getByLabel('要补充什么').inputValue(), '写到一半的补充');
  await page.getByText('a.jpg').waitFor();
  await page.reload();
  await page.getByText('已恢复上次没有提交的内容').waitFor();
  assert.equal(await page.getByLabel('要补充什么').inputValue(), '写到一半的补充');
  await press(page, '提交');
  await page.getByText('已收到，谢谢').waitFor();
  assert.equal(await keptOn(page), '[]');
  await page.context().close();
});

test('after it is closed another round can be asked for', async () => {
  const mine = await submitted(world);
  await moved(world, mine.number, 'closed');
  const page = await tracked(mine);
  await button(page, '要求再次办理').click();
  await page.getByLabel('还有什么没有解决').fill('又停了');
  await whole(page, 'passenger-again');
  await press(page, '提交');
  await page.getByText('第 2 次办理').waitFor();
  await page.context().close();
});

test('what changed meanwhile is told, and shown as it is now', async () => {
  const mine = await submitted(world);
  await moved(world, mine.number, 'follow_up');
  const page = await tracked(mine);
  await button(page, '评价处理结果').click();
  await page.getByRole('radio', { name: '解决了', exact: true }).check();
  await page.getByRole('radio', { name: '满意', exact: true }).check();
  await world.act(mine.number, 'agent2', 'record_follow_up', { outcome: 'answered', satisfaction: 'satisfied', solved: 'solved' });
  await press(page, '提交');
  await page.getByText('进度刚有变化').waitFor();
  await button(page, '要求再次办理').waitFor();
  await page.context().close();
});

test('a network that fails for a moment is asked again', async () => {
  const mine = await submitted(world);
  const page = await browser.page(world, null, '/track', { ...phone, allowed: [/ERR_FAILED|502/] });
  let tries = 0;
  await page.route(`**/${mine.number}?**`, (route) => (++tries === 1 ? route.abort() : tries === 2 ? route.fulfill({ status: 502, body: 'bad gateway' }) : route.continue()));
  await page.getByLabel('投诉编号').fill(mine.number);
  await page.getByLabel('查询码').fill(mine.code);
  await press(page, '查询');
  await heading(page, mine.number).waitFor();
  assert.equal(tries, 3);
  await page.context().close();
});

/** The server's own refusal of one request too many, to be given to a page at a chosen moment. */
async function refusal(url, init) {
  for (let left = 100; left > 0; left -= 1) {
    const response = await fetch(url, init);
    if (response.status === 429) return { status: 429, headers: Object.fromEntries(response.headers), body: await response.text() };
  }
  throw new Error('never held up');
}

test('who asks too often is told how long to wait; a submission is sent by itself then', async () => {
  const own = await World.start('empty');
  try {
    const mine = await submitted(own);
    const path = `${own.base}/api/v1/public/complaints`;
    const looks = await refusal(`${path}/${mine.number}?code=x`);
    const page = await browser.page(own, null, '/track', phone);
    await page.route(`**/${mine.number}?**`, (route) => route.fulfill(looks), { times: 1 });
    await page.getByLabel('投诉编号').fill(mine.number);
    await page.getByLabel('查询码').fill(mine.code);
    await press(page, '查询');
    await page.getByText(/请 \d+ 秒后再试/).waitFor();
    await whole(page, 'passenger-busy');
    const posts = await refusal(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"content":"x"}' });
    await page.route(path, (route) => route.fulfill(posts), { times: 1 });
    await page.goto('/submit');
    await page.getByLabel('发生了什么').fill('太频繁');
    await page.getByRole('combobox', { name: '在哪里' }).fill('1号线');
    await page.getByLabel('我想匿名').check();
    await press(page, '提交');
    await page.getByText(/请 \d+ 秒后再试。/).waitFor();
    await page.getByRole('heading', { name: '提交成功', exact: true }).waitFor();
    await page.context().close();
  } finally {
    await own.end();
  }
});

for (const [language, [start, submit, send]] of Object.entries({ 'zh-CN': ['我们在听，请讲', '提交投诉或建议', '提交'], 'zh-TW': ['我們在聽，請說', '送出投訴或建議', '送出'], en: ['We are listening', 'Make a complaint or suggestion', 'Submit'] }))
  test(`the pages speak ${language}`, async () => {
    const mine = await submitted(world, { content: 'text' });
    const page = await browser.page(world, null, '/', { ...phone, language });
    await heading(page, start).waitFor();
    assert.equal(await page.locator('html').getAttribute('lang'), language);
    await page.getByRole('link', { name: submit }).click();
    await heading(page, submit).waitFor();
    await press(page, send);
    await page.getByRole('heading', { level: 2 }).waitFor();
    const said = async () => (await page.locator('main').innerText()) + await page.locator('footer').innerText();
    if (language === 'en') assert.doesNotMatch(await said(), /\p{Script=Han}/u);
    if (language === 'zh-TW') assert.doesNotMatch(await said(), /[这们时请对为将还没经过发动务车线检进处环节类转办访问题输选择达认证码录显设语图页关闭联员级满评价状态]/u);
    await reflows(page);
    await page.goto(`/track?number=${mine.number}&code=${mine.code}`);
    await heading(page, mine.number).waitFor();
    if (language === 'en') assert.doesNotMatch(await said(), /\p{Script=Han}/u);
    await reflows(page);
    await page.context().close();
  });

test('another language is one link away and loses nothing that was typed', async () => {
  const page = await browser.page(world, null, '/submit?lang=en', phone);
  await page.getByLabel('What happened').fill('typed before');
  await page.getByRole('link', { name: '繁體中文' }).click();
  await heading(page, '送出投訴或建議').waitFor();
  assert.equal(await page.getByLabel('發生了什麼').inputValue(), 'typed before');
  await page.reload();
  await heading(page, '送出投訴或建議').waitFor();
  await page.context().close();
});

for (const theme of ['light', 'dark'])
  test(`every ${theme} page is accessible, at 320 pixels and with text of 200 %`, async () => {
    const mine = await submitted(world);
    await moved(world, mine.number, 'follow_up');
    const page = await browser.page(world, null, '/', { ...phone, theme, allowed: [/ERR_INTERNET_DISCONNECTED/] });
    const sound = async (name) => {
      await accessible(page, `${name}, ${theme}`);
      await reflows(page, name);
      await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
      await reflows(page, `${name} with large text`);
      await page.evaluate(() => { document.documentElement.style.fontSize = ''; });
    };
    await heading(page, '我们在听，请讲').waitFor();
    if (theme === 'dark') await whole(page, 'passenger-dark');
    await sound('the start');
    await page.getByRole('link', { name: '提交投诉或建议' }).click();
    await page.getByText('补充更多').click();
    await page.getByLabel('选择照片或文件').setInputFiles({ name: `${'很长的名字'.repeat(20)}.jpg`, mimeType: 'image/jpeg', buffer: await photograph(page, 80, 60) });
    await press(page, '提交');
    await page.getByRole('heading', { level: 2 }).waitFor();
    await sound('the form');
    await page.getByLabel('发生了什么').fill(`看看样子 ${theme}`);
    await page.getByRole('combobox', { name: '在哪里' }).fill('体育');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await sound('the stations');
    await page.getByLabel('我想匿名').check();
    await press(page, '清除');
    await sound('the question before clearing');
    await press(page, '不了');
    await page.context().setOffline(true);
    await press(page, '提交');
    await heading(page, '还没有提交成功').waitFor();
    await sound('what waits');
    await page.context().setOffline(false);
    await page.getByRole('heading', { name: '提交成功', exact: true }).waitFor();
    await sound('the receipt');
    await page.goto('/track');
    await press(page, '查询');
    await sound('the look-up');
    await page.goto(`/track?number=${mine.number}&code=${mine.code}`);
    await button(page, '评价处理结果').waitFor();
    await sound('the progress');
    await button(page, '评价处理结果').click();
    await press(page, '提交');
    await page.getByRole('radio', { name: '不满意' }).check();
    await sound('the rating');
    await page.context().close();
  });

test('controls are large enough for a thumb', async () => {
  const page = await browser.page(world, null, '/submit', phone);
  await page.getByText('补充更多').click();
  const small = await page.locator('main button, main input:not(.unseen), main select, main summary, main label.button, header a').evaluateAll((all) =>
    all.map((one) => (one.closest('label.check') ?? one).getBoundingClientRect()).filter(({ width, height }) => width > 0 && (height < 44 || width < 44)).length);
  assert.equal(small, 0);
  await page.context().close();
});

test('whatever is written is shown as text and breaks nothing', async () => {
  const words = `${'字'.repeat(10_000)}${'w'.repeat(9_000)}`;
  const texts = payloads.filter((text) => [...text].length < 300);
  const mine = await submitted(world, { content: texts.join('\n').slice(0, 19_000) });
  const second = await submitted(world, { content: words });
  await moved(world, mine.number, 'feedback');
  await world.act(mine.number, 'agent', 'give_feedback', { means: 'phone', text: '<img src=x onerror="window.__hit=1">\u202e反过来' });
  for (const one of [mine, second]) {
    const page = await tracked(one);
    await page.getByText('您反映的内容').click();
    assert.equal(await page.evaluate(() => window.__hit), undefined);
    assert.equal(await page.locator('main img, main script, main iframe').count(), 0);
    await reflows(page);
    await page.context().close();
  }
  const page = await browser.page(world, null, '/submit', phone);
  await page.getByLabel('发生了什么').fill(words);
  await page.getByRole('combobox', { name: '在哪里' }).fill('<script>window.__hit=1</script>');
  await page.getByLabel('我想匿名').check();
  await press(page, '提交');
  await page.getByRole('heading', { name: '提交成功', exact: true }).waitFor();
  await reflows(page);
  await page.context().close();
});
