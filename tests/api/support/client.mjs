// A client of the API that checks every answer against the contract.
import assert from 'node:assert/strict';
import { checkAnswer, problemFits } from './contract.mjs';

export class Client {
  constructor(base, { token, language = 'zh-CN' } = {}) {
    this.base = base;
    this.token = token;
    this.language = language;
  }

  speaking(language) {
    return new Client(this.base, { token: this.token, language });
  }

  /** options: body (JSON), raw (bytes or text sent as they are), headers, ifMatch, key, unchecked. */
  async call(method, path, { body, raw, headers = {}, ifMatch, key, unchecked = false } = {}) {
    const sent = { 'Accept-Language': this.language, ...headers };
    if (this.token) sent.Authorization ??= `Bearer ${this.token}`;
    if (body !== undefined) sent['Content-Type'] ??= 'application/json';
    if (ifMatch !== undefined) sent['If-Match'] = String(ifMatch).startsWith('"') ? ifMatch : `"${ifMatch}"`;
    if (key !== undefined) sent['Idempotency-Key'] = key;
    const response = await fetch(this.base + path, { method, headers: sent, body: body !== undefined ? JSON.stringify(body) : raw, redirect: 'manual' });
    const bytes = Buffer.from(await response.arrayBuffer());
    const text = bytes.toString('utf8');
    const answer = { status: response.status, headers: response.headers, bytes, text, body: undefined };
    if (/[+/]json\b/.test(response.headers.get('content-type') ?? '') && text) answer.body = JSON.parse(text);
    if (response.status >= 400) problemFits(answer.body, `${method} ${path} → ${response.status}`);
    if (!unchecked) checkAnswer(method, path.split('?')[0], answer, body);
    return answer;
  }

  get(path, options) { return this.call('GET', path, options); }
  post(path, body, options) { return this.call('POST', path, { body, ...options }); }
  put(path, body, options) { return this.call('PUT', path, { body, ...options }); }
  patch(path, body, options) { return this.call('PATCH', path, { body, ...options }); }
  delete(path, options) { return this.call('DELETE', path, options); }

  /** Registers a complaint and gives it. */
  async register(body = {}) {
    const made = await this.post('/api/v1/complaints', { channel: 'hotline', content: '站台空调不制冷，请尽快检修。', ...body });
    assert.equal(made.status, 201, made.text);
    return made.body;
  }

  /** Does an act on the complaint as it is; the answer must be 200. Gives the complaint after it. */
  async act(complaint, name, body) {
    const done = await this.tryAct(complaint, name, body);
    assert.equal(done.status, 200, `${name}: ${done.text}`);
    return done.body;
  }

  tryAct(complaint, name, body, options = {}) {
    return this.post(`/api/v1/complaints/${complaint.number}/${name}`, body, { ifMatch: complaint.version, ...options });
  }

  async complaint(number) {
    const found = await this.get(`/api/v1/complaints/${number}`);
    assert.equal(found.status, 200, found.text);
    return found.body;
  }

  /** Every item of a paged list, following next_cursor. */
  async all(path) {
    const items = [];
    let cursor = '';
    let pages = 0;
    do {
      const page = await this.get(path + (cursor ? `${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(cursor)}` : ''));
      assert.equal(page.status, 200, page.text);
      items.push(...page.body.items);
      cursor = page.body.next_cursor;
      assert.ok(++pages < 1000, 'paging does not end');
    } while (cursor);
    return { items, pages };
  }
}

/** The refusal must have this status; gives its problem document. */
export function refused(answer, status, pointer) {
  assert.equal(answer.status, status, answer.text);
  if (pointer !== undefined) assert.ok(answer.body.errors?.some((error) => error.pointer === pointer), `no error points at ${pointer}: ${answer.text}`);
  return answer.body;
}
