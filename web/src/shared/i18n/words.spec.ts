// Every word in three languages, none of them left Chinese in English, no key used that does not exist, no placeholder lost.
import { describe, expect, it } from 'vitest';
import { i18n } from './index';

const brought = import.meta.glob(['../../**/words*.ts', '!../../**/*.spec.ts', '!../../passenger/**'], { eager: true });
const sources = import.meta.glob<string>(['../../**/*.{ts,vue}', '!../../**/*.spec.ts', '!../../passenger/**', '!../../**/schema.gen.ts'], { eager: true, query: '?raw', import: 'default' });
type Tree = { [key: string]: string | Tree };

function flat(tree: Tree, above = ''): Map<string, string> {
  return new Map(Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [[above + key, value] as const] : [...flat(value, `${above}${key}.`)])));
}
const of = (language: 'zh-CN' | 'zh-TW' | 'en') => flat(i18n.global.getLocaleMessage(language) as unknown as Tree);
const [simplified, traditional, english] = [of('zh-CN'), of('zh-TW'), of('en')];
const placeholders = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1]))].sort().join();
const languagesOwn = /简体中文|繁體中文/g;

describe('words', () => {
  it('are there', () => expect(Object.keys(brought).length).toBeGreaterThan(2));
  it('have the same keys in three languages', () => {
    expect([...traditional.keys()].sort()).toEqual([...simplified.keys()].sort());
    expect([...english.keys()].sort()).toEqual([...simplified.keys()].sort());
  });
  it('are nowhere empty', () => {
    const empty = [simplified, traditional, english].flatMap((words) => [...words].filter(([, text]) => text.trim() === '').map(([key]) => key));
    expect(empty).toEqual([]);
  });
  it('have no Chinese left in English', () => {
    expect([...english].filter(([, text]) => /\p{Script=Han}/u.test(text.replace(languagesOwn, ''))).map(([key]) => key)).toEqual([]);
  });
  it('have the same placeholders in each language', () => {
    const odd = [...simplified].filter(([key, text]) => placeholders(text) !== placeholders(traditional.get(key) ?? '') || placeholders(text) !== placeholders((english.get(key) ?? '').split('|').at(-1) ?? ''));
    expect(odd.map(([key]) => key)).toEqual([]);
  });
  it('name no rule by its id but in the rule book itself', () => {
    const ids = [simplified, traditional, english].flatMap((words) => [...words].filter(([key, text]) => /\bR\d+\.\d+/.test(text) && !/^(rules|ruleClause|ruleSetting)\./.test(key)).map(([key]) => key));
    expect(ids).toEqual([]);
  });
  it('are traditional in Traditional Chinese', () => {
    // Characters that exist only simplified; a sample of the frequent ones.
    const onlySimplified = /[这们时间请对为将还没经过发动务车线单检进运处环节类转办访问题输选择达认证码户录显设语图页关闭联员机构级满评价状态统计导区热传递邮获刚远连断记书条审项结难责亲报闸]/u;
    const left = [...traditional].filter(([, text]) => onlySimplified.test(text.replace(languagesOwn, '')));
    expect(left.map(([key, text]) => `${key}: ${text}`)).toEqual([]);
  });
});

describe('keys in the source', () => {
  const bare = (text: string) => text.replace(/<!--[\s\S]*?-->|\/\*[\s\S]*?\*\/|(?<![:'"])\/\/.*$/gm, '');
  const used = Object.entries(sources).flatMap(([file, text]) =>
    [...bare(text).matchAll(/(?<![\w.])(?:t|say|\$t)\(\s*(['"`])((?:(?!\1).)*)\1/g)].map((found) => ({ file, quote: found[1], key: found[2] ?? '' })),
  );
  it('exist', () => {
    const wrong = used.filter(({ quote, key }) => quote !== '`' || !key.includes('${')).filter(({ key }) => /^[a-z]\w*(\.\w+)+$/.test(key) && !simplified.has(key));
    expect(wrong.map(({ file, key }) => `${file}: ${key}`)).toEqual([]);
  });
  it('begin like one that exists when they are put together', () => {
    const wrong = used.filter(({ key }) => key.includes('${')).map(({ file, key }) => ({ file, start: key.slice(0, key.indexOf('${')) })).filter(({ start }) => start !== '' && ![...simplified.keys()].some((key) => key.startsWith(start)));
    expect(wrong.map(({ file, start }) => `${file}: ${start}…`)).toEqual([]);
  });
  it('stand in tables and choices too', () => {
    const parts = new Set([...simplified.keys()].map((key) => key.split('.')[0]));
    const quoted = Object.entries(sources).flatMap(([file, text]) => [...text.matchAll(/(?:label|title|key|text):\s*'([a-z]\w*(?:\.\w+)+)'/g)].map((found) => ({ file, key: found[1] ?? '' })));
    const wrong = quoted.filter(({ key }) => parts.has(key.split('.')[0] ?? '') && !simplified.has(key));
    expect(wrong.map(({ file, key }) => `${file}: ${key}`)).toEqual([]);
  });
  it('leave no Chinese in the templates and code', () => {
    const left = Object.entries(sources)
      .filter(([file]) => !/words[\w.-]*\.ts$|\.\/index\.ts$/.test(file))
      .flatMap(([file, text]) => bare(text).split('\n').filter((line) => /\p{Script=Han}/u.test(line)).map((line) => `${file}: ${line.trim().slice(0, 80)}`));
    expect(left).toEqual([]);
  });
});
