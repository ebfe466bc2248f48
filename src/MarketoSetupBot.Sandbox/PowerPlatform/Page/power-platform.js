const $ = id => document.getElementById(id);

async function call(method, path = '', body) {
  const answer = await fetch(`/power-platform/application-users${path}`, {
    method,
    cache: 'no-store',
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return { ok: answer.ok, body: await answer.json() };
}

function show({ users, apps }) {
  $('users').replaceChildren(...users.map(card));
  $('app').replaceChildren(...apps.map(app => new Option(`${app.name} (${app.clientId})`, app.clientId)));
}

function card(user) {
  const section = document.createElement('section');
  section.className = 'card';
  const title = document.createElement('h2');
  title.textContent = user.name;
  const list = document.createElement('dl');
  const rows = {
    'App ID': user.clientId,
    Email: user.email,
    State: user.active ? 'Active' : 'Inactive',
    'Security roles': user.syncRole ? 'Marketo Sync User' : 'none of Marketo',
    'Marketo Config': user.marketoUser ? 'is the Marketo User' : 'is not the Marketo User',
  };
  for (const [name, value] of Object.entries(rows)) {
    const row = document.createElement('div');
    const term = document.createElement('dt');
    const detail = document.createElement('dd');
    term.textContent = name;
    detail.textContent = value;
    row.append(term, detail);
    list.append(row);
  }
  const tools = document.createElement('div');
  tools.className = 'buttons';
  tools.append(
    tool(user, user.active ? 'Deactivate' : 'Activate', { active: !user.active }),
    tool(user, user.syncRole ? 'Remove role Marketo Sync User' : 'Add role Marketo Sync User', { syncRole: !user.syncRole }),
    ...user.marketoUser ? [] : [tool(user, 'Set as Marketo User in Marketo Config', { marketoUser: true })]);
  section.append(title, list, tools);
  return section;
}

function tool(user, words, change) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = words;
  button.addEventListener('click', async () => {
    const { ok, body } = await call('PATCH', `/${user.id}`, change);
    $('status').textContent = ok ? `${words}: done.` : body.title;
    if (ok) show(body);
  });
  return button;
}

$('new').addEventListener('click', async () => {
  show((await call('GET')).body);
  $('creation-form').reset();
  $('problem').textContent = '';
  $('creation').showModal();
});
$('cancel').addEventListener('click', () => $('creation').close());
$('creation-form').addEventListener('submit', async event => {
  event.preventDefault();
  const { ok, body } = await call('POST', '', { clientId: $('app').value, email: $('email').value.trim(), syncRole: $('role').checked, marketoUser: false });
  $('problem').textContent = ok ? '' : body.title;
  if (!ok) return;
  $('creation').close();
  $('status').textContent = 'The application user was created.';
  show(body);
});

show((await call('GET')).body);
