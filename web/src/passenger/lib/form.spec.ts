import { beforeAll, describe, expect, it } from 'vitest';
import { bodyOf, emptyForm, faultsOf, isEmpty, learnPhones, newKey, readPair, type Form } from './form';

const form = (more: Partial<Form> = {}): Form => ({ ...emptyForm(), content: ' 扶梯停了 ', place: '1号线', contact: '138 0000 1234', ...more });

beforeAll(learnPhones);

describe('the form', () => {
  it('wants three things', () => {
    expect(Object.keys(faultsOf(emptyForm()))).toEqual(['content', 'place', 'contact']);
    expect(faultsOf(form())).toEqual({});
    expect(faultsOf(form({ contact: '', anonymous: true }))).toEqual({});
    expect(faultsOf(form({ content: ' \n ' }))).toEqual({ content: 'needContent' });
  });
  it('takes telephones of every shape and e-mail', () => {
    for (const contact of ['13800001234', '+86 138-0000-1234', '020-88888888 转 8', '１３８００００１２３４', 'a@b.cn']) expect(faultsOf(form({ contact }))).toEqual({});
    for (const contact of ['13800138000 / 13900139000', '电话：13800138000（微信同号）', 'zhao＠example.com', '+852 9876 5432']) expect(faultsOf(form({ contact })), contact).toEqual({});
    for (const contact of ['王先生', 'QQ 123456', '@b']) expect(['badContact', 'badEmail'], contact).toContain(faultsOf(form({ contact })).contact);
    for (const contact of ['a@', 'name@example', '@b.cn']) expect(faultsOf(form({ contact })), contact).toEqual({ contact: 'badEmail' });
  });
  it('asks back about a number that cannot be one', () => {
    expect(faultsOf(form({ contact: '1380013800' })).contact).toBe('“1380013800”有 10 位，手机号是 11 位，请核对');
    expect(faultsOf(form({ contact: '13800138000 / 14800000000' })).contact).toContain('没有“14800000000”这样的电话号码');
    expect(faultsOf(form({ contact: '12345' })).contact).toBe('badContact');
    for (const contact of ['11111', '123', '138001380000', '1'.repeat(65)]) expect(faultsOf(form({ contact })).contact, contact).toContain('请核对');
    expect(faultsOf(form({ contact: '1380013800', anonymous: true }))).toEqual({});
  });
  it('cuts nothing that is too long, and says by how much', () => {
    const longest = { content: 10, text: 5, email: 20, name: 4 };
    expect(faultsOf(form({ content: '字'.repeat(12), contact: 'a@b.cn' }), longest)).toEqual({ content: '最多 10 字，现在有 12 字，请删去 2 字' });
    expect(faultsOf(form({ content: '𠮷'.repeat(10), contact: 'a@b.cn' }), longest)).toEqual({});
    expect(Object.keys(faultsOf(form({ place: '六六六六六六', name: '五五五五五', email: `${'x'.repeat(20)}@b.cn` }), longest))).toEqual(['place', 'contact', 'name', 'email']);
  });
  it('takes no time to come and no half address', () => {
    const now = new Date('2026-11-26T12:00');
    expect(faultsOf(form({ when: '2026-11-26T11:59' }), undefined, now)).toEqual({});
    expect(faultsOf(form({ when: '2026-11-27T00:00' }), undefined, now)).toEqual({ when: 'badWhen' });
    expect(faultsOf(form({ email: 'x' }), undefined, now)).toEqual({ email: 'badEmail' });
    expect(faultsOf(form({ email: 'x', anonymous: true }), undefined, now)).toEqual({});
  });
  it('becomes the body of the contract', () => {
    expect(bodyOf(form({ name: ' 王五 ', kind: 'suggestion', type: 'service' }), [])).toEqual({
      content: '扶梯停了', kind: 'suggestion', type: 'service', occurred_at: null,
      place: { station: null, line: null, detail: '1号线', exit: null, equipment: null },
      complainant: { anonymous: false, phone: '138 0000 1234', email: null, name: '王五' },
    });
    expect(bodyOf(form({ contact: ' zhao＠example.com ' }), []).complainant?.email).toBe('zhao@example.com');
    expect(bodyOf(form({ contact: 'a@b.cn' }), []).complainant).toEqual({ anonymous: false, phone: null, email: 'a@b.cn', name: null });
  });
  it('says nothing of who stays anonymous', () => {
    expect(JSON.stringify(bodyOf(form({ anonymous: true, name: '王五', email: 'a@b.cn' }), []))).not.toMatch(/138|王五|a@b/);
  });
  it('is empty until someone writes; a place from a QR code is not writing', () => {
    expect(isEmpty({ ...emptyForm(), place: '体育西路', station: 'x' })).toBe(true);
    expect(isEmpty({ ...emptyForm(), place: '3号线末班车第二节' })).toBe(false);
    expect(isEmpty(form())).toBe(false);
  });
});

describe('number and code', () => {
  it('are read out of a copied text', () => {
    expect(readPair('投诉编号: TS202611260002\n查询码: A76T QT4N 9H25\nhttps://x.example/track')).toEqual({ number: 'TS202611260002', code: 'A76TQT4N9H25' });
    expect(readPair('ts202611260002 a76tqt4n9h25')).toEqual({ number: 'TS202611260002', code: 'A76TQT4N9H25' });
    expect(readPair('TS202611260002')).toEqual({ number: 'TS202611260002' });
    expect(readPair('什么也没有')).toEqual({});
  });
  it('keys differ', () => {
    expect(new Set(Array.from({ length: 100 }, newKey)).size).toBe(100);
    expect(newKey()).toMatch(/^[0-9a-f]{32}$/);
  });
});
