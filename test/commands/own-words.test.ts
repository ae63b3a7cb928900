import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { emptyFolder, quarterday, type Told } from '../make/host.ts';
import { readPdf } from '../make/papers.ts';

// A year of Dorset whose members are pharmacies, and which pays in euros: no command speaks of practices, or of pounds. What is fixed keeps
// its name: files, columns, keys of documents, options.

const root = fileURLToPath(new URL('../../', import.meta.url));
const fixture = join(root, 'fixtures/dorset-ccip-2015-16');

/** A text of a person as those who pay pharmacies in euros would have it. */
function theirs(text: string): string {
  return text
    .replaceAll(/\bPractices?\b/g, 'Pharmacy')
    .replaceAll(/(?<![\w"])practices(?!["\w])/g, 'pharmacies')
    .replaceAll(/(?<![\w"])practice(?!\w)/g, 'pharmacy')
    .replaceAll('penny', 'cent')
    .replaceAll('£', '€');
}

/** What people call things in the words that the program does not use: it stands as they wrote it. */
const title = 'Practice visits in pounds';
const practiceName = 'The Pound Practice';
const locality = 'Practice Lane';
const exampleTitle = 'A practice of pounds and pence';

function schemeText(): string {
  const text = readFileSync(join(root, 'schemes/dorset-ccip-2015-16.json'), 'utf8');
  const own = theirs(text)
    .replace('"$schema": "./scheme.schema.json",', '')
    .replace('"shortTitle": "Integrated teams",', '')
    .replace('Pharmacy participation in integrated teams', title);
  return own.replace(
    '"status":',
    '"member": { "one": "pharmacy", "many": "pharmacies" }, "currency": "EUR", "status":',
  );
}

/** What is left of a text without the names of files, columns, keys and options, and without what people call things. */
function spoken(text: string): string {
  const ours = text.replaceAll(
    new RegExp(
      `(${[title, practiceName, locality, exampleTitle].map((each) => each.replaceAll(' ', '\\s+')).join('|')})`,
      'gi',
    ),
    '',
  );
  return ours.replaceAll(
    /practices\.csv|practice_(code|name)|--practice|"practices?(_\w+)?":|"practices"|'practices'|sheet practices|#practices|"practices-h"|practice-not-in-\w+|unknown-practice|\.pounds/g,
    '',
  );
}

const told: [string, string][] = [];
const files: [string, string][] = [];

async function tell(...args: string[]): Promise<Told> {
  const answer = await quarterday(args);
  told.push([args.join(' '), `${answer.stdout}\n${answer.stderr}`]);
  return answer;
}

/** The texts of every part of an archive. */
function partsOf(bytes: Buffer): string {
  const texts: string[] = [];
  for (let at = bytes.indexOf('PK\u0003\u0004'); at >= 0; ) {
    const name = bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
    const next = bytes.indexOf('PK\u0003\u0004', at + 4);
    const data = bytes.subarray(at + 30 + name, next < 0 ? bytes.indexOf('PK\u0001\u0002', at) : next);
    texts.push(bytes.readUInt16LE(at + 8) === 8 ? inflateRawSync(data).toString('utf8') : data.toString('utf8'));
    at = next;
  }
  return texts.join('\n');
}

async function textsIn(folder: string): Promise<void> {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name);
    if (statSync(path).isDirectory() || /inputs\/|arguments|provenance|\.ttf/.test(path)) continue;
    const bytes = readFileSync(path);
    if (name.endsWith('.pdf')) files.push([name, (await readPdf(path)).pages.join('\n')]);
    else files.push([name, name.endsWith('.xlsx') ? partsOf(bytes) : bytes.toString('utf8')]);
  }
}

beforeAll(async () => {
  const work = emptyFolder();
  const at = (...path: string[]) => join(work, ...path);
  const scheme = at('scheme.json');
  writeFileSync(scheme, schemeText());
  for (const [file, name] of [
    ['one-row-a-payee', 'channel.json'],
    ['one-row-a-component', 'journal.json'],
  ] as const) {
    const channel = readFileSync(join(root, `schemes/channels/${file}.json`), 'utf8');
    writeFileSync(at(name), channel.replace('"id":', '"currency": "EUR", "id":'));
  }
  const [data, finance] = [at('data'), join(fixture, 'finance')];
  mkdirSync(data);
  for (const name of readdirSync(join(fixture, 'data'))) {
    const text = theirs(readFileSync(join(fixture, 'data', name), 'utf8'));
    writeFileSync(
      join(data, name),
      text
        .replace('Surgery,Purbeck', `Surgery,${locality}`)
        .replace(/Chesil Surgery|Bere Cross Pharmacy/g, practiceName),
    );
  }
  await tell('check', scheme, '--data', data, '--examples');
  await tell('show', scheme);
  // Mistakes that quote what people wrote: an example that does not come out, and a name in two spellings.
  const untrue = schemeText().replace(/"title": "All six [^"]*"/, `"title": "${exampleTitle}"`);
  writeFileSync(at('wrong.json'), untrue.replace('"pounds": "1500.00"', '"pounds": "1501.00"'));
  const spelt = at('spelt');
  cpSync(data, spelt, { recursive: true });
  const rows = readFileSync(join(data, 'practices.csv'), 'utf8');
  writeFileSync(join(spelt, 'practices.csv'), `${rows.trimEnd()}\nZ10099,Last Pharmacy,${locality.toLowerCase()},,\n`);
  const mistakes = await tell('check', at('wrong.json'), '--data', spelt);
  expect(mistakes.exit).not.toBe(0);
  await tell('template', scheme, '--out', at('template'));
  await tell('template', scheme, '--xlsx', '--out', at('form'));
  const run = async (period: string, asAt: string) => {
    const out = ['--period', period, '--as-at', asAt, '--data', data, '--ledger', at('ledger'), '--out', at('runs')];
    const made = await tell('run', scheme, ...out, '--format', 'json');
    if (period === 'Q2') await tell('run', scheme, ...out.slice(0, -2));
    return JSON.parse(made.stdout) as { folder: string; summary: { currency: string; totals: { net: string } } };
  };
  const first = await run('Q2', '2015-11-15');
  expect(first.summary.currency).toBe('EUR');
  await tell('post', first.folder, '--ledger', at('ledger'), '--approved-by', 'A', '--confirm-total', '1');
  const net = first.summary.totals.net;
  const post = ['post', first.folder, '--ledger', at('ledger'), '--approved-by', 'A', '--confirm-total'];
  expect((await tell(...post, `£${net}`)).exit).toBe(2);
  expect((await tell(...post, `€${net}`)).exit).toBe(0);
  const second = await run('Q4', '2016-07-31');
  await tell('verify', first.folder, '--ledger', at('ledger'));
  await tell('ledger', at('ledger'));
  await tell('ledger', at('ledger'), '--practice', 'Z10001');
  await tell('ledger', at('ledger'), '--practice', 'Z99999');
  await tell('explain', second.folder, '--practice', 'Z10003');
  await tell('explain', second.folder, '--practice', 'Z99999');
  await tell('diff', first.folder, second.folder);
  const asAt = ['--as-at', '2016-01-15', '--data', data, '--ledger', at('ledger')];
  await tell('due', scheme, ...asAt, '--out', at('due'));
  await tell('due', scheme, ...asAt, '--practice', 'Z99999');
  await tell('forecast', scheme, ...asAt, '--out', at('forecast'));
  await tell('publish', first.folder, '--ledger', at('ledger'), '--out', at('papers'));
  const pay = ['--finance', finance, '--pay-on', '2015-11-27', '--by', 'B', '--ledger', at('ledger'), '--posting', '1'];
  const wrong = ['--channel', join(root, 'schemes/channels/one-row-a-payee.json')];
  expect((await tell('hand-off', ...pay, ...wrong, '--out', at('sterling'))).exit).toBe(2);
  expect((await tell('hand-off', ...pay, '--channel', at('channel.json'), '--out', at('to-pay'))).exit).toBe(0);
  const month = ['--as-at', '2016-01-31', '--data', data, '--ledger', at('ledger'), '--finance', finance];
  expect((await tell('accrue', scheme, ...month, '--channel', at('journal.json'), '--out', at('month'))).exit).toBe(0);
  await tell('ledger', at('ledger'), '--open');
  for (const folder of ['template', 'form', 'due', 'forecast', 'papers']) await textsIn(at(folder));
  for (const { folder } of [first, second]) await textsIn(folder);
}, 400_000);

/** What a reader sees of a page: its script and its data are no texts. */
function withoutData(name: string, text: string): string {
  return name === 'report.html' ? text.replaceAll(/<script[^>]*>.*?<\/script>/gs, '') : text;
}

/** Where a word stands, with what is around it. */
function around(text: string, word: RegExp): string[] {
  return [...spoken(text).matchAll(word)].map(({ index, input }) => input.slice(Math.max(0, index - 60), index + 40));
}

describe('a scheme of pharmacies that pays in euros', () => {
  it('has something said by every command, and in every document', () => {
    const commandsThatSay = (word: RegExp) =>
      [...new Set(told.flatMap(([asked, text]) => (word.test(text) ? [asked.replace(/ .*/, '')] : [])))].sort();
    expect(commandsThatSay(/pharmac/i)).toEqual(['check', 'diff', 'due', 'explain', 'forecast', 'run', 'show']);
    const withSums = 'accrue check diff due explain forecast hand-off ledger post run show verify';
    expect(commandsThatSay(/€/)).toEqual(withSums.split(' '));
    for (const name of ['report.html', 'workbook.xlsx', 'statements/Z10003.pdf', 'due.ics', 'withheld.csv']) {
      expect(files.map(([file]) => file)).toContain(name);
    }
  });

  it('speaks of no practice', () => {
    const found = [...told, ...files].flatMap(([name, text]) =>
      around(withoutData(name, text), /practice/gi).map((each) => `${name}: ${each}`),
    );
    expect(found).toEqual([]);
  });

  it('leaves what people call things as they wrote it', () => {
    const all = [...told, ...files].map(([name, text]) => [name, text.replaceAll(/\s+/g, ' ')] as const);
    const inWhat = (name: string) =>
      all.filter(([, text]) => text.includes(name)).map(([what]) => what.replace(/ .*/, ''));
    for (const command of ['show', 'explain', 'due', 'forecast']) expect(inWhat(title)).toContain(command);
    for (const command of ['explain', 'due']) expect(inWhat(practiceName)).toContain(command);
    for (const file of ['report.html', 'workbook.xlsx', 'due.ics', 'statements/Z10003.pdf']) {
      expect(inWhat(practiceName)).toContain(file);
    }
    for (const file of ['report.html', 'workbook.xlsx', 'statements/Z10003.pdf']) expect(inWhat(title)).toContain(file);
    const check = all
      .filter(([asked]) => asked.startsWith('check'))
      .map(([, text]) => text)
      .join(' ');
    expect(check).toContain(`${exampleTitle}: all pharmacies, locality-meetings`);
    expect(check).toContain(`is spelt "${locality}" in practices.csv`);
    expect(
      all
        .filter(([, text]) => /pharmacy visits|euro pharmacy|euro practice|pound pharmacy|pharmacy lane/i.test(text))
        .map(([name]) => name),
    ).toEqual([]);
  });

  it('offers no national file of practices', () => {
    expect(files.filter(([, text]) => /Patients Registered/i.test(text))).toEqual([]);
  });

  it('speaks of no pound', () => {
    const found = [...told, ...files].flatMap(([name, text]) =>
      around(withoutData(name, text), /£|\bpounds?\b|\bpence\b|\bpenny\b/gi).map((each) => `${name}: ${each}`),
    );
    expect(found).toEqual([]);
  });
});
