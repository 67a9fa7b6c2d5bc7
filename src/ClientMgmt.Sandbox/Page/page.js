'use strict';

// Everything that a client or a program has sent is put in as text, never as markup.

const shown = 300;
const requests = new Map();
let lastNumber = Infinity;
const find = id => document.getElementById(id);

const faultEffects = [
  ['status', 'Answers with the status, nothing is done', amount => ({ status: whole(amount, 503) })],
  ['html', 'Answers with the status and a page of HTML, as a gateway does', amount => ({ status: whole(amount, 502), body: 'Html' })],
  ['limit', '429: too many requests, try again in so many seconds', amount => ({ rateLimit: 'Native', retryIn: duration(amount || 1) })],
  ['late', 'Waits so many seconds before the work', amount => ({ delayBefore: duration(amount || 1) })],
  ['lost', 'Does the work, then resets the connection without an answer', () => ({ send: 'None', then: 'Reset' })],
  ['dropped', 'Resets the connection with nothing done', () => ({ send: 'None', then: 'Reset', commit: false })],
  ['hang', 'Does the work, and never answers', () => ({ send: 'None', then: 'Hang' })],
  ['half', 'Sends half of the answer, then resets', () => ({ send: 'Half', then: 'Reset' })],
];

function whole(text, otherwise) {
  return text === '' ? otherwise : Number(text);
}

function duration(seconds) {
  const all = Math.round(Number(seconds) * 1000);
  const part = (value, length) => String(value).padStart(length, '0');
  const [hours, minutes, rest] = [Math.floor(all / 3600000), Math.floor(all / 60000) % 60, all % 60000];
  const days = Math.floor(hours / 24);
  return `${days > 0 ? `${days}.` : ''}${part(hours % 24, 2)}:${part(minutes, 2)}:${part(Math.floor(rest / 1000), 2)}.${part(rest % 1000, 3)}0000`;
}

// Numbers stay as they were written: ids may have more digits than a number of JavaScript keeps.
function parse(text) {
  return JSON.parse(text, (_, value, context) =>
    typeof value === 'number' && context?.source && String(value) !== context.source && JSON.rawJSON ? JSON.rawJSON(context.source) : value);
}

function indented(text) {
  try {
    return JSON.stringify(parse(text), null, 2);
  } catch {
    return text;
  }
}

function make(tag, properties, ...children) {
  const element = document.createElement(tag);
  Object.assign(element, properties);
  element.append(...children);
  return element;
}

async function call(method, path, body) {
  const answer = await fetch(path, { method, body: body === undefined ? undefined : JSON.stringify(body) });
  const text = await answer.text();
  if (!answer.ok) {
    throw new Error(text ? parse(text).error ?? text : `The sandbox answers ${answer.status}.`);
  }
  return text ? parse(text) : null;
}

function showRequest(request, first) {
  const status = request.status === 0 ? 'none' : String(request.status);
  const isFailed = request.failure !== null;
  const summary = make('summary', {},
    make('span', { className: 'status mono' }, `${isFailed ? '✗' : '✓'} ${status}`),
    make('span', { className: 'method mono' }, request.method),
    make('span', { className: 'path mono' }, request.target),
    make('span', { className: 'quiet' }, request.backend ?? 'no provider'),
    make('span', { className: 'quiet mono' }, `${time(request.receivedAt)} · ${request.milliseconds} ms`));
  if (isFailed) {
    summary.append(make('span', { className: 'why' }, request.failure));
  }
  const details = make('details', {}, summary);
  details.addEventListener('toggle', () => details.childElementCount === 1 && details.append(requestDetails(request)), { once: true });
  const item = make('li', { className: isFailed ? 'failed' : '' }, details);
  item.searched = JSON.stringify([request.method, request.target, request.backend, request.status, request.headers, request.body, request.responseBody]).toLowerCase();
  item.number = request.number;
  find('request-list')[first ? 'prepend' : 'append'](item);
}

function requestDetails(request) {
  const part = (title, ...children) => [make('h3', {}, title), ...children];
  return make('div', {},
    ...part('Request', list(request.headers), ...text(request.body)),
    ...part(request.status === 0 ? 'No answer: nothing was done' : `Answer ${request.status}`, list(request.responseHeaders), ...text(request.responseBody)),
    ...(request.fault ? part('Fault', make('p', {}, request.fault.summary)) : []));
}

function text(body) {
  return body ? [make('pre', {}, indented(body))] : [make('p', { className: 'quiet' }, 'No body.')];
}

