import { describe, expect, it } from 'vitest';
import { mostBytes, mostFiles, queued, refusal, sendAll, sendOne } from './queue';

const file = (name: string) => new File(['x'], name);
const answer = () => Promise.resolve({} as never);

describe('files before they are sent', () => {
  it('are taken up to the limit', () => expect([refusal({ size: mostBytes }, 0), refusal({ size: mostBytes + 1 }, 0)]).toEqual([null, 'large']));
  it('are not taken empty', () => expect(refusal({ size: 0 }, 0)).toBe('empty'));
  it('are not taken beyond their number', () => expect([refusal({ size: 1 }, mostFiles - 1), refusal({ size: 1 }, mostFiles)]).toEqual([null, 'many']));
  it('each have a key of their own', () => expect(queued(file('a')).key).not.toBe(queued(file('a')).key));
});

describe('sending files', () => {
  it('goes one by one', async () => {
    let at = 0;
    let most = 0;
    await sendAll('TS1', ['a', 'b', 'c'].map((name) => queued(file(name))), async () => {
      most = Math.max(most, ++at);
      await Promise.resolve();
      at -= 1;
      return answer();
    });
    expect(most).toBe(1);
  });
  it('is not held up by one that fails, and sends that one again with its key', async () => {
    const files = ['a', 'b'].map((name) => queued(file(name)));
    const keys: (string | undefined)[] = [];
    await sendAll('TS1', files, (_number, one, options) => {
      keys.push(options?.key);
      return one.name === 'a' ? Promise.reject(new Error('no')) : answer();
    });
    expect(files.map((one) => one.state)).toEqual(['failed', 'done']);
    await sendOne('TS1', files[0] as (typeof files)[number], (_number, _file, options) => {
      keys.push(options?.key);
      return answer();
    });
    expect([files[0]?.state, keys[0] === keys[2]]).toEqual(['done', true]);
  });
  it('does not send again what is there', async () => {
    const files = [queued(file('a'))];
    let sent = 0;
    const send = () => (sent++, answer());
    await sendAll('TS1', files, send);
    await sendAll('TS1', files, send);
    expect(sent).toBe(1);
  });
});
