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
    tenantId: account.tenantId,
  };
  for (const place of document.querySelectorAll('[data-only]')) place.hidden = place.dataset.only !== account.method;
  for (const place of document.querySelectorAll('[data-shows]')) {
    const value = values[place.dataset.shows];
    place.textContent = value || 'not set';
    place.classList.toggle('none', !value);
  }
  $('disable').hidden = !account.syncEnabled;
  $('enable').hidden = account.syncEnabled;
  $('edit').disabled = $('reconfigure').disabled = account.syncEnabled;
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

// Reconfigure New Auth Method: nothing that is typed is in use before Switch was confirmed twice.

const questions = ['Marketo will sign in with the new method from now on.', 'The old credentials are no longer used. Wait 15 minutes before you enable the sync.', 'Switched.'];
let asked;

function openReconfiguration() {
  const form = $('reconfiguration-form');
  form.reset();
  form.url.value = account.url;
  explainNew({}, '');
  fitToMethod();
  $('reconfiguration').showModal();
}

function fitToMethod() {
  for (const field of document.querySelectorAll('[data-for]')) field.hidden = field.dataset.for !== $('new-method').value;
  forgetVerdict();
}

function forgetVerdict() {
  $('switch').disabled = true;
  $('reconfiguration-checks').replaceChildren();
  $('reconfiguration-verdict').textContent = '';
}

function explainNew(errors, problem) {
  for (const input of $('reconfiguration-form').querySelectorAll('input')) {
    const error = (errors[input.name] ?? []).join(' ');
    $(`new-${input.name}-error`).textContent = error;
    input.setAttribute('aria-invalid', String(error !== ''));
  }
  $('reconfiguration-problem').textContent = problem;
}

async function propose(event) {
  event.preventDefault();
  const form = event.target;
  forgetVerdict();
  const { ok, body } = await call('POST', '/reconfiguration/validation', {
    method: form.elements.namedItem('method').value,
    username: form.username.value,
    password: form.password.value,
    url: form.url.value,
    clientId: form.clientId.value,
    clientSecret: form.clientSecret.value,
    tenantId: form.tenantId.value,
  });
  explainNew(ok ? {} : body.errors ?? {}, ok || body.errors ? '' : body.title);
  if (!ok) return;
  $('reconfiguration-checks').replaceChildren(...body.checks.map(row));
  const red = body.checks.filter(check => !check.passed).length;
  $('reconfiguration-verdict').textContent = red === 0 ? 'The sync setup is valid.' : `${red} of ${body.checks.length} checks failed.`;
  $('switch').disabled = red !== 0;
}

function ask(number) {
  asked = number;
  $('confirmation-text').textContent = questions[number];
  $('confirm').textContent = number < 2 ? 'Confirm' : 'OK';
  $('confirmation').querySelector('[data-closes]').hidden = number === 2;
  if (!$('confirmation').open) $('confirmation').showModal();
}

async function confirm() {
  if (asked === 0) return ask(1);
  if (asked === 1) {
    const { ok, body } = await call('POST', '/reconfiguration/switch');
    if (ok) {
      show(body);
      return ask(2);
    }
    explainNew({}, body.title);
  } else {
    $('reconfiguration').close();
  }
  $('confirmation').close();
}

$('reconfigure').addEventListener('click', openReconfiguration);
$('new-method').addEventListener('change', fitToMethod);
$('reconfiguration-form').addEventListener('input', forgetVerdict);
$('reconfiguration-form').addEventListener('submit', propose);
$('reconfiguration').addEventListener('close', () => $('reconfiguration-form').reset());
$('switch').addEventListener('click', () => ask(0));
$('confirm').addEventListener('click', confirm);
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