function list(members, copied) {
  return make('dl', {}, ...Object.entries(members).flatMap(([name, value]) => [
    make('dt', {}, name),
    make('dd', { className: 'mono' }, String(value), ...(copied ? [copyButton(name, String(value))] : [])),
  ]));
}

function copyButton(name, value) {
  const button = make('button', { type: 'button', ariaLabel: `Copy ${name}` }, 'Copy');
  button.addEventListener('click', () => copy(button, value));
  return button;
}

async function copy(button, value) {
  const label = button.textContent;
  await navigator.clipboard.writeText(value);
  button.textContent = 'Copied';
  setTimeout(() => button.textContent = label, 1500);
}

function time(iso) {
  return new Date(iso).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3 });
}

function add(request, first) {
  if (requests.has(request.number)) {
    return;
  }
  requests.set(request.number, request);
  lastNumber = lastNumber === Infinity ? request.number : Math.max(lastNumber, request.number);
  showRequest(request, first);
  const items = find('request-list').children;
  while (items.length > shown) {
    requests.delete(items[items.length - 1].number);
    items[items.length - 1].remove();
  }
}

function filterRequests() {
  const sought = find('request-search').value.toLowerCase();
  const onlyFailed = find('failed-only').checked;
  for (const item of find('request-list').children) {
    item.hidden = !item.searched.includes(sought) || (onlyFailed && item.className !== 'failed');
  }
  const count = [...requests.values()];
  find('request-count').textContent = count.length ? `${count.length} shown, ${count.filter(request => request.failure !== null).length} failed` : '';
  find('no-requests').hidden = count.length > 0;
}

// What comes while the latest ones are on their way.
let meanwhile = null;
async function loadRequests() {
  const own = meanwhile = [];
  const latest = await call('GET', `/sandbox/requests?last=${shown}`);
  if (own !== meanwhile) {
    return;
  }
  meanwhile = null;
  const key = request => `${request.number} ${request.receivedAt}`;
  const open = new Set([...find('request-list').querySelectorAll('details[open]')].map(details => key(requests.get(details.parentElement.number))));
  requests.clear();
  find('request-list').replaceChildren();
  lastNumber = latest.at(-1)?.number ?? Infinity;
  latest.reverse().forEach(request => add(request, false));
  own.forEach(request => add(request, true));
  for (const item of find('request-list').children) {
    item.firstElementChild.open = open.has(key(requests.get(item.number)));
  }
  filterRequests();
}

let lastSearch = 0;
async function loadClients() {
  const own = ++lastSearch;
  const open = new Set([...find('client-list').querySelectorAll('details[open]')].map(details => details.dataset.key));
  const found = await call('GET', `/sandbox/clients?limit=100&search=${encodeURIComponent(find('client-search').value)}`);
  if (own !== lastSearch) {
    return;
  }
  find('client-list').replaceChildren(...found.clients.map(entry => {
    const place = entry.serviceId ?? entry.portal ?? entry.issuer;
    const details = make('details', {},
      make('summary', {},
        make('span', { className: 'path' }, entry.name || '(no name)'),
        make('span', { className: 'mono' }, entry.clientId),
        make('span', { className: 'quiet' }, `${entry.backend} ${place}`)),
      make('div', {}, make('pre', {}, JSON.stringify(entry.client, null, 2))));
    details.dataset.key = `${place} ${entry.clientId}`;
    details.open = open.has(details.dataset.key);
    return make('li', {}, details);
  }));
  find('client-count').textContent = found.total > found.clients.length ? `${found.clients.length} of ${found.total}` : String(found.total);
  find('no-clients').hidden = found.total > 0;
}

async function loadFaults() {
  const faults = await call('GET', '/sandbox/faults');
  find('fault-list').replaceChildren(...faults.map(fault => {
    const often = fault.times === null ? 'always' : `${fault.hits} of ${fault.times} hit`;
    const button = make('button', { type: 'button', ariaLabel: `Remove the fault ${fault.id}` }, 'Remove');
    button.addEventListener('click', () => call('DELETE', `/sandbox/faults/${fault.id}`).catch(() => {}).then(loadFaults));
    return make('li', { className: 'fault' }, make('span', {}, `${fault.summary} (${often}${fault.after ? `, after ${fault.after}` : ''})`), button);
  }));
  find('fault-count').textContent = faults.length || '';
  find('no-faults').hidden = faults.length > 0;
}

