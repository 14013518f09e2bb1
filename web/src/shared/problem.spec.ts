import { afterEach, describe, expect, it } from 'vitest';
import { Problem } from './api/client';
import { chooseLanguage } from './i18n';
import './i18n/words';
import { explain, explainShort } from './problem';

afterEach(() => chooseLanguage('zh-CN'));
const statuses = [0, 400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 429, 500, 502, 503, 507];

describe('a refusal', () => {
  it('is explained in every language, with a remedy and without codes', () => {
    for (const language of ['zh-CN', 'zh-TW', 'en'] as const) {
      chooseLanguage(language);
      for (const status of statuses) {
        const told = explain(new Problem(status, '', ''));
        expect(told.title, `${language} ${status}`).toMatch(/\S/);
        expect(told.remedy, `${language} ${status}`).toMatch(/\S/);
        expect(told.title + told.remedy).not.toMatch(/problem\.|\b[45]\d\d\b|undefined|\{/);
      }
    }
  });
  it('carries the server’s sentence, but not that of a failure', () => {
    expect(explain(new Problem(409, '不可', '本环节不能审核')).detail).toBe('本环节不能审核');
    expect(explain(new Problem(500, 'Internal', 'std::bad_alloc at 0x12')).detail).toBe('');
  });
  it('gives no advice for complaints where the server’s sentence says what to do first', () => {
    const told = explain(new Problem(409, '', '请先停用其下级单位“一号线”', [], 'https://hearline.example/problems/has-units'));
    expect([told.title, told.detail, told.remedy]).toEqual(['现在不能这样做', '请先停用其下级单位“一号线”', '']);
    expect(explain(new Problem(409, '', '本环节不能审核', [], 'https://hearline.example/problems/not-in-this-stage')).remedy).toContain('环节');
  });
  it('says that the network is gone and that nothing typed is lost', () => {
    expect(explainShort(new Problem(0, '', ''))).toContain('连不上服务器');
    expect(explain(new TypeError('Failed to fetch')).title).toBe('连不上服务器');
  });
  it('says how long to wait', () => {
    expect(explain(new Problem(429, '', '', [], 'about:blank', 30)).remedy).toBe('请在 30 秒后再试。');
  });
  it('offers another try only where it can help', () => {
    expect([0, 503, 500].map((status) => explain(new Problem(status, '', '')).retry)).toEqual([true, true, true]);
    expect([403, 404, 409, 422].map((status) => explain(new Problem(status, '', '')).retry)).toEqual([false, false, false, false]);
  });
  it('shows an unknown error as a failure, not as itself', () => {
    expect(explain(new Error('x is undefined')).title).toBe('服务器出了错');
  });
});
