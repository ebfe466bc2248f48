// Reads a JSON object of cards by name from the file given, writes an object of complaints by name.
const fs = require('fs');
const Ajv = require('ajv');
const { AdaptiveCard, SerializationContext } = require('adaptivecards/dist/adaptivecards.js');

// Unknown words in other formats of the schema are not our business: it is Microsoft's, draft-06.
const ajv = new Ajv({ allErrors: false, schemaId: 'auto', unknownFormats: 'ignore', logger: false });
ajv.addMetaSchema(require('ajv/lib/refs/json-schema-draft-06.json'));
const matchesSchema = ajv.compile(JSON.parse(fs.readFileSync(`${__dirname}/adaptive-card-1.5.schema.json`, 'utf8')));

function complaints(payload) {
  const found = [];
  if (!matchesSchema(payload)) found.push(...matchesSchema.errors.map(e => `schema: ${e.dataPath} ${e.message}`));
  const context = new SerializationContext();
  const card = new AdaptiveCard();
  card.parse(payload, context);
  for (let i = 0; i < context.eventCount; i++) {
    const { message } = context.getEventAt(i);
    // The renderer's pattern for lang is a global one that remembers where it stopped, so it refuses every second card.
    if (!/^Invalid value "(en|zh)" for property "lang"/.test(message)) found.push(`parse: ${message}`);
  }
  found.push(...card.validateProperties().validationEvents.map(e => `renderer: ${e.message}`));
  const kept = count(card.toJSON(context));
  const sent = count(payload);
  if (kept !== sent) found.push(`round trip: ${sent} elements and actions sent, ${kept} kept`);
  return found;
}

function count(node) {
  if (Array.isArray(node)) return node.reduce((sum, item) => sum + count(item), 0);
  if (node === null || typeof node !== 'object') return 0;
  return (typeof node.type === 'string' ? 1 : 0) + Object.entries(node).filter(([key]) => key !== 'fallback' && key !== 'data').reduce((sum, [, item]) => sum + count(item), 0);
}

const cards = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
process.stdout.write(JSON.stringify(Object.fromEntries(Object.entries(cards).map(([name, card]) => [name, complaints(card)]))));
