import { mkdirSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { sha256Of } from '../../src/data/files/input.ts';
import { useOf } from '../../src/data/tables/table-use.ts';
import { tables } from '../../src/data/tables/tables.ts';
import type { Scheme } from '../../src/domain/scheme/scheme.ts';
import { component, scheme } from '../make/scheme.ts';
import { everyTable, inOneLine, listsOnly, readAll, readFiles, sound, tell, withFolder } from './made-folder.ts';

/** What is told of the sound folder after something was done to it. */
function toldAfter(change: (dir: string) => void, asked: Scheme = everyTable): Promise<string> {
  return withFolder(sound, async (dir) => {
    change(dir);
    const { findings } = await readAll(dir, { scheme: asked });
    return findings.map(inOneLine).join('\n').replaceAll(dir, 'DIR');
  });
}

describe('a data folder', () => {
  it('is read with the bytes of every file that the scheme has a use for', async () => {
    const { folder, findings } = await readFiles({ 'README.txt': 'see', '.DS_Store': '', 'readme.md': '' });
    expect(findings).toEqual([]);
    expect(folder.inputs).toEqual(
      ['practices.csv', 'list-sizes.csv', 'evidence.csv', 'measures.csv'].map((name) => {
        const content = Buffer.from(sound[name] ?? '');
        const rows = content.toString().split('\n').length - 2;
        return { name, bytes: content.length, rows, sha256: sha256Of(content), content };
      }),
    );
    expect(folder.counts).toEqual([
      { file: 'practices.csv', rows: 2, ignored: [] },
      { file: 'list-sizes.csv', rows: 2, ignored: [] },
      { file: 'evidence.csv', rows: 0, ignored: [] },
      { file: 'measures.csv', rows: 0, ignored: [] },
    ]);
  });

  it('is told of files that are missing, and of the name that they may have', async () => {
    const told = await toldAfter((dir) => {
      renameSync(join(dir, 'practices.csv'), join(dir, 'Practices.csv'));
      rmSync(join(dir, 'measures.csv'));
    });
    expect(told).toMatchInlineSnapshot(`
      "Practices.csv misnamed-file: the name is close to practices.csv, and what the file holds would be left out; expected practices.csv -> rename it to practices.csv if its rows are to count, or move it out of the folder
      measures.csv missing-file: the file is not in the data folder; expected it, because the scheme needs it -> add measures.csv to the folder; quarterday template writes an empty one"
    `);
  });

  it('is warned of files that are of no use, and reads none of them', async () => {
    const told = await toldAfter((dir) => {
      writeFileSync(join(dir, 'evidence.csv'), 'spoilt');
      writeFileSync(join(dir, 'notes.txt'), '');
      mkdirSync(join(dir, 'old'));
    }, listsOnly);
    expect(told).toMatchInlineSnapshot(`
      "claims.csv unused-file (warning): the scheme has no use for this file; expected it not to be there; it was not read -> check that this is the folder of the right scheme, or remove the file
      evidence.csv unused-file (warning): the scheme has no use for this file; expected it not to be there; it was not read -> check that this is the folder of the right scheme, or remove the file
      measures.csv unused-file (warning): the scheme has no use for this file; expected it not to be there; it was not read -> check that this is the folder of the right scheme, or remove the file
      notes.txt unknown-file (warning): is no table of a data folder; expected practices.csv, memberships.csv, successions.csv, list-sizes.csv, evidence.csv, claims.csv, measures.csv, decisions.csv, plans.csv, paid.csv, payees.csv; it was not read -> move it out of the folder
      old unknown-file (warning): is no table of a data folder; expected practices.csv, memberships.csv, successions.csv, list-sizes.csv, evidence.csv, claims.csv, measures.csv, decisions.csv, plans.csv, paid.csv, payees.csv; it was not read -> move it out of the folder"
    `);
  });

  it('is told of links, folders and special files', async () => {
    const told = await toldAfter((dir) => {
      renameSync(join(dir, 'practices.csv'), join(dir, '.real.csv'));
      symlinkSync('.real.csv', join(dir, 'practices.csv'));
      symlinkSync('nowhere', join(dir, 'x'));
      rmSync(join(dir, 'list-sizes.csv'));
      mkdirSync(join(dir, 'list-sizes.csv'));
      rmSync(join(dir, 'evidence.csv'));
      const socket = createServer().listen(join(dir, 'evidence.csv'));
      onTestFinished(() => void socket.close());
    });
    expect(told).toMatchInlineSnapshot(`
      "evidence.csv not-a-plain-file: is a special file; expected a plain file -> copy the file itself into the data folder
      list-sizes.csv not-a-plain-file: is a folder; expected a plain file -> copy the file itself into the data folder
      practices.csv not-a-plain-file: is a symbolic link; expected a plain file -> copy the file itself into the data folder
      x not-a-plain-file: is a symbolic link; expected a plain file -> copy the file itself into the data folder"
    `);
  });

  it('is told of tables that are far too large', async () => {
    const told = await toldAfter((dir) => {
      writeFileSync(join(dir, 'paid.csv'), '');
      truncateSync(join(dir, 'paid.csv'), 256 * 1024 * 1024 + 1);
    });
    expect(told).toMatchInlineSnapshot(
      `"paid.csv file-too-large: the file is larger than 256 MiB; expected a table of practices; it was not read -> check that this is the right file: only claims.csv may be as large as that"`,
    );
  });

  it('that goes away as it is read is a failure of the system', async () => {
    await expect(toldAfter((dir) => rmSync(dir, { recursive: true }))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('tells the mistakes of every file in one go', async () => {
    const files = {
      'practices.csv': '',
      'list-sizes.csv': 'a;b',
      'evidence.csv': '\0',
      'claims.csv': 'sep=,',
      'measures.csv': Buffer.from('ff', 'hex'),
    };
    expect(await tell(files)).toMatchInlineSnapshot(`
      "practices.csv empty-file: the file is empty; expected at least the names of the columns -> save the file again from where it came from, or remove it if it is not needed
      list-sizes.csv:1 "a;b" no-header: no row holds the names of the columns; expected practice_code, as_at, patients above the rows; the file was not read -> put a first row with the names of the columns above the others: practice_code,as_at,patients
      evidence.csv:1 "\\u0000" no-header: no row holds the names of the columns; expected practice_code, evidence, received_on above the rows; the file was not read -> put a first row with the names of the columns above the others: practice_code,evidence,received_on
      measures.csv:1:1 "ÿ" not-utf-8: the byte FF is not UTF-8; expected UTF-8 in the whole file; it looks like Windows-1252, which is what a spreadsheet saves as plain "CSV" -> save the file again as "CSV UTF-8 (Comma delimited)", or give --encoding windows-1252
      measures.csv:1 "ÿ" no-header: no row holds the names of the columns; expected practice_code, measure, as_at, numerator, denominator above the rows; the file was not read -> put a first row with the names of the columns above the others: practice_code,measure,as_at,numerator,denominator
      claims.csv:1 "sep=," separator-line: the first line tells a spreadsheet which separator to use; expected the names of the columns; the file was not read -> save the file again as "CSV UTF-8 (Comma delimited)", or delete this line if the cells are separated by commas"
    `);
  });

  it('says the same whatever the order of its rows', async () => {
    const rows = [
      'Z00001,plan,2015-09-01',
      'Z00042,plan,2015-09-02',
      'Z00001,audit-report,2015-09-03',
      'Z00042,audit-report,2015-09-04',
    ];
    const codes = ['Z00042', 'Z00001', 'Z00007', 'Z00003'];
    const readIn = async (codesInOrder: readonly string[], rowsInOrder: readonly string[]) => {
      const { folder, findings } = await readFiles({
        'practices.csv': `practice_code,practice_name\n${codesInOrder.map((code) => `${code},${code}\n`).join('')}`,
        'list-sizes.csv': `practice_code,as_at,patients\n${codesInOrder.map((code) => `${code},2015-03-31,${code.slice(1)}\n`).join('')}`,
        'evidence.csv': `practice_code,evidence,received_on\n${rowsInOrder.join('\n')}\n`,
      });
      expect(findings.map(({ code }) => code)).toEqual(['blank-covers-all', 'blank-covers-all']);
      const { practices, listSizes, evidence } = folder.facts;
      return {
        practices: practices.map(({ line, ...practice }) => practice),
        listSizes: practices.map(({ code }) => listSizes.get(code)?.patients),
        evidence: practices.map(({ code }) => new Set(evidence.get(code)?.map(({ line, ...row }) => row))),
      };
    };
    const asWritten = await readIn(codes, rows);
    const shuffled = (of: readonly string[]) => fc.shuffledSubarray([...of], { minLength: of.length });
    await fc.assert(
      fc.asyncProperty(shuffled(codes), shuffled(rows), async (codesInOrder, rowsInOrder) => {
        expect(await readIn(codesInOrder, rowsInOrder)).toEqual(asWritten);
      }),
      { numRuns: 30 },
    );
  });
});

describe('the tables that a scheme asks for', () => {
  it('are those that it can use', () => {
    const uses = (asked: Scheme) => tables.map(({ file }) => [file, useOf(file, asked)]);
    expect(uses(everyTable)).toEqual([
      ['practices.csv', 'needed'],
      ['memberships.csv', 'optional'],
      ['successions.csv', 'optional'],
      ['list-sizes.csv', 'needed'],
      ['evidence.csv', 'needed'],
      ['claims.csv', 'needed'],
      ['measures.csv', 'needed'],
      ['decisions.csv', 'optional'],
      ['plans.csv', 'optional'],
      ['paid.csv', 'optional'],
      ['payees.csv', 'optional'],
    ]);
    expect(uses(listsOnly).slice(3, 7)).toEqual([
      // The scheme counts no patients: lists are only shown.
      ['list-sizes.csv', 'optional'],
      ['evidence.csv', 'unused'],
      ['claims.csv', 'unused'],
      ['measures.csv', 'unused'],
    ]);
  });

  it.each([
    ['Paid.csv', 'paid.csv'],
    ['payed.csv', 'paid.csv'],
    ['paid (1).csv', 'paid.csv'],
    ['paid - Copy.csv', 'paid.csv'],
    ['Copy of paid.csv', 'paid.csv'],
    ['decisions.csv.csv', 'decisions.csv'],
    ['desicions.csv', 'decisions.csv'],
    ['claims v2.csv', 'claims.csv'],
    ['list_sizes.csv', 'list-sizes.csv'],
    ['payees.xlsx', 'payees.csv'],
  ])('are not missed under the name %s', async (name, table) => {
    const told = await toldAfter((dir) => writeFileSync(join(dir, name), ''));
    expect(told).toContain(`${name} misnamed-file: the name is close to ${table}, and`);
  });

  it.each(['Thumbs.db', 'desktop.ini', '~$paid.xlsx', '._paid.csv', '.~lock.paid.csv#'])(
    'say nothing of %s, which a system leaves behind',
    async (name) => {
      expect(await toldAfter((dir) => writeFileSync(join(dir, name), ''))).toBe('');
    },
  );

  it('include claims where an event is a share of a value', () => {
    const event = { kind: 'per-event', pounds: { n: 1n, d: 1n }, event: 'meeting', atMost: null, clause: '' } as const;
    const shared = scheme([component('meetings', { kind: 'share', of: event, path: [], clause: '' })]);
    expect(useOf('claims.csv', shared)).toBe('needed');
  });

  it('are described by the columns of the contract', () => {
    const columns = tables.map(({ file, columns }) => [
      file,
      columns.map(({ name, optional }) => `${name}${optional ? '?' : ''}`).join(', '),
    ]);
    expect(columns).toEqual([
      ['practices.csv', 'practice_code, practice_name, locality?, pcn_code?, joined_on?, notice_on?, left_on?'],
      ['memberships.csv', 'practice_code, from, locality?, pcn_code?'],
      ['successions.csv', 'old_code, new_code, from, reference?'],
      ['list-sizes.csv', 'practice_code, as_at, patients, population?'],
      ['evidence.csv', 'practice_code, evidence, component?, period?, received_on, quantity?, reference?'],
      ['claims.csv', 'practice_code, event, event_id, event_date, claimed_on, attendee?, person?, amount?, reference?'],
      ['measures.csv', 'practice_code, measure, item?, as_at, numerator, denominator'],
      [
        'decisions.csv',
        'practice_code, component?, decision, evidence?, period?, proportion?, amount?, decided_on, decided_by, reason',
      ],
      [
        'plans.csv',
        'practice_code, component, amount, instalments, first_on, every, at_most?, decided_on, decided_by, reason',
      ],
      ['paid.csv', 'practice_code, component, period, amount, paid_on, payee_code?, reference?'],
      ['payees.csv', 'practice_code, component?, payee_code, payee_name?, agreed_on, reference?'],
    ]);
  });
});

describe('a data folder that is read again', () => {
  const files = {
    'evidence.csv':
      'practice_code,evidence,received_on\nZ00042,plan,2015-07-01\nZ00001,plan,2015-07-02\nZ00001,audit-report,2016-01-02\n',
  };
  const linesOf = (evidence: ReadonlyMap<string, readonly { readonly line: number }[]>) =>
    [...evidence].map(([code, rows]) => [code, rows.map(({ line }) => line)]);

  it('is looked at for the evidence of some, and nothing is told twice of what is hard to believe', async () => {
    const { folder, findings } = await readFiles(files);
    expect(linesOf(folder.facts.evidence)).toEqual([
      ['Z00042', [2]],
      ['Z00001', [3, 4]],
    ]);
    expect(findings.map(({ code }) => code)).toEqual(['blank-covers-all']);
    const again = await readFiles(files, { again: { evidenceOf: new Set(['Z00001']) } });
    expect(linesOf(again.folder.facts.evidence)).toEqual([['Z00001', [3, 4]]]);
    expect(again.folder.counts).toEqual(folder.counts);
    expect(again.findings).toEqual([]);
  });

  it.each([
    ['codes follow one another', 'successions.csv', 'old_code,new_code,from\n'],
    [
      'plans may name several',
      'plans.csv',
      'practice_code,component,period,kind,amount,decided_on,decided_by,reason\n',
    ],
  ])('is looked at for the evidence of all where %s', async (_, file, header) => {
    const again = await readFiles({ ...files, [file]: header }, { again: { evidenceOf: new Set(['Z00001']) } });
    expect(linesOf(again.folder.facts.evidence)).toEqual([
      ['Z00042', [2]],
      ['Z00001', [3, 4]],
    ]);
  });
});
