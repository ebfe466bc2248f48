// The page keeps no secret: what is typed goes out with Save and the fields are emptied. The server never sends one back.

const $ = id => document.getElementById(id);
const dots = '•'.repeat(10);
let account;

async function call(method, path, body) {
  const answer = await fetch(`/marketo/account${path}`, {
    method,
    cache: 'no-store',
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return { ok: answer.ok, body: await answer.json() };
}

function show(next) {
  account = next;
  const values = {
    username: account.username,
    password: account.hasPassword ? dots : '',
    url: account.url,
    clientId: account.clientId,
    clientSecret: account.hasClientSecret ? dots : '',
  };
  for (const place of document.querySelectorAll('[data-shows]')) {
    const value = values[place.dataset.shows];
    place.textContent = value || 'not set';
    place.classList.toggle('none', !value);
  }
  $('disable').hidden = !account.syncEnabled;
  $('enable').hidden = account.syncEnabled;
  $('edit').disabled = account.syncEnabled;
  $('edit-hint').textContent = account.syncEnabled ? 'Disable the sync to edit the credentials.' : '';
  $('status').textContent = [
    account.syncEnabled ? 'Sync is enabled.' : 'Sync is disabled.',
    ...account.syncEnabled && account.lastCycle ? [`The last sync cycle ${account.lastCycle}.`] : [],
  ].join(' ');
  $('status').className = `status ${account.syncEnabled ? 'on' : 'off'}`;
}

async function turn(to, thenFocus) {
  const { body } = await call('POST', `/sync/${to}`);
  show(body);
  $(thenFocus).focus();
}

function explain(errors, problem) {
  for (const input of $('credentials-form').querySelectorAll('input')) {
    const error = (errors[input.name] ?? []).join(' ');
    $(`${input.name}-error`).textContent = error;
    input.setAttribute('aria-invalid', String(error !== ''));
  }
  $('credentials-problem').textContent = problem;
}

function openCredentials() {
  const form = $('credentials-form');
  form.reset();
  form.username.value = account.username;
  form.url.value = account.url;
  form.clientId.value = account.clientId;
  form.password.placeholder = account.hasPassword ? dots : '';
  form.clientSecret.placeholder = account.hasClientSecret ? dots : '';
  explain({}, '');
  $('credentials').showModal();
}

async function save(event) {
  event.preventDefault();
  const form = event.target;
  const { ok, body } = await call('PUT', '/credentials', {
    username: form.username.value,
    // An untouched field keeps what is stored.
    password: form.password.value || null,
    url: form.url.value,
    clientId: form.clientId.value,
    clientSecret: form.clientSecret.value || null,
  });
  if (!ok) {
    explain(body.errors ?? {}, body.errors ? '' : body.title);
    form.querySelector('[aria-invalid="true"]')?.focus();
    return;
  }
  show(body);
  $('credentials').close();
}

function openValidation() {
  $('validation-start').hidden = false;
  $('validation-result').hidden = true;
  $('next').disabled = false;
  $('next').textContent = 'Next';
  $('validation').showModal();
  $('next').focus();
}

async function validate() {
  $('next').disabled = true;
  $('next').textContent = 'Validating…';
  const { body } = await call('POST', '/validation');
  $('checks').replaceChildren(...body.checks.map(row));
  const red = body.checks.filter(check => !check.passed).length;
  $('validation-start').hidden = true;
  $('validation-result').hidden = false;
  $('verdict').textContent = red === 0 ? 'The sync setup is valid.' : `${red} of ${body.checks.length} checks failed.`;
  $('validation-result').querySelector('button').focus();
}

function row(check) {
  const item = document.createElement('li');
  item.className = check.passed ? 'passed' : 'failed';
  item.dataset.check = check.number;
  const mark = document.createElement('span');
  mark.className = 'mark';
  mark.setAttribute('role', 'img');
  mark.setAttribute('aria-label', check.passed ? 'Passed' : 'Failed');
  mark.textContent = check.passed ? '✓' : '✗';
  const name = document.createElement('span');
  name.textContent = check.name;
  item.append(mark, name);
  return item;
}

$('disable').addEventListener('click', () => turn('disable', 'enable'));
$('enable').addEventListener('click', () => turn('enable', 'disable'));
$('edit').addEventListener('click', openCredentials);
$('credentials-form').addEventListener('submit', save);
$('credentials').addEventListener('close', () => $('credentials-form').reset());
$('validate').addEventListener('click', openValidation);
$('next').addEventListener('click', validate);
for (const closer of document.querySelectorAll('[data-closes]'))
  closer.addEventListener('click', () => closer.closest('dialog').close());

show((await call('GET', '')).body);
