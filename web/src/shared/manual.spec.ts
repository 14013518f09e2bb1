import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { anchor, chapterOf } from '../../build/manual.mjs';
import { answers, chapters, questionOf } from './words.manual';

const read = (chapter: string) => readFileSync(`../docs/manual/${chapter}.zh-CN.md`, 'utf8');

describe('the manual in the pages', () => {
  it('answers each question in a section that stands there', () => {
    const missing = Object.entries(answers).filter(([, [chapter, section]]) => !chapterOf(read(chapter)).sections.some((one) => one.id === section));
    expect(missing).toEqual([]);
  });
  it('is asked by acts for what it answers', () => expect(Object.values(questionOf).filter((one) => !one || !(one in answers))).toEqual([]));
  it('points at a section by its heading without its brackets', () => expect(anchor('转办（1 个工作日内，R4.1）')).toBe('转办'));
  it('leads from chapter to chapter, shows no picture it does not have, and has a title each', () => {
    for (const chapter of chapters) {
      const { title, html } = chapterOf(read(chapter));
      expect(title).not.toBe('');
      expect(html).not.toMatch(/<img|\.md"|pictures\/|\bR\d+\.\d/);
    }
    expect(chapterOf(read('README')).html).toContain('href="/staff/help/agent"');
  });
});
