// One Chromium for a test file; a page is a context of its own: signed in as someone, in a language, a theme, a size.
import axe from 'axe-core';
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

export const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Milliseconds by which calls are held at most, each for its own while: what passes only on a quick machine, by a lucky order, fails. */
const slow = Number(process.env.HEARLINE_E2E_SLOW ?? 0);

/** Texts of errors that a page wrote to its console, or threw. Tests fail on them in `done`. */
class Noise {
  constructor(page, allowed) {
    this.texts = [];
    page.on('pageerror', (error) => this.texts.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' && !allowed.some((pattern) => pattern.test(message.text()))) this.texts.push(message.text());
    });
  }
}

export class Browser {
  static async start() {
    const browser = new Browser();
    // The browser's own words (a date field's “年/月/日”) are Chinese, as its users have it.
    browser.chromium = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell', args: flags, env: { ...process.env, LANGUAGE: 'zh_CN' } });
    browser.noises = [];
    return browser;
  }

  /**
   * A page of `world`, signed in as `user` (nobody: the passenger). `path` is opened when given.
   * options: language, theme ('light' 'dark'), size ([width, height]), touch, allowed (patterns of console errors that belong to the test).
   */
  async page(world, user, path, { language = 'zh-CN', theme = 'light', size = [1366, 900], touch = false, allowed = [], ...more } = {}) {
    const context = await this.chromium.newContext({
      baseURL: world.base, locale: language, timezoneId: 'Asia/Shanghai', colorScheme: theme, viewport: { width: size[0], height: size[1] },
      hasTouch: touch, reducedMotion: 'reduce', acceptDownloads: true, ...more,
    });
    context.setDefaultTimeout(15_000);
    if (slow > 0) await context.route(/\/api\/v1\/(?!live)/, (route) => void setTimeout(() => void route.fallback().catch(() => undefined), Math.random() * slow));
    if (user) await context.addCookies([await world.cookie(user)]);
    const page = await context.newPage();
    // A refused request is the server's answer, not the page's mistake: Chromium writes it to the console all the same.
    this.noises.push(new Noise(page, [/Failed to load resource/, ...allowed]));
    if (path) await page.goto(path);
    return page;
  }

  /** No page of this file wrote an error to its console. */
  async end() {
    await this.chromium.close();
    assert.deepEqual(this.noises.flatMap((noise) => noise.texts), [], 'errors on the console');
  }
}

/** No violation of WCAG 2.2 A and AA on the page as it stands. */
export async function accessible(page, name = page.url()) {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }));
  const told = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} — ${node.any.concat(node.all)[0]?.message ?? node.failureSummary}`));
  assert.deepEqual(told, [], `accessibility of ${name}`);
}

/** Keeps a picture for the manual. */
export async function picture(target, name) {
  await target.mouse?.move(0, 0); // no hint of what happens to lie under the pointer
  await target.screenshot({ path: join(process.env.HEARLINE_PICTURES, `${name}.png`), animations: 'disabled', scale: 'css' });
}

/** The page needs no sideways scrolling, once it has taken the size it was given. */
export async function reflows(page, name = page.url()) {
  await page.waitForFunction(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth + 1, null, { timeout: 5_000 }).catch(() => undefined);
  const { scroll, client } = await page.evaluate(() => ({ scroll: document.documentElement.scrollWidth, client: document.documentElement.clientWidth }));
  assert.ok(scroll <= client + 1, `${name} is ${scroll} wide in ${client}`);
}

/** Counts what a user does that is no typing: clicks and keys other than characters. `const count = await counting(page); …; await count()` */
export async function counting(page) {
  await page.evaluate(() => {
    window.__actions = 0;
    addEventListener('click', (event) => { if (event.isTrusted && event.detail > 0) window.__actions += 1; }, true);
    addEventListener('keydown', (event) => {
      if (!event.isTrusted || event.isComposing || ['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return;
      if (event.key.length > 1 || event.ctrlKey || event.metaKey) window.__actions += 1;
    }, true);
  });
  return () => page.evaluate(() => window.__actions);
}
