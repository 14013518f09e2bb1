// The complaint's page as its tests speak of it.
import assert from 'node:assert/strict';

export const stageNames = { dispatch: '待转办', opinion: '待提意见', review: '待审核', remedy: '处理中', result: '待报结果', feedback: '待反馈', follow_up: '待回访', closed: '已办结' };

export async function openComplaint(browser, world, user, number, options) {
  const page = await browser.page(world, user, `/staff/complaints/${number}`, options);
  await ready(page);
  return page;
}
/** The complaint and its whole history are there. */
export const ready = (page) => page.getByRole('region', { name: '办理过程' }).getByRole('article').first().waitFor();
export const acts = (page) => page.getByRole('region', { name: '办理', exact: true });
export const offered = (page, act) => acts(page).getByRole('button', { name: act, exact: true });
export const form = (page, act) => page.getByRole('form', { name: act, exact: true });
export const history = (page) => page.getByRole('region', { name: '办理过程' });
export const facts = (page) => page.getByRole('region', { name: '登记信息' });

export async function start(page, act) {
  await offered(page, act).click();
  await form(page, act).waitFor();
  return form(page, act);
}
export const submit = (page, act) => form(page, act).getByRole('button', { name: act, exact: true }).click();
/** The passenger will read it: the preview is confirmed. */
export const confirm = (page, act) => page.getByRole('dialog', { name: '乘客将看到以下内容' }).getByRole('button', { name: `确认并${act}` }).click();
/** The drawn way says where it stands. */
export const stands = (page, stage) => page.getByRole('region', { name: '办理环节' }).getByRole('listitem').filter({ hasText: '当前环节' }).filter({ hasText: stageNames[stage] }).waitFor();
export const done = (page, act) => page.getByRole('status').getByText(`已${act}`, { exact: true }).first().waitFor();
export async function notOffered(page, list) {
  await acts(page).getByRole('heading', { name: '办理', exact: true }).waitFor();
  for (const act of list) assert.equal(await offered(page, act).count(), 0, `${act} is offered`);
}
