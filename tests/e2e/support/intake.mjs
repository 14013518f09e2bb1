// The form of intake as its tests speak of it.
export const escalator = '体育西路站B口上行扶梯停运，老人只能走楼梯，请尽快修复。';
export const close = (page) => page.context().close();
export const phone = (page) => page.getByLabel('电话');
export const content = (page) => page.getByRole('textbox', { name: '内容' });
export const place = (page) => page.getByRole('combobox', { name: '车站或线路' });
export const button = (page, name) => page.getByRole('button', { name, exact: true });
export const focused = (page) => page.evaluate(() => document.activeElement?.getAttribute('data-field'));
export const focusOn = (page, field) => page.waitForFunction((name) => document.activeElement?.getAttribute('data-field') === name, field);
export const kept = (page) => page.getByText(/草稿已保存/).waitFor();

/** What the newest result on the page says. */
export async function registered(page) {
  const card = page.getByRole('article', { name: /^已登记 TS/ }).first();
  await card.waitFor();
  return (await card.getByText(/^TS\d+$/).textContent()).trim();
}

/** `site` gives world and browser, that are there once the tests run. */
export function intake(site) {
  /** Nothing left of what another test typed. */
  async function noDrafts(user) {
    const { world } = site();
    const { items } = await world.api(user, 'GET', '/api/v1/me/kept?kind=draft');
    const gone = (error) => { if (!/: 404 /.test(error.message)) throw error; }; // the page that had it was quicker
    for (const { key } of items) await world.api(user, 'DELETE', `/api/v1/me/kept/draft/${encodeURIComponent(key)}`).catch(gone);
  }
  async function open(user = 'agent', options = {}) {
    await noDrafts(user);
    const { world, browser } = site();
    const page = await browser.page(world, user, '/staff/intake', options);
    await focusOn(page, 'phone');
    return page;
  }
  const count = async () => (await site().world.api('agent', 'GET', '/api/v1/complaints?limit=1')).count;
  return { noDrafts, open, count };
}
