import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Me } from './session';

const me: Me = { name: 'agent', display_name: '坐席一号', role: 'agent', unit: 'centre', must_change_password: false, permissions: ['read_ledger'], csrf: 'token' };
const answer = (status: number, body: unknown) => {
  const response = new Response(status === 204 ? null : JSON.stringify(body), { status, headers: { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json' } });
  return Promise.resolve(response);
};
const server = vi.fn<(request: Request) => Promise<Response>>();
let useSession: typeof import('./session').useSession;
let client: typeof import('./api/client');

beforeEach(async () => {
  vi.resetModules();
  vi.stubGlobal('fetch', server);
  server.mockReset();
  client = await import('./api/client');
  ({ useSession } = await import('./session'));
  setActivePinia(createPinia());
});
afterEach(() => vi.unstubAllGlobals());

describe('the session', () => {
  it('asks who one is; nobody is no error', async () => {
    server.mockImplementation(() => answer(401, { status: 401, title: '请先登录', detail: '请先登录' }));
    const session = useSession();
    expect(await session.load()).toBeNull();
    expect([session.known, session.loggedIn, session.expired]).toEqual([true, false, false]);
  });
  it('stays unknown while the server cannot be reached', async () => {
    server.mockRejectedValue(new TypeError('Failed to fetch'));
    const session = useSession();
    await expect(session.load()).rejects.toMatchObject({ status: 0 });
    expect(session.known).toBe(false);
  });
  it('knows role and permissions after login, and sends the token from then on', async () => {
    server.mockImplementation(() => answer(200, { ...me, expires_at: '2026-11-27T08:00:00+08:00' }));
    const session = useSession();
    expect(await session.login({ username: 'agent', password: 'x' })).toBe(false);
    expect([session.name, session.can('read_ledger'), session.can('read_audit'), session.is('agent', 'director')]).toEqual(['坐席一号', true, false, true]);
    await client.ask(client.api.GET('/api/v1/me'));
    expect(server.mock.lastCall?.[0].headers.get('X-CSRF-Token')).toBe('token');
  });
  it('a wrong password ends no session', async () => {
    const session = useSession();
    session.take(me);
    server.mockImplementation((request) => answer(401, { status: 401, title: '请先登录', detail: `用户名或密码错误 ${request.method}` }).then((response) => Object.defineProperty(response, 'url', { value: request.url })));
    await expect(session.login({ username: 'agent', password: 'x' })).rejects.toMatchObject({ status: 401 });
    expect(session.expired).toBe(false);
  });
  it('is expired when any other request is refused for want of it; the person stays known', async () => {
    const session = useSession();
    session.take(me);
    server.mockImplementation(() => answer(401, { status: 401, title: '请先登录', detail: '会话已过期' }));
    await expect(client.ask(client.api.GET('/api/v1/channels'))).rejects.toMatchObject({ status: 401 });
    expect([session.expired, session.me?.name]).toEqual([true, 'agent']);
  });
  it('goes on over the page until a new password is chosen, when one is asked for', async () => {
    const session = useSession();
    session.take(me);
    server.mockImplementation(() => answer(401, { status: 401, title: '请先登录', detail: '会话已过期' }));
    await expect(client.ask(client.api.GET('/api/v1/channels'))).rejects.toMatchObject({ status: 401 });
    server.mockImplementation(() => answer(200, { ...me, must_change_password: true }));
    await session.login({ username: 'agent', password: 'once' });
    expect([session.expired, session.loggedIn]).toEqual([true, true]);
    server.mockImplementation(() => answer(200, me));
    await session.login({ username: 'agent', password: 'once', new_password: 'another-secret' });
    expect([session.expired, session.loggedIn]).toEqual([false, true]);
  });
  it('is no session yet at the login while a new password is asked for', async () => {
    const session = useSession();
    server.mockImplementation(() => answer(200, { ...me, must_change_password: true }));
    await session.login({ username: 'agent', password: 'once' });
    server.mockImplementation(() => answer(401, { status: 401, title: '请先登录', detail: '会话已过期' }));
    await expect(client.ask(client.api.GET('/api/v1/channels'))).rejects.toMatchObject({ status: 401 });
    expect([session.expired, session.loggedIn]).toEqual([false, false]);
  });
  it('tells another person from the same one', async () => {
    const session = useSession();
    session.take(me);
    server.mockImplementation(() => answer(200, { ...me, name: 'agent2' }));
    expect(await session.login({ username: 'agent2', password: 'x' })).toBe(true);
  });
  it('is no login while the password must be changed', () => {
    const session = useSession();
    session.take({ ...me, must_change_password: true });
    expect(session.loggedIn).toBe(false);
  });
  it('logs out even when the session is gone already', async () => {
    const session = useSession();
    session.take(me);
    server.mockImplementation(() => answer(401, {}));
    await session.logout();
    expect([session.me, session.expired]).toEqual([null, false]);
  });
});
