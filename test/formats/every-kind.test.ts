import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { documents } from '../../src/formats/documents.ts';
import { writtenTables } from '../../src/formats/tables/tables.ts';
import { emptyFolder, folderOf, quarterday } from '../make/host.ts';
import { netOf, post, runOfWestHampshire, threePractices } from '../make/posted-runs.ts';
import { kindsMet } from './held.ts';

const scheme = 'west-hampshire-qps-2019-20';
const schemes = fileURLToPath(new URL('../../schemes/', import.meta.url));

/** Runs a command that must end well, told as data. */
async function done(...args: readonly string[]): Promise<string> {
  const { exit, stdout, stderr } = await quarterday([...args, '--format', 'json']);
  expect(exit, `${args.join(' ')}\n${stderr}`).toBe(0);
  return stdout;
}

// Every test holds what it gets from the program against its schema (held.ts). That no kind escapes by being met nowhere is held here.
it('meets every kind of document and table that schema knows, and holds each against its schema', async () => {
  const root = emptyFolder();
  const at = (name: string) => join(root, name);
  const data = folderOf({
    ...threePractices,
    'payees.csv': 'practice_code,payee_code,agreed_on\nZ00002,LEAD1,2019-07-01\n',
  });
  const ledger = at('ledger');
  const asAt = ['--as-at', '2019-10-15', '--data', data];

  for (const asked of [['schemes'], ['show', scheme], ['check', scheme, '--examples'], ['help']]) await done(...asked);
  for (const word of ['codes', 'draft-scheme', 'scripts', 'run', 'merger']) await done('help', word);
  expect((await quarterday(['schema', 'nothing', '--format', 'json'])).exit).toBe(2);
  const failing = fileURLToPath(new URL('../../fixtures/errors/example-fails/scheme.json', import.meta.url));
  expect((await quarterday(['check', failing, '--examples', '--format', 'json'])).exit).toBe(1);
  await done('schema');
  await done('schema', 'paid.csv');
  await done('template', scheme, '--out', at('template'));
  await done('new', '--kind', 'pool', '--id', 'mine', '--out', at('mine.json'));
  await done('import', join(data, 'practices.csv'), '--scheme', scheme, '--out', at('imported'));

  const first = await runOfWestHampshire(data, at('runs'), '--period', 'Q2', '--as-at', '2019-10-14');
  const run = await runOfWestHampshire(data, at('runs'));
  await done('explain', run, '--practice', 'Z00001');
  await done('explain', run, '--practice', 'LEAD1');
  await done('explain', run, '--all', '--out', at('stories'));
  await done('diff', first, run);
  await done('due', scheme, ...asAt, '--out', at('due'));
  await done('forecast', scheme, ...asAt, '--out', at('before'));
  await done('forecast', scheme, ...asAt, '--against', at('before/forecast.csv'), '--out', at('after'));

  expect((await post(run, ledger, netOf(run), '--format', 'json')).exit).toBe(0);
  await done('verify', run, '--recompute', '--ledger', ledger);
  await done('ledger', ledger);
  await done('ledger', ledger, '--practice', 'Z00001');
  await done('publish', run, '--only', 'statements,recoveries', '--ledger', ledger, '--out', at('published'));

  const finance = folderOf({
    'suppliers.csv': 'payee_code,supplier\nZ00001,S1\nLEAD1,S2\nZ00003,S3\n',
    'holidays.csv': 'date,title\n2019-12-25,Christmas Day\n',
    'coding.csv': `component,cost_centre,subjective\n${componentsOf(run)}creditor,C,9\nprepaid,C,9\ndebtor,C,9\n`,
  });
  const channel = join(schemes, 'channels/one-row-a-payee.json');
  const money = ['--ledger', ledger, '--finance', finance];
  await done(
    ...['hand-off', ...money, '--posting', '1', '--channel', channel, '--pay-on', '2019-11-15'],
    ...['--by', 'B. Jones', '--out', at('sent')],
  );
  await done('ledger', ledger, '--open');
  const [, sent = ''] = readFileSync(at('sent/payments.csv'), 'utf8').split('\r\n');
  const [, , reference, amount] = sent.split(',');
  writeFileSync(at('bank.csv'), `Invoice Number,Date,Status,Amount\n${reference},15/11/2019,Paid,${amount}\n`);
  await done(
    ...['settle', '--ledger', ledger, '--from', at('bank.csv'), '--map', join(schemes, 'maps/status-report.json')],
    ...['--on', '2019-11-16', '--by', 'C. Brown'],
  );
  await done('accrue', scheme, ...asAt, ...money, '--channel', journalIn(root), '--out', at('month'));

  mkdirSync(at('job'));
  const runs = [{ scheme, period: 'Q2', as_at: '2019-10-15', data }];
  writeFileSync(at('job/job.json'), JSON.stringify({ runs }));
  await done('batch', at('job/job.json'));

  const all = [...documents.map(({ kind }) => kind), ...writtenTables.map(({ file }) => file)];
  expect(all.filter((kind) => !kindsMet.has(kind))).toEqual([]);
});

/** A row of coding.csv for each component that a run pays. */
function componentsOf(run: string): string {
  const summary = JSON.parse(readFileSync(join(run, 'summary.json'), 'utf8'));
  return summary.by_component.map(({ component }: { component: string }) => `${component},C,1\n`).join('');
}

/** A channel for journals. */
function journalIn(folder: string): string {
  const columns = [
    { name: 'reference', field: 'reference' },
    { name: 'account', code: 'subjective' },
    { name: 'amount', field: 'amount' },
  ];
  const channel = { channel: 1, id: 'journal', title: 'Journal', rows: 'payee-and-component', credits: 'apart' };
  writeFileSync(join(folder, 'journal.json'), JSON.stringify({ ...channel, file: { name: 'journal.csv' }, columns }));
  return join(folder, 'journal.json');
}
