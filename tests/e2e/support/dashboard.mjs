// The dashboard as its tests speak of it.

export const year = '?period=year';
/** The local date, so many days from today. */
export const localDay = (days = 0) => new Date(Date.now() + 8 * 3600_000 + days * 86_400_000).toISOString().slice(0, 10);
export const from = `${localDay().slice(0, 4)}-01-01`;
export const openStages = 'dispatch,opinion,review,remedy,result,feedback,follow_up';
export const drawings = ['受理量', '投诉类型', '投诉原因', '受理渠道', '各环节在办', '各单位在办', '按时与超时', '满意度', '线路与车站'];
export const card = (page, name) => page.getByRole('region', { name, exact: true });
export const tile = (page, name) => page.getByRole('main').getByRole('listitem').filter({ has: page.getByText(name, { exact: true }) }).first();
/** The number on a tile, once it is there. */
export const tileCount = async (page, name) => Number((await tile(page, name).getByText(/^[\d,]+$/).innerText()).replaceAll(',', ''));
/** The tile says this number. */
export const tells = (page, name, count) => tile(page, name).getByText(count.toLocaleString('en'), { exact: true }).waitFor();
/** Nothing is on its way any more. */
export const settled = (page) => page.waitForFunction(() => !document.querySelector('[aria-busy="true"]') && ![...document.querySelectorAll('[role="status"]')].some((one) => /正在载入|正在載入|Loading…/.test(one.textContent)));
export async function openDashboard(browser, world, user, query = year, options = {}) {
  const page = await browser.page(world, user, `/staff/dashboard${query}`, options);
  await page.getByRole('heading', { level: 1, name: /看板|Dashboard/ }).waitFor();
  await settled(page);
  return page;
}
export async function asTable(page, name) {
  await card(page, name).getByRole('button', { name: `${name}：看表格` }).click();
  return card(page, name).getByRole('table');
}
export async function allTables(page) {
  await page.getByRole('button', { name: '全部看表格' }).click();
  await card(page, drawings.at(-1)).getByRole('table').waitFor();
}
export const figures = (world, user, query) => world.api(user, 'GET', `/api/v1/statistics?kind=complaint&${query}`);
/** How many complaints the ledger has behind an address that leads to it. */
export const behind = async (world, user, href) => (await world.api(user, 'GET', `/api/v1/complaints?limit=1&${href.slice(href.indexOf('?') + 1)}`)).count;
