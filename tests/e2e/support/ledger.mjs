// The ledger as its tests speak of it.
export const ledger = '/staff/ledger';
export async function openLedger(browser, world, user, query = '', options = {}) {
  const page = await browser.page(world, user, ledger + query, options);
  await page.getByRole('heading', { level: 1, name: /台账|台帳|Ledger/ }).waitFor();
  return page;
}
export const grid = (page) => page.getByRole('grid');
export const links = (page) => grid(page).getByRole('link');
export const numbers = (page) => links(page).allTextContents();
export const ready = (page) => links(page).first().waitFor();
/** The head says how many there are. */
export const counts = (page, count) => page.getByRole('status').filter({ hasText: new RegExp(`^共 ${count.toLocaleString('en')} 件$`) }).waitFor();
export const row = (page, number) => page.getByRole('row').filter({ hasText: number });
export const listed = (world, user, query) => world.api(user, 'GET', `/api/v1/complaints?limit=200&${query}`);
export const address = (page, pattern) => page.waitForURL((url) => pattern.test(decodeURIComponent(url.search)));
export const dialog = (page) => page.getByRole('dialog');
