import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { nextTick } from 'vue';
import '../i18n/words';
import Combobox from './Combobox.vue';
import { filterOptions, matchesSyllables, type Option } from './combobox';

const stations: Option[] = [
  { value: '1', label: '体育西路', hint: '1号线', search: ['ti yu xi lu', 'tyxl'] },
  { value: '2', label: '西直门', hint: '2号线', search: ['xi zhi men', 'xzm'] },
  { value: '3', label: '体育中心', hint: '1号线', search: ['ti yu zhong xin', 'tyzx'] },
  { value: '4', label: '西门口', hint: '1号线', search: ['ximenkou', ''] },
];
const labels = (query: string) => filterOptions(stations, query).map((option) => option.label);

describe('what is offered', () => {
  it('all in their order for nothing', () => expect(labels('  ')).toHaveLength(4));
  it('by name, start before middle', () => expect(labels('西')).toEqual(['西直门', '西门口', '体育西路']));
  it('by initials', () => {
    expect(labels('xzm')).toEqual(['西直门']);
    expect(labels('ty')).toEqual(['体育西路', '体育中心']);
  });
  it('by pinyin, whole or mixed, joined or in syllables', () => {
    expect(labels('tiyuxi')).toEqual(['体育西路']);
    expect(labels('ti yu zhong')).toEqual(['体育中心']);
    expect(labels('tiyuzx')).toEqual(['体育中心']);
    expect(labels('ximen')).toEqual(['西门口']);
  });
  it('in any width and case', () => expect(labels('ＸＺＭ')).toEqual(['西直门']));
  it('by the line with the name', () => expect(labels('1号线体育')).toEqual(['体育西路', '体育中心']));
  it('lines in either numerals', () => {
    const units: Option[] = ['一号线运营中心', '十一号线运营中心', '二十一号线运营中心', '票务中心'].map((label) => ({ value: label, label }));
    const found = (query: string) => filterOptions(units, query).map((option) => option.label);
    expect([found('1号线'), found('11号线')[0], found('21号线'), found('一号线')[0]]).toEqual([['一号线运营中心', '十一号线运营中心', '二十一号线运营中心'], '十一号线运营中心', ['二十一号线运营中心'], '一号线运营中心']);
  });
  it('nothing for what fits nothing', () => expect(labels('qqq')).toEqual([]));
  it('syllables only from their beginnings', () => {
    expect(matchesSyllables('ti yu xi lu', 'yuxl')).toBe(true);
    expect(matchesSyllables('ti yu xi lu', 'iyu')).toBe(false);
  });
});

const open = (more = {}) => mount(Combobox, { props: { options: stations, modelValue: null, ...more }, attachTo: document.body });

describe('the control', () => {
  it('filters, moves and chooses by keys, and says so to screen readers', async () => {
    const box = open();
    const input = box.get('[role=combobox]');
    await input.setValue('ty');
    expect(input.attributes('aria-expanded')).toBe('true');
    expect(box.findAll('[role=option]')).toHaveLength(2);
    await input.trigger('keydown', { key: 'ArrowDown' });
    const active = input.attributes('aria-activedescendant');
    expect(box.get(`#${active}`).text()).toContain('体育中心');
    await input.trigger('keydown', { key: 'Enter' });
    expect(box.emitted('update:modelValue')?.at(-1)).toEqual(['3']);
    expect(input.attributes('aria-expanded')).toBe('false');
    box.unmount();
  });
  it('leaves the keys to an input method that composes', async () => {
    const box = open();
    const input = box.get('[role=combobox]');
    await input.setValue('ty');
    await input.trigger('keydown', { key: 'Enter', isComposing: true });
    expect(box.emitted('update:modelValue')).toBeUndefined();
    box.unmount();
  });
  it('takes back what was typed on Escape, and what fits nothing on leaving', async () => {
    const box = open({ modelValue: '2' });
    const input = box.get<HTMLInputElement>('[role=combobox]');
    await input.setValue('tyxl');
    await input.trigger('keydown', { key: 'Escape' });
    expect(input.element.value).toBe('西直门');
    await input.setValue('nothing');
    await box.trigger('focusout');
    await nextTick();
    expect(input.element.value).toBe('西直门');
    expect(box.emitted('update:modelValue')).toBeUndefined();
    box.unmount();
  });
  it('keeps free text where that is allowed', async () => {
    const box = open({ free: true });
    await box.get('[role=combobox]').setValue('某个小卖部');
    await box.trigger('focusout');
    expect(box.emitted('update:modelValue')?.at(-1)).toEqual(['某个小卖部']);
    box.unmount();
  });
  it('is empty after its text was deleted', async () => {
    const box = open({ modelValue: '2' });
    await box.get('[role=combobox]').setValue('');
    await box.trigger('focusout');
    expect(box.emitted('update:modelValue')?.at(-1)).toEqual([null]);
    box.unmount();
  });
});
