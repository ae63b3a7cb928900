import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { channel as grammar } from '../../../src/finance/channel/grammar.ts';
import { readChannel } from '../../../src/finance/channel/read-channel.ts';
import { map as mapGrammar } from '../../../src/finance/map/grammar.ts';
import { readMap } from '../../../src/finance/map/read-map.ts';

const schemes = new URL('../../../schemes/', import.meta.url);
const columns = [
  { name: 'Amount', field: 'amount' },
  { name: 'Reference', field: 'reference' },
];
const sound = { channel: 1, id: 'x', title: 'X', rows: 'payee', credits: 'netted', file: { name: 'pay.csv' }, columns };

function told(given: object): string[] {
  const { findings } = readChannel(Buffer.from(JSON.stringify({ ...sound, ...given })), 'channel.json');
  return findings.map(({ code, field, message }) => `${code} ${field}: ${message}`);
}

describe('a channel', () => {
  it.each(['one-row-a-payee', 'one-row-a-component'])('%s comes with the program, and is sound', (name) => {
    const { value, findings } = readChannel(readFileSync(new URL(`channels/${name}.json`, schemes)), name);
    expect(findings).toEqual([]);
    expect(value?.id).toBe(name);
  });

  it.each<[string, object, string]>([
    [
      'without an amount',
      { columns: columns.slice(1) },
      'channel-layout columns: no column holds the amount; expected one',
    ],
    [
      'without a reference',
      { columns: columns.slice(0, 1) },
      'channel-layout columns: no column holds the reference; expected one',
    ],
    [
      'with two columns of one name',
      { columns: [...columns, { name: 'Amount', text: '' }] },
      'channel-layout columns[2].name: another column has the name "Amount" already; expected a name of its own',
    ],
    [
      'with a component in a row of a payee',
      { columns: [...columns, { name: 'For', field: 'component' }] },
      'channel-field columns[2]: a row of a payee is of several components, so that this column has none to name',
    ],
    [
      'with credits that nobody sees',
      { credits: 'apart', amounts: { sign: 'column' } },
      'channel-layout amounts.sign: credits stand in rows of their own, and nothing shows which rows they are',
    ],
    [
      'with one mark for both signs',
      { columns: [...columns, { name: 'Sign', sign: { payment: 'D', credit: 'D' } }] },
      'channel-layout columns[2].sign: a payment and a credit are marked alike',
    ],
    [
      'with one sign for thousands and pence',
      { amounts: { decimals: 'comma', thousands: 'comma' } },
      'channel-layout amounts.thousands: a comma parts the thousands and the pence',
    ],
    [
      'with amounts that part cells',
      { amounts: { decimals: 'comma' }, file: { name: 'pay.csv', quotes: 'never' } },
      'channel-layout file.separator: amounts hold the sign that parts the cells, and nothing is quoted',
    ],
    [
      'with a name that parts cells',
      { columns: [...columns, { name: 'a,b', text: '' }], file: { name: 'pay.csv', quotes: 'never' } },
      'channel-layout columns[2].name: holds a quote or what parts the cells, and nothing is quoted',
    ],
    [
      'with a header that parts cells',
      { header: [{ field: 'rows' }, { text: '"' }], file: { name: 'pay.csv', quotes: 'never' } },
      'channel-layout header[1].text: holds a quote or what parts the cells, and nothing is quoted',
    ],
    [
      'with a text of two lines',
      { trailer: [{ text: 'a\r\nb' }] },
      'json-bad-value trailer[0].text: "a\\r\\nb" does not fit here; expected a text on one line, without control characters',
    ],
  ])('is refused %s', (_, given, says) => {
    expect(told({})).toEqual([]);
    expect(told(given)).toEqual([says]);
  });
});

it('has a JSON Schema that describes every key of it, and so has a map', () => {
  const text = JSON.stringify([z.toJSONSchema(grammar, { io: 'input' }), z.toJSONSchema(mapGrammar, { io: 'input' })]);
  expect(text).toContain('How many characters a cell may have. A longer one is an error, never cut.');
  expect(text).toContain('What each word of the channel means');
});

it('a map comes with the program, and is sound', () => {
  const { value, findings } = readMap(readFileSync(new URL('maps/status-report.json', schemes)), 'map.json');
  expect(findings).toEqual([]);
  expect(value?.status).toMatchObject({ column: 'Status' });
});
