// The wall as its tests speak of it.
export const sizes = [[1920, 1080], [3840, 2160]];
export const tile = (page, name) => page.getByRole('listitem').filter({ hasText: name }).first();
export const figure = (page, name, count) => tile(page, name).getByText(String(count), { exact: true }).waitFor();
export const panel = (page, name) => page.getByRole('region', { name, exact: true });
export const says = (page, text) => page.getByRole('status').filter({ hasText: text }).waitFor();
export const firstStage = { 'zh-CN': ['各环节在办', '待转办'], 'zh-TW': ['各環節在辦', '待轉辦'], en: ['Open by stage', 'To dispatch'] };

export async function openWall(browser, world, user = 'director', size = sizes[0], options = {}) {
  const page = await browser.page(world, user, '/staff/wall', { size, ...options });
  const [region, stage] = firstStage[options.language ?? 'zh-CN'];
  await panel(page, region).getByText(stage).waitFor();
  await page.getByRole('main').getByRole('group').first().waitFor(); // the map
  return page;
}

/** Texts that cannot be read from six metres: lower than 20 px on a screen 1920 wide. */
export const smallTexts = (page, [width]) => page.evaluate((least) => {
  const found = [];
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent.trim();
    const parent = walker.currentNode.parentElement;
    if (!text || parent.closest('.hl-hidden, [hidden]') || parent.tagName === 'TITLE') continue;
    const size = parseFloat(getComputedStyle(parent).fontSize);
    if (size < least - 0.01) found.push(`${text}: ${size} px`);
  }
  return found;
}, (20 * width) / 1920);

/** Texts that leave the screen or are cut, and those that lie over each other. */
export const faults = (page) => page.evaluate(() => {
  const found = [];
  const boxes = [];
  const ellipsis = (element) => getComputedStyle(element).textOverflow === 'ellipsis';
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent.trim();
    const parent = walker.currentNode.parentElement;
    if (!text || parent.closest('.hl-hidden, [hidden]') || parent.tagName === 'TITLE') continue;
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    const box = range.getBoundingClientRect();
    if (box.width === 0) continue;
    if (ellipsis(parent)) {
      if (parent.scrollWidth > parent.clientWidth + 1) found.push(`${text} is shortened`);
      continue;
    }
    if (box.right > innerWidth + 1 || box.bottom > innerHeight + 1 || box.left < -1 || box.top < -1) found.push(`${text} leaves the screen`);
    const room = parent.closest('.panel, header')?.getBoundingClientRect();
    if (room && (box.left < room.left - 1 || box.right > room.right + 1 || box.top < room.top - 1 || box.bottom > room.bottom + 1)) found.push(`${text} leaves its panel`);
    const cut = parent.closest('.box')?.getBoundingClientRect();
    if (cut && (box.bottom > cut.bottom + 2 || box.right > cut.right + 2 || box.left < cut.left - 2)) found.push(`${text} is cut off the map`);
    boxes.push([text, box, parent.closest('.panel, header')]);
  }
  for (let i = 0; i < boxes.length; i += 1) for (let j = i + 1; j < boxes.length; j += 1) {
    const [[a, one, here], [b, other, there]] = [boxes[i], boxes[j]];
    if (here !== there) continue;
    const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
    const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
    if (width > 2 && height > Math.min(one.height, other.height) * 0.35) found.push(`${a} lies over ${b}`);
  }
  return found;
});
