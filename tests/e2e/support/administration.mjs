// The administration's pages, and one's own account, as their tests speak of them.
import assert from 'node:assert/strict';

export const titles = { people: '人员与角色', organisation: '组织机构', codes: '类型、原因与渠道', calendars: '工作日历', rules: '规则手册', imports: '导入台账', audit: '审计记录' };
export const path = (part) => `/staff/administration/${part}`;
export const heading = (page, name) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
export const button = (of, name) => of.getByRole('button', { name, exact: true });
export const close = (page) => page.context().close();
/** Everything that was asked for has come. */
export const settled = (page) => page.waitForFunction(() => !document.querySelector('main [aria-busy="true"]'));

/** A part of the administration as this person sees it. */
export async function open(browser, world, user, part, options) {
  const page = await browser.page(world, user, path(part), options);
  await heading(page, titles[part]);
  await settled(page);
  return page;
}

export const dialog = (page, name) => page.getByRole('dialog', { name, exact: true });
export async function begin(page, name, title = name) {
  await button(page, name).click();
  await dialog(page, title).waitFor();
  return dialog(page, title);
}
export const save = (form) => button(form, '保存').click();
/** A notice at the edge of the page. */
export const told = (page, text) => page.getByRole('status').getByText(text, typeof text === 'string' ? { exact: true } : {}).first().waitFor();
/** The question before what cannot be taken back, answered by the act itself. */
export async function agree(page, title, act) {
  await dialog(page, title).waitFor();
  await button(dialog(page, title), act).click();
}
export const choose = async (form, label, typed) => {
  await form.getByRole('combobox', { name: label }).fill(typed);
  await form.getByRole('listbox').getByRole('option').first().click();
};

/** The field is marked as wrong, and what is wrong is read with it. */
export async function faulty(form, field, text) {
  await form.getByText(text).first().waitFor();
  assert.equal(await field.getAttribute('aria-invalid'), 'true', `“${text}” is not said of its field`);
  const read = await field.evaluate((element) => (element.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' '));
  assert.ok(typeof text === 'string' ? read.includes(text) : text.test(read), `beside the field stands “${read}”`);
}

/** The row of a person in the table of people. */
export const person = (page, name) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });

/** Fills in the login form that is open. */
export async function signIn(page, user, secret) {
  await page.getByRole('textbox', { name: '密码' }).fill(secret);
  await page.getByLabel('用户名').fill(user);
  await page.keyboard.press('Enter');
}
/** Another browser of this person: signed in by the form, on a page of its own. */
export async function elsewhere(browser, world, user, secret, to = '/staff/', options = {}) {
  const page = await browser.page(world, null, to, options);
  await signIn(page, user, secret);
  await page.getByLabel('用户名').waitFor({ state: 'detached' }); // the login has a heading too
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
  return page;
}

/** What the server answers to a request with these credentials, past all pages. */
export async function answer(world, token, method, to, body) {
  const headers = { Authorization: `Bearer ${token}`, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) };
  return fetch(world.base + to, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
}
