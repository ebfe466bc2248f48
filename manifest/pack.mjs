// Fills the placeholders of manifest.json, validates the result and writes the app package.
//
//   node pack.mjs --bot <bot app id> --website https://example.com --developer "Example Ltd" [--app <Teams app id>] [--domain <host>]... [--out <file>]

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { faultsOf } from './check.mjs';
import { zip } from './zip.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const { values: asked } = parseArgs({
  options: {
    bot: { type: 'string' },
    app: { type: 'string' },
    website: { type: 'string' },
    developer: { type: 'string' },
    domain: { type: 'string', multiple: true, default: [] },
    out: { type: 'string', default: join(here, '..', 'artifacts', 'manifest.zip') },
  },
});

function refuse(...sentences) {
  for (const sentence of sentences) console.error(sentence);
  process.exit(1);
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
if (!guid.test(asked.bot ?? '')) refuse('--bot needs the client id of the bot\'s app registration, a GUID.');
if (asked.app !== undefined && !guid.test(asked.app)) refuse('--app needs a GUID: the id of the Teams app, which stays the same in every version.');
if (!URL.canParse(asked.website ?? '') || !asked.website.startsWith('https://')) refuse('--website needs an https:// address; /privacy and /terms are looked for below it.');
if (!asked.developer) refuse('--developer needs the name of your organisation.');

const values = {
  botId: asked.bot.toLowerCase(),
  appId: (asked.app ?? asked.bot).toLowerCase(),
  website: asked.website.replace(/\/+$/, ''),
  developer: asked.developer,
};
const fill = node =>
  typeof node === 'string' ? node.replace(/\{\{(\w+)\}\}/g, (_, name) => values[name])
  : Array.isArray(node) ? node.map(fill)
  : node && typeof node === 'object' ? Object.fromEntries(Object.entries(node).map(([key, value]) => [key, fill(value)]))
  : node;

const manifest = fill(JSON.parse(readFileSync(join(here, 'manifest.json'), 'utf8')));
manifest.validDomains.push(...asked.domain);

const files = { 'manifest.json': Buffer.from(JSON.stringify(manifest, null, 2) + '\n', 'utf8') };
for (const name of [manifest.icons.color, manifest.icons.outline, ...manifest.localizationInfo.additionalLanguages.map(language => language.file)])
  files[name] = readFileSync(join(here, name));

const faults = await faultsOf(manifest, files);
if (faults.length > 0) refuse(...faults);

const out = resolve(asked.out);
mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, zip(files));
console.log(`${out}: version ${manifest.version}, valid against schema ${manifest.manifestVersion}.`);
