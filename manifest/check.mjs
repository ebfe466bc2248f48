// What must be true of a package before Teams sees it. All offline: the schemas come with @microsoft/app-manifest.

import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const { AppManifestUtils } = require('@microsoft/app-manifest');
const schemas = join(dirname(require.resolve('@microsoft/app-manifest')), 'json-schemas', 'teams');

/**
 * @param {object} manifest
 * @param {Record<string, Buffer>} files everything in the package, by name
 * @returns {Promise<string[]>} what is wrong, a sentence each
 */
export async function faultsOf(manifest, files) {
  const faults = (await AppManifestUtils.validateAgainstSchema(manifest)).map(fault => `manifest.json${fault}`);
  for (const { languageTag, file } of manifest.localizationInfo.additionalLanguages)
    faults.push(...languageFaults(manifest, languageTag, JSON.parse(files[file].toString('utf8'))));
  faults.push(...iconFaults('color.png', files['color.png'], 192), ...iconFaults('outline.png', files['outline.png'], 32));
  return faults;
}

function languageFaults(manifest, tag, words) {
  const schema = JSON.parse(readFileSync(join(schemas, `v${manifest.manifestVersion}`, 'MicrosoftTeams.Localization.schema.json'), 'utf8'));
  const faults = [];
  for (const [key, text] of Object.entries(words)) {
    if (key === '$schema') continue;
    const rule = schema.properties[key] ?? Object.entries(schema.patternProperties).find(([pattern]) => new RegExp(pattern).test(key))?.[1];
    if (!rule) faults.push(`${tag}: Teams does not translate "${key}".`);
    else if (text.length > rule.maxLength) faults.push(`${tag}: "${key}" is longer than ${rule.maxLength} characters.`);
    if (typeof valueAt(manifest, key) !== 'string') faults.push(`${tag}: "${key}" names nothing in manifest.json.`);
  }
  for (const key of translatable(manifest))
    if (!(key in words)) faults.push(`${tag}: "${key}" is not translated.`);
  return faults;
}

function* translatable(manifest) {
  yield* ['name.short', 'name.full', 'description.short', 'description.full'];
  for (const [l, list] of manifest.bots[0].commandLists.entries())
    for (const c of list.commands.keys())
      yield* ['title', 'description'].map(what => `bots[0].commandLists[${l}].commands[${c}].${what}`);
}

const valueAt = (object, path) => path.split(/[.[\]]+/).filter(Boolean).reduce((at, key) => at?.[key], object);

function iconFaults(name, png, size) {
  if (png.subarray(1, 4).toString('latin1') !== 'PNG') return [`${name} is not a PNG.`];
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  return width === size && height === size ? [] : [`${name} is ${width} x ${height}, not ${size} x ${size}.`];
}
