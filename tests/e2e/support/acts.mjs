// How the fields of the acts' forms are filled in, and the test of a table of acts.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { picture } from './browser.mjs';
import { confirm, done, openComplaint, stands, start, submit } from './complaint.mjs';
import { bringTo } from './world.mjs';

export const text = (label, value) => (of) => of.getByRole('textbox', { name: label }).fill(value);
export const radio = (label) => (of) => of.getByRole('radio', { name: label, exact: true }).check();
export const select = (label, value) => (of) => of.getByRole('combobox', { name: label }).selectOption({ label: value });
export const choose = (label, typed) => async (of) => {
  await of.getByRole('combobox', { name: label }).fill(typed);
  await of.getByRole('listbox').getByRole('option').first().click();
};
export const date = (label, days) => (of) => of.getByLabel(label).fill(`${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T18:00`);
export const opinion = [radio('属实'), text('调查情况', '现场核实，踏板链断裂。'), text('处理措施', '更换链条，加派引导人员。'), choose('投诉原因', '设备')];

/** Ways to begin: `at('review')`, `then(at('opinion'), [user, act, body], …)`; given the world when the test runs. */
export const at = (stage, body) => (world) => bringTo(world, stage, body);
export const then = (prepare, ...steps) => async (world) => {
  const { number } = await prepare(world);
  for (const [user, act, body] of steps) await world.act(number, user, act, body);
  return world.complaint(number);
};
export const ofTwoUnits = then((world) => world.register({ unit: 'line1' }), ['agent', 'dispatch', { units: [{ unit: 'line1', lead: true }, { unit: 'line2', lead: false }] }]);

/**
 * One test for each act and each person. act: its name in the interface; name: as the page says it; by: who may; from: how it begins; fill: what is entered;
 * to: where it leads; told: the passenger reads it; shown: the manual's picture of the filled-in form. `site` gives world and browser, that are there once the tests run.
 */
export function everyAct(table, site) {
  for (const one of table) for (const user of one.by) {
    test(`${user} does “${one.name}${one.with ?? ''}” (${one.act}) and it stands at ${one.to}`, () => act(one, user, site()));
  }
}

async function act(one, user, { world, browser }) {
  const { number, version } = await one.from(world);
  const page = await openComplaint(browser, world, user, number);
  const fields = await start(page, one.name);
  for (const fill of one.fill) await fill(fields);
  if (one.shown && user === one.by[0]) await picture(page, one.shown);
  await submit(page, one.name);
  if (one.told) await confirm(page, one.name);
  await done(page, one.name);
  await stands(page, one.to);
  const complaint = await world.complaint(number);
  assert.equal(complaint.stage, one.to);
  assert.equal(complaint.version, version + 1);
  if (one.round) assert.equal(complaint.round, one.round);
  const { items } = await world.api('agent', 'GET', `/api/v1/complaints/${number}/events`);
  assert.equal(items.at(-1).act, one.act);
  assert.equal(items.at(-1).actor.user, user);
  await page.context().close();
}
