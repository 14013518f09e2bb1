'use strict';
// The plain page: track a complaint, submit one, log in. Texts come from the server and are only ever set as text.

const $ = (id) => document.getElementById(id);
let csrf = '';

function element(name, text, className) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  if (className) made.className = className;
  return made;
}

function say(place, ...children) {
  place.replaceChildren(...children);
}

async function call(method, path, body) {
  const headers = {Accept: 'application/json', 'Accept-Language': 'zh-CN'};
  if (body) headers['Content-Type'] = 'application/json';
  if (csrf && method !== 'GET') headers['X-CSRF-Token'] = csrf;
  let response;
  try {
    response = await fetch(path, {method, headers, body: body && JSON.stringify(body), credentials: 'same-origin'});
  } catch {
    throw new Error('连接不上服务器，请稍后再试。');
  }
  const text = await response.text();
  const answer = text ? JSON.parse(text) : {};
  if (response.ok) return answer;
  const fields = (answer.errors || []).map((field) => field.detail).join('；');
  throw new Error([answer.title, fields || answer.detail].filter(Boolean).join('：') || `错误 ${response.status}`);
}

/** Runs `work` while the form is waiting; shows what went wrong. */
function onSubmit(form, place, work) {
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const button = form.querySelector('button[type=submit]');
    button.disabled = true;
    try {
      await work(new FormData(form));
    } catch (error) {
      say(place, element('p', error.message, 'wrong'));
    } finally {
      button.disabled = false;
    }
  });
}

const when = (time) => new Date(time).toLocaleString('zh-CN', {dateStyle: 'long', timeStyle: 'short'});

onSubmit($('track'), $('track-answer'), async (data) => {
  const number = encodeURIComponent(data.get('number').trim().toUpperCase());
  const code = encodeURIComponent(data.get('code').trim().toUpperCase());
  const found = await call('GET', `/api/v1/public/complaints/${number}?code=${code}`);
  const steps = element('ol');
  for (const step of found.steps) {
    const line = element('li');
    const time = element('time', when(step.at));
    time.dateTime = step.at;
    line.append(time, element('span', step.what));
    if (step.text) line.append(element('div', step.text));
    steps.append(line);
  }
  const parts = [element('p', `${found.number}：${found.progress}`, 'big')];
  if (found.promised_by) parts.push(element('p', `答复期限：${when(found.promised_by)}`));
  say($('track-answer'), ...parts, steps);
});

onSubmit($('submit'), $('submit-answer'), async (data) => {
  const body = {content: data.get('content')};
  if (data.get('detail').trim()) body.place = {detail: data.get('detail')};
  if (data.get('phone').trim()) body.complainant = {phone: data.get('phone')};
  const made = await call('POST', '/api/v1/public/complaints', body);
  say($('submit-answer'), element('p', '已受理，请记下编号和查询码（查询码只显示一次）：'),
    element('p', made.number, 'big'), element('p', made.code, 'big'));
  $('submit').reset();
});

function showPerson(person) {
  csrf = person.csrf || '';
  const name = person.display_name || person.name;
  say($('login-answer'), element('p', `已登录：${name}${person.unit ? `（${person.unit}）` : ''}`));
  $('logout').hidden = false;
}

onSubmit($('login'), $('login-answer'), async (data) => {
  const body = {username: data.get('username').trim(), password: data.get('password')};
  if (data.get('new_password')) body.new_password = data.get('new_password');
  const person = await call('POST', '/api/v1/session', body);
  showPerson(person);
  if (person.must_change_password) {
    $('login-new').hidden = false;
    $('login-new-password').required = true;
    say($('login-answer'), element('p', '首次登录请设置新密码，然后再次登录。'));
    return;
  }
  $('login-new').hidden = true;
  $('login-new-password').required = false;
  $('login').reset();
});

$('logout').addEventListener('click', async () => {
  try {
    await call('DELETE', '/api/v1/session');
    csrf = '';
    $('logout').hidden = true;
    say($('login-answer'), element('p', '已退出。'));
  } catch (error) {
    say($('login-answer'), element('p', error.message, 'wrong'));
  }
});

$('api-address').textContent = `${location.origin}/api/v1`;
