// The frame around the pages as its tests speak of it.
export const heading = (page, name) => page.getByRole('heading', { level: 1, name }).waitFor();
export async function openHome(browser, world, user, options) {
  const page = await browser.page(world, user, '/staff/', options);
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
  return page;
}
export const close = (page) => page.context().close();
/** Opens the palette and gives its field. */
export async function palette(page) {
  await page.keyboard.press('Control+k');
  const box = page.getByRole('combobox', { name: '查找与命令' });
  await box.waitFor();
  return box;
}
