import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { quarterday } from '../../make/host.ts';

const schemes = fileURLToPath(new URL('../../../schemes/', import.meta.url));

it('prints the JSON Schema of a scheme, which schemes/ has too', async () => {
  const { exit, stdout, stderr } = await quarterday(['schema', 'scheme']);
  expect([exit, stderr]).toEqual([0, '']);
  expect(JSON.parse(stdout)).toEqual(JSON.parse(readFileSync(`${schemes}scheme.schema.json`, 'utf8')));
  expect((await quarterday(['schema', 'scheme', '--format', 'json'])).stdout).toBe(stdout);
});

it.each([
  ['channel', ['channel', 'id', 'title', 'rows']],
  ['map', ['map', 'title']],
  ['job', ['runs']],
  ['letter', []],
])('prints the JSON Schema of a %s, with what it cannot do without', async (kind, required) => {
  const { exit, stdout } = await quarterday(['schema', kind]);
  const schema = JSON.parse(stdout);
  expect(exit).toBe(0);
  expect(schema).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object' });
  expect(schema.additionalProperties).toBe(false);
  expect(schema.required ?? []).toEqual(expect.arrayContaining(required));
});

it.each([
  ['channel', 'channels/one-row-a-payee.json'],
  ['map', 'maps/status-report.json'],
])('knows every key of the %s that comes with the program', async (kind, file) => {
  const { properties } = JSON.parse((await quarterday(['schema', kind])).stdout);
  const keys = Object.keys(JSON.parse(readFileSync(`${schemes}${file}`, 'utf8')));
  expect(keys.filter((key) => properties[key] === undefined)).toEqual([]);
});

it('prints the columns of a table to a person', async () => {
  expect(await quarterday(['schema', 'suppliers.csv'])).toEqual({
    exit: 0,
    stdout:
      'suppliers.csv: each row is how a payee is known to the payment system\n' +
      '  A column with ? may be left out.\n' +
      '\n' +
      '  column      form                           unit  meaning\n' +
      '  payee_code  an id or a code, kept as text        the payee: a practice, or whoever payees.csv names in place of one\n' +
      '  supplier    an id or a code, kept as text        its number in the payment system, as text\n' +
      '  site?       an id or a code, kept as text        the site or address code of the supplier, where it has several\n',
    stderr: '',
  });
});

it('and as data', async () => {
  const { stdout } = await quarterday(['schema', 'holidays.csv', '--format', 'json']);
  expect(JSON.parse(stdout)).toEqual({
    format: 'quarterday/columns/1',
    file: 'holidays.csv',
    by: 'people',
    holds: 'a day on which nothing is paid, beside Saturdays and Sundays',
    columns: [
      { name: 'date', optional: false, blank: false, form: 'day', written: 'a day as YYYY-MM-DD', holds: 'the day' },
      { name: 'title', optional: true, blank: true, form: 'words', written: 'words', holds: 'what it is' },
    ],
  });
});

it('lists the kinds, each of which it tells', async () => {
  const { stdout } = await quarterday(['schema', '--format', 'json']);
  const { format, kinds } = JSON.parse(stdout);
  expect(format).toBe('quarterday/kinds/1');
  const named: string[] = kinds.map(({ kind }: { kind: string }) => kind);
  expect(named.join(' ')).toBe(
    'scheme channel map job letter finding schemes show check worked template new imported import payment-run summary run provenance explain ' +
      'explain-payee explain-all diff due forecast published post verify ledger ledger-practice ledger-open posting hand-off-record ' +
      'settlement hand-off settle accrue batch help topic found command codes code kinds columns practices.csv memberships.csv successions.csv list-sizes.csv evidence.csv claims.csv ' +
      'measures.csv decisions.csv plans.csv paid.csv payees.csv suppliers.csv coding.csv holidays.csv budget.csv contacts.csv assume.csv ' +
      'payments.csv clawbacks.csv statements.csv withheld.csv refused.csv workings.csv posted.csv due.csv forecast.csv outturn.csv ' +
      'next-step.csv against.csv recoveries.csv statements/index.csv to-recover.csv accruals.csv',
  );
  for (const kind of named) expect((await quarterday(['schema', kind])).exit).toBe(0);
  const text = await quarterday(['schema']);
  expect(text.stdout).toContain(
    '\n  plans.csv        each row is a recovery in instalments that a named person decided on\n',
  );
  expect(text.stderr).toBe('Next: quarterday schema KIND, with one of these.\n');
});

it('tells what the program writes: the form, unit and meaning of each column', async () => {
  const { columns, by } = JSON.parse((await quarterday(['schema', 'clawbacks.csv', '--format', 'json'])).stdout);
  expect(by).toBe('program');
  expect(columns.slice(6, 8)).toEqual([
    {
      name: 'amount',
      optional: false,
      blank: false,
      form: 'amount',
      written: 'pounds and pence, such as 1234.50 or -12.00',
      unit: 'pounds',
      holds: 'what comes back, always above zero',
    },
    {
      name: 'status',
      optional: false,
      blank: false,
      form: 'choice',
      written: 'due, deferred, proposed, waived',
      choices: ['due', 'deferred', 'proposed', 'waived'],
      holds: 'due is taken now; deferred and proposed wait; waived is not taken',
    },
  ]);
});

it('prints the JSON Schema of what it prints: nothing unknown in it, and money a text of pounds', async () => {
  const schema = JSON.parse((await quarterday(['schema', 'summary'])).stdout);
  expect(schema.additionalProperties).toBe(false);
  expect(schema.properties.format).toEqual({ type: 'string', const: 'quarterday/summary/1' });
  expect(schema.properties.totals.properties.net).toEqual({
    $ref: '#/$defs/money',
    description: 'Payments less clawbacks due.',
  });
  expect(schema.$defs.money.pattern).toBe('^-?\\d+\\.\\d\\d$');
});

it('knows what was probably meant', async () => {
  const { exit, stdout, stderr } = await quarterday(['schema', 'chanel']);
  expect([exit, stdout]).toEqual([2, '']);
  expect(stderr).toContain('this is no kind of document or table\n    fix: did you mean "channel"?\n');
});
