import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { yearDirectory, yearList, yearWorkbook } from '../../make/a-year.ts';
import { emptyFolder, quarterday } from '../../make/host.ts';
import { workbook } from '../../make/workbooks.ts';

const scheme = 'dorset-ccip-2015-16';
const names = ['practice_code', 'evidence', 'received_on', 'period'];

/** Writes files into a folder and answers their paths. */
function filesOf(files: Readonly<Record<string, string | Buffer>>): string[] {
  const folder = emptyFolder();
  return Object.entries(files).map(([name, content]) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  });
}

const practices = {
  rows: [
    ['practice_code', 'practice_name'],
    ['Z10001', 'Ash'],
  ],
};
const list = 'practice_code,as_at,patients\nZ10001,2015-03-31,5000\n';
const claims = 'practice_code,event,event_id,event_date,claimed_on\n';

describe('import', () => {
  it('makes a checked data folder of a year of work: a workbook of six sheets, a national list, the directory', async () => {
    const files = filesOf({ 'year.xlsx': yearWorkbook(), 'list.csv': yearList(), 'epraccur.csv': yearDirectory() });
    const out = join(emptyFolder(), 'data');
    const said = ['--scheme', scheme, '--as-at', '2015-04-01', '--dates', 'dmy', '--out', out];
    const { exit, stdout, stderr } = await quarterday(['import', ...files, ...said]);
    expect(stdout).toBe(
      [
        'year.xlsx',
        '  Contents: left (no table: Sheet, Holds)',
        '  Practices: practices.csv, 79 rows taken',
        '    1 row left: totals (row 83)',
        '    columns left: Lead GP',
        '  Returns: evidence.csv, 316 rows taken',
        '    1 row left: a note (row 321)',
        '    columns left: Comments',
        '    79 cells taken from formulas',
        '  Meetings: claims.csv, 79 rows taken',
        '  Decisions: decisions.csv, 1 row taken',
        '  Old: left (no table: 1, 2, 3)',
        'list.csv',
        '  list-sizes.csv, 79 rows taken (national list of patients of 2013 to 2017, ages across)',
        '    2 rows left: of practices that do not take part',
        'epraccur.csv',
        '  practices.csv, 79 rows taken (national directory of practices (epraccur))',
        '    1 row left: of practices that do not take part (row 80)',
        out,
        '  practices.csv    79 rows',
        '  list-sizes.csv   79 rows',
        '  evidence.csv    316 rows',
        '  claims.csv       79 rows',
        '  decisions.csv     1 row',
        '  import.json     where each row comes from',
        '',
      ].join('\n'),
    );
    expect(stderr).toContain('2 warnings in 1 file.\n');
    expect(stderr).toContain(`Next: quarterday check ${scheme} --data ${out}\n`);
    expect(exit).toBe(0);
    expect(readFileSync(join(out, 'evidence.csv'), 'utf8').split('\r\n').slice(0, 6)).toEqual([
      'practice_code,evidence,period,received_on,quantity,x_source',
      'Z10001,claim-sheet,Q1,2015-07-09,,year.xlsx Returns!4',
      'Z10001,development-plan,,2015-09-04,,year.xlsx Returns!5',
      'Z10001,integrated-teams-plan,,2015-09-08,,year.xlsx Returns!6',
      'Z10001,audit-nsaids,,2016-05-03,50,year.xlsx Returns!7',
      'Z10002,claim-sheet,Q1,2015-07-09,,year.xlsx Returns!8',
    ]);
    expect(readFileSync(join(out, 'practices.csv'), 'utf8')).toContain(
      'Z10079,Surgery 79,Poole,1974-04-01,2016-02-29,year.xlsx Practices!82; epraccur.csv:79\r\n',
    );
    const checked = await quarterday(['check', scheme, '--data', out]);
    expect(checked.stderr).not.toContain('error');
    expect(checked.stdout).toContain(`good ${out}: every file can be read for this scheme\n`);
    const run = await quarterday(['run', scheme, '--period', 'Q1', '--as-at', '2015-10-31', '--data', out]);
    expect(run.exit).toBe(0);
  });

  it('gives the same bytes for the same input', async () => {
    const files = filesOf({ 'year.xlsx': yearWorkbook(), 'list.csv': yearList() });
    const folders = [join(emptyFolder(), 'a'), join(emptyFolder(), 'b')];
    for (const out of folders) {
      const { exit } = await quarterday([
        'import',
        ...files,
        '--scheme',
        scheme,
        '--as-at',
        '2015-04-01',
        '--dates',
        'dmy',
        '--out',
        out,
      ]);
      expect(exit).toBe(0);
    }
    const [first, second] = folders.map((out) =>
      readdirSync(out)
        .sort()
        .map((name) => [name, readFileSync(join(out, name), 'utf8')]),
    );
    expect(first).toEqual(second);
    expect(first?.map(([name]) => name)).toEqual([
      'claims.csv',
      'decisions.csv',
      'evidence.csv',
      'import.json',
      'list-sizes.csv',
      'practices.csv',
    ]);
  });

  it('keeps in import.json what was taken, what was left and why', async () => {
    const rows = [['Returns'], [...names, 'Comments'], ['Z10001', 'claim-sheet', '2015-07-09', 'Q1'], ['Total', 1]];
    const files = filesOf({ 'book.xlsx': workbook({ P: practices, Returns: { rows }, Notes: { rows: [['x']] } }) });
    const out = join(emptyFolder(), 'data');
    await quarterday(['import', ...files, '--scheme', scheme, '--out', out]);
    const text = readFileSync(join(out, 'import.json'), 'utf8');
    expect(text.startsWith('{\n  "format": "quarterday/import/1",')).toBe(true);
    const record = JSON.parse(text);
    expect(record.files[0].sheets[1]).toEqual({
      sheet: 'Returns',
      what: 'evidence.csv',
      table: 'evidence.csv',
      hidden: false,
      range: 'A2:D3',
      columns: { practice_code: 'A', evidence: 'B', period: 'D', received_on: 'C' },
      columns_left: [{ column: 'E', name: 'Comments', why: 'no column of the table' }],
      rows_taken: 1,
      rows_left: [{ why: 'totals', rows: 1, at: '4' }],
      formulas: 0,
    });
    expect(record.files[0].sheets[2]).toEqual({ sheet: 'Notes', table: null, left: 'no table: x' });
    expect(record.files[0].sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(record.tables.map(({ file, rows }: { file: string; rows: number }) => [file, rows])).toEqual([
      ['practices.csv', 1],
      ['evidence.csv', 1],
    ]);
  });

  it('writes nothing unless all is sound, and with --partial the tables that are', async () => {
    const bad = { rows: [names, ['Z10001', 'claim-sheet', '03/04/2015', 'Q1']] };
    const files = filesOf({ 'book.xlsx': workbook({ P: practices, Returns: bad }) });
    const out = join(emptyFolder(), 'data');
    const whole = await quarterday(['import', ...files, '--scheme', scheme, '--out', out]);
    expect(whole.exit).toBe(1);
    expect(whole.stdout).toBe('');
    expect(whole.stderr).toContain('  book.xlsx Returns!C2  received_on  "03/04/2015"\n');
    expect(whole.stderr).toContain('1 error in 1 file. Nothing was written.\n');
    expect(existsSync(out)).toBe(false);
    const part = await quarterday(['import', ...files, '--scheme', scheme, '--out', out, '--partial']);
    expect(part.exit).toBe(1);
    expect(part.stdout).toContain('  evidence.csv   left out, because of the errors below\n');
    expect(part.stderr).toContain(`1 error in 1 file. The data folder ${out} is written, without evidence.csv.\n`);
    expect(readdirSync(out).sort()).toEqual(['import.json', 'practices.csv']);
    expect(JSON.parse(readFileSync(join(out, 'import.json'), 'utf8')).left_out).toEqual(['evidence.csv']);
  });

  it('lets every later finding name the cell that a person typed', async () => {
    const rows = [
      ['Returns'],
      names,
      ['Z10001', 'development-plan', '2015-07-09'],
      ['Z10009', 'development-plan', '2015-07-09'],
    ];
    const files = filesOf({
      'evidence.xlsx': workbook({ Evidence: { rows }, P: practices }),
      'list.csv': list,
      'claims.csv': claims,
    });
    const out = join(emptyFolder(), 'data');
    expect((await quarterday(['import', ...files, '--scheme', scheme, '--out', out])).exit).toBe(0);
    const says = '  evidence.csv:3:1, from evidence.xlsx Evidence!A4  practice_code  "Z10009"\n';
    expect((await quarterday(['check', scheme, '--data', out])).stderr).toContain(says);
    const run = ['run', scheme, '--period', 'Q1', '--as-at', '2015-10-31', '--data', out];
    expect((await quarterday(run)).stderr).toContain(says);
    const lines = (await quarterday([...run, '--format', 'json'])).stderr;
    expect(lines).toContain('"source":"evidence.xlsx Evidence!A4"}\n');
    writeFileSync(
      join(out, 'list-sizes.csv'),
      'practice_code,as_at,patients,x_source\nZ10001,2015-03-31,many,list.csv:2\n',
    );
    expect((await quarterday(run)).stderr).toContain('  list-sizes.csv:2:3, from list.csv:2:3  patients  "many"\n');
    writeFileSync(join(out, 'import.json'), 'spoilt');
    expect((await quarterday(run)).stderr).toContain('  list-sizes.csv:2:3, from list.csv:2  patients  "many"\n');
  });

  it('takes a sheet for the table that it is said to be', async () => {
    const rows = [
      ['practice_code', 'from', 'pcn_code', 'practice_name', 'locality'],
      ['Z10001', '2015-04-01', 'P1', 'Ash', 'N'],
    ];
    const files = filesOf({ 'book.xlsx': workbook({ Moves: { rows }, P: practices }) });
    const out = join(emptyFolder(), 'data');
    const said = ['--sheet', 'Moves=memberships', '--sheet', 'P=practices.csv'];
    expect((await quarterday(['import', ...files, '--scheme', scheme, '--out', out, ...said])).exit).toBe(0);
    expect(readFileSync(join(out, 'memberships.csv'), 'utf8')).toBe(
      'practice_code,from,locality,pcn_code,x_source\r\nZ10001,2015-04-01,N,P1,book.xlsx Moves!2\r\n',
    );
  });

  it.each([
    ['a sheet that is not there', ['--sheet', 'Move=memberships'], 2, 'did you mean Moves?'],
    ['a table that there is not', ['--sheet', 'Moves=members'], 2, 'there is no such table in a data folder'],
    ['a sheet without its table', ['--sheet', 'Moves'], 2, 'write it as NAME=TABLE'],
    ['a day that is none', ['--as-at', '1 April'], 2, 'a date is written as YYYY-MM-DD'],
    ['an order of dates that it has not', ['--dates', 'mdy'], 2, 'dmy'],
    ['a file that is not there', ['none.csv'], 2, 'there is no file at this path'],
  ])('refuses %s', async (_, said, exit, says) => {
    const files = filesOf({
      'book.xlsx': workbook({
        Moves: {
          rows: [
            ['practice_code', 'from'],
            ['Z10001', '2015-04-01'],
          ],
        },
        P: practices,
      }),
    });
    const out = join(emptyFolder(), 'data');
    const told = await quarterday(['import', ...files, ...said, '--scheme', scheme, '--out', out]);
    expect([told.exit, existsSync(out)]).toEqual([exit, false]);
    expect(told.stderr).toContain(says);
  });

  it('never writes into a folder that holds anything, and takes no two files of one name', async () => {
    const [path = ''] = filesOf({ 'book.xlsx': workbook({ P: practices }) });
    const [same = ''] = filesOf({ 'book.xlsx': workbook({ P: practices }) });
    const out = emptyFolder();
    expect((await quarterday(['import', path, same, '--scheme', scheme, '--out', out])).exit).toBe(2);
    expect((await quarterday(['import', path, '--scheme', scheme, '--out', out])).exit).toBe(0);
    const again = await quarterday(['import', path, '--scheme', scheme, '--out', out]);
    expect(again.exit).toBe(4);
    expect(again.stderr).toContain('error target-exists ');
  });
});