async function loadClock() {
  const clock = await call('GET', '/sandbox/clock');
  find('now').textContent = clock.now.slice(0, 19).replace('T', ' ') + ' UTC';
  const input = find('clock-form').elements.offset;
  if (document.activeElement !== input) {
    input.value = clock.offset;
  }
}

async function loadProviders() {
  const description = await call('GET', '/sandbox');
  find('address').textContent = description.baseAddress;
  const all = [...description.authlete, ...description.docSpace, description.dynamicRegistration];
  const flat = (value, name) => value !== null && typeof value === 'object' && !JSON.isRawJSON?.(value)
    ? Object.entries(value).flatMap(([key, member]) => flat(member, Array.isArray(value) ? `${name} ${Number(key) + 1}` : [name, key].filter(Boolean).join(' ')))
    : value === null || value === '' ? [] : [[name, value]];
  find('provider-list').replaceChildren(...all.map(provider => make('details', {},
    make('summary', {},
      make('strong', {}, provider.backend),
      make('span', { className: 'mono' }, String(provider.serviceApiKey ?? provider.serviceId ?? provider.portal ?? provider.issuer))),
    make('div', {}, list(Object.fromEntries(flat(provider, '').filter(([name]) => name !== 'clients')), true)))));
  find('settings').textContent = JSON.stringify(nested(description.settings), null, 2);
  const backends = find('fault-form').elements.backend;
  if (backends.options.length === 1) {
    backends.append(...[...new Set(all.map(provider => provider.backend))].map(backend => make('option', {}, backend)));
  }
}

function nested(settings) {
  const root = {};
  for (const [key, value] of Object.entries(settings)) {
    const path = key.split(':');
    path.slice(0, -1).reduce((parent, name) => parent[name] ??= {}, root)[path.at(-1)] = value;
  }
  return root;
}

let waiting;
function reloadSoon() {
  waiting ??= setTimeout(() => {
    waiting = undefined;
    Promise.all([loadClients(), loadFaults(), loadClock()]).catch(() => {});
  }, 100);
}

// A browser has six connections to a server for all of its pages, so one that is hidden leaves its own to the others.
let events;
function follow() {
  events?.close();
  if (document.hidden) {
    return;
  }
  events = new EventSource('/sandbox/events');
  events.addEventListener('open', () => {
    find('live').textContent = 'live';
    find('live').className = 'on';
    Promise.all([loadRequests(), loadProviders(), loadClients(), loadFaults(), loadClock()]).catch(error => find('live').textContent = error.message);
  });
  events.addEventListener('error', () => {
    find('live').textContent = 'the sandbox does not answer';
    find('live').className = '';
  });
  events.addEventListener('request', event => {
    const request = parse(event.data);
    meanwhile?.push(request);
    if (request.number > lastNumber + 1) {
      loadRequests();
    } else {
      add(request, true);
      filterRequests();
    }
    reloadSoon();
  });
  events.addEventListener('forgotten', () => loadRequests());
  events.addEventListener('changed', reloadSoon);
}

function sent(form, problem, work) {
  form.addEventListener('submit', async event => {
    event.preventDefault();
    find(problem).textContent = '';
    try {
      await work(form.elements);
    } catch (error) {
      find(problem).textContent = error.message;
    }
  });
}

find('fault-form').elements.effect.append(...faultEffects.map(([name, label]) => make('option', { value: name }, label)));
sent(find('fault-form'), 'fault-problem', async fields => {
  const effect = faultEffects.find(([name]) => name === fields.effect.value)[2];
  const fault = { times: fields.times.value === '' ? null : Number(fields.times.value), after: Number(fields.after.value), ...effect(fields.amount.value) };
  for (const name of ['method', 'pathContains', 'backend']) {
    if (fields[name].value) {
      fault[name] = fields[name].value;
    }
  }
  await call('POST', '/sandbox/faults', fault);
  await loadFaults();
});
sent(find('clock-form'), 'clock-problem', async fields => {
  await call('PUT', '/sandbox/clock', { offset: fields.offset.value });
  await loadClock();
});
find('reset').addEventListener('click', () => confirm('Forget all clients, requests, faults and the clock?')
  && call('POST', '/sandbox/reset').catch(error => find('clock-problem').textContent = error.message));
find('clear-requests').addEventListener('click', () => call('DELETE', '/sandbox/requests'));
find('copy-settings').addEventListener('click', event => copy(event.target, find('settings').textContent));
find('request-search').addEventListener('input', filterRequests);
find('failed-only').addEventListener('change', filterRequests);
find('client-search').addEventListener('input', reloadSoon);
document.addEventListener('visibilitychange', follow);
follow();
