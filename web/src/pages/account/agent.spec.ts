import { expect, it } from 'vitest';
import { agentName } from './agent';

it('browsers have short names', () => {
  const of = (text: string) => agentName(text, '?');
  expect(of('Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36 Edg/126.0')).toBe('Edge · Windows');
  expect(of('Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36')).toBe('Chrome · Linux');
  expect(of('Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Mobile Safari/604.1')).toBe('Safari · iOS');
  expect(of('curl/8.0')).toBe('curl');
  expect(of('<script>')).toBe('?');
});
