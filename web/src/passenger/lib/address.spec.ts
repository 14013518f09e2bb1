import { afterEach, describe, expect, it } from 'vitest';
import { begin, page, pageOf } from './address';

afterEach(() => history.replaceState(null, '', '/'));

describe('addresses', () => {
  it('mean pages', () => {
    const name = (path: string) => pageOf(path, {}).name;
    expect([name('/'), name('/submit'), name('/track'), name('/s/tiyuxilu'), name('/else')]).toEqual(['start', 'submit', 'track', 'submit', 'start']);
    expect(pageOf('/s/%E4%BD%93%E8%82%B2%E8%A5%BF%E8%B7%AF', {}).station).toBe('体育西路');
    expect(pageOf('/s/%E4%BD', {}).station).toBe('%E4%BD');
    expect(pageOf('/submit', {}).station).toBeNull();
    for (const cut of ['/s', '/s/']) expect(pageOf(cut, {})).toMatchObject({ name: 'submit', station: '' });
  });
  it('lose the tracking code at once', () => {
    history.replaceState(null, '', '/track?number=TS202611260001&code=WHL25UVBRDFE&lang=en');
    const query = begin();
    expect(location.href).not.toMatch(/WHL25UVBRDFE|\?/);
    expect(page.value).toMatchObject({ name: 'track', kept: { track: { number: 'TS202611260001', code: 'WHL25UVBRDFE' } } });
    expect(query.get('lang')).toBe('en');
  });
  it('keep what the history kept', () => {
    history.replaceState({ parcel: 'a' }, '', '/submit?exit=B');
    begin();
    expect(page.value.kept.parcel).toBe('a');
    expect(location.search).toBe('');
  });
});
