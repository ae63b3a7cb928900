import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimsFile } from '../../../src/data/claims/claims.ts';
import { sha256Of } from '../../../src/data/files/input.ts';
import type { PracticesRead } from '../../../src/data/tables/practices.ts';
import { day } from '../../../src/domain/day.ts';
import type { Claim } from '../../../src/domain/facts.ts';
import { saidFinding } from '../../../src/domain/findings/finding.ts';
import { plainWords } from '../../../src/domain/words/words.ts';
import { inOneLine, readFiles, tell, withFolder } from '../made-folder.ts';

const header = 'practice_code,event,event_id,event_date,claimed_on';
const row = 'Z00042,meeting,M-2015-05-01,2015-05-01,2015-06-01';

describe('claims.csv', () => {
  it('is read row by row', async () => {
    const file = `reference,${header},attendee\n1,Z00042,meeting,M-2015-05-01,2015-05-01,2015-06-01,Dr Jones\n"=2",Z00001,party,"A ""party""",2015-05-02,2015-06-02,\n`;
    const { claims, findings } = await readFiles({ 'claims.csv': file });
    expect(findings.map(({ code, line }) => [code, line])).toEqual([['unknown-event', 3]]);
    expect(claims).toEqual([
      {
        claim: {
          practice: 1,
          event: 'meeting',
          eventId: 'M-2015-05-01',
          eventDate: day('2015-05-01'),
          claimedOn: day('2015-06-01'),
          line: 2,
        },
        row: '1,Z00042,meeting,M-2015-05-01,2015-05-01,2015-06-01,Dr Jones',
      },
      {
        claim: {
          practice: 0,
          event: 'party',
          eventId: 'A "party"',
          eventDate: day('2015-05-02'),
          claimedOn: day('2015-06-02'),
          line: 3,
        },
        row: '"=2",Z00001,party,"A ""party""",2015-05-02,2015-06-02,',
      },
    ]);
  });

  it('tells what it read', async () => {
    const file = `${header}\r\n${row}\r\n\r\n`;
    await withFolder({ 'claims.csv': file }, async (dir) => {
      const claims = claimsFile({ path: join(dir, 'claims.csv'), encoding: 'utf-8', who, events: [] });
      const read = await claims.read(
        () => {},
        () => {},
      );
      const bytes = Buffer.from(file);
      expect(read).toEqual({
        name: 'claims.csv',
        bytes: bytes.length,
        rows: 1,
        sha256: sha256Of(bytes),
        content: null,
      });
    });
  });

  it('may be read twice, and reads the same', async () => {
    await withFolder({ 'claims.csv': `${header}\n${row}\n${row},\nZ1,,,,\n` }, async (dir) => {
      const path = join(dir, 'claims.csv');
      expect(await readBy(path, 7)).toEqual(await readBy(path, 7));
    });
  });

  it('has no date with a letter among its digits', async () => {
    const rows = ['2015-06-3x,2015-06-30', '2015-0x-01,2015-06-30', '2015-06-01,2015-06-1O', '201x-06-01,2015-06-30'];
    const file = `${header}\n${rows.map((dates) => `Z00042,meeting,M-1,${dates}\n`).join('')}`;
    const { claims, findings } = await readFiles({ 'claims.csv': file });
    expect(claims).toEqual([]);
    expect(findings.map(({ code, line, field }) => [code, line, field])).toEqual([
      ['not-a-date', 2, 'event_date'],
      ['not-a-date', 3, 'event_date'],
      ['not-a-date', 4, 'claimed_on'],
      ['not-a-date', 5, 'event_date'],
    ]);
  });

  it('may end in quite empty lines, of which nothing is told', async () => {
    const { claims, findings } = await readFiles({ 'claims.csv': `${header}\n${row}\n\n\n` });
    expect([claims.length, findings]).toEqual([1, []]);
  });

  it('is told of every mistake of a row', async () => {
    const rows = [
      'Z00099,meeting,M-1,2015-05-01,2015-06-01',
      'Z00042,,,2015-05-01,',
      'Z00042, meeting,M-1 ,01/05/2015,2015-02-30',
      'Z00042,meeting,#N/A,2015-05-01,2015-06-01',
      'Z00042,meeting,M\u200b1,2015-05-01,2015-06-01',
      'Z00042,meeting,M-1,2015-05-01',
      'Z00042,meeting,M-1,2015-05-01,2015-06-01,x',
    ];
    expect(await tell({ 'claims.csv': `${header}\n${rows.join('\n')}\n` })).toMatchInlineSnapshot(`
      "claims.csv:2:1 practice_code "Z00099" unknown-practice: is not in practices.csv; expected a practice that is -> add the practice to practices.csv, or correct the code here
      claims.csv:3:2 event "" blank-cell: is blank; expected a value -> fill the cell in, or remove the row
      claims.csv:3:3 event_id "" blank-cell: is blank; expected a value -> fill the cell in, or remove the row
      claims.csv:3:5 claimed_on "" blank-cell: is blank; expected a value -> fill the cell in, or remove the row
      claims.csv:4:2 event " meeting" surrounding-space: begins or ends with a space; expected none -> remove the space: in a spreadsheet, TRIM() does it for a whole column
      claims.csv:4:3 event_id "M-1 " surrounding-space: begins or ends with a space; expected none -> remove the space: in a spreadsheet, TRIM() does it for a whole column
      claims.csv:4:4 event_date "01/05/2015" not-a-date: is not a date as it is written here; expected a date as YYYY-MM-DD, such as 2017-04-30 -> if 1 May 2015 is meant, write 2015-05-01; set the format of the column to YYYY-MM-DD and save the file again
      claims.csv:4:5 claimed_on "2015-02-30" not-a-date: is no day of the calendar; expected a day from 01 to 28 in that month -> correct the date
      claims.csv:5:3 event_id "#N/A" spreadsheet-error: is the error that a spreadsheet shows in place of a value; expected the value -> mend the formula in the spreadsheet, or type the value in its place, and save the file again
      claims.csv:6:3 event_id "M\\u{200B}1" strange-character: holds a zero-width space (U+200B); expected text without it -> delete that character, or type the cell again
      claims.csv:7 "Z00042,meeting,M-1,2015-05-01" too-few-cells: the row has 4 cells; expected 5, as many as the header -> add what is missing; if the row above ends in the middle of a cell, take the line break out of that cell
      claims.csv:8 "Z00042,meeting,M-1,2015-05-01,2015-06-01,x" too-many-cells: the row has 6 cells; expected 5, as many as the header -> put the cell that holds a comma in double quotes, and write numbers without separators; if every row has as many, a column has no name: add it to the first row"
    `);
  });

  it('is told of events that the scheme does not pay for, and takes their claims', async () => {
    const rows = ['Meeting', 'metings', 'party'].map((event) => `Z00042,${event},M-1,2015-05-01,2015-06-01`);
    const files = { 'claims.csv': `${header}\n${rows.join('\n')}\n` };
    expect((await readFiles(files)).claims).toHaveLength(3);
    expect(await tell(files)).toMatchInlineSnapshot(`
      "claims.csv:2:2 event "Meeting" unknown-event (warning): is no event that the scheme pays for; expected meeting; the claim is refused -> did you mean meeting?
      claims.csv:3:2 event "metings" unknown-event (warning): is no event that the scheme pays for; expected meeting; the claim is refused -> did you mean meeting?
      claims.csv:4:2 event "party" unknown-event (warning): is no event that the scheme pays for; expected meeting; the claim is refused -> write one of these, in the same spelling"
    `);
  });

  it('is told of a practice that has more claims than can be judged, once', async () => {
    const rows = ['Z00042', 'Z00042', 'Z00001', 'Z00042', 'Z00042'].map((code) => `${code}${row.slice(6)}\n`);
    await withFolder({ 'claims.csv': `${header}\n${rows.join('')}` }, async (dir) => {
      const path = join(dir, 'claims.csv');
      const { claims, told } = await readBy(path, 1 << 16, { mostOfOne: 2 });
      expect(claims.map(({ practice, line }) => [practice, line])).toEqual([
        [1, 2],
        [1, 3],
        [0, 4],
      ]);
      expect(told).toEqual([
        'claims.csv practice_code "Z00042" too-many-claims: the practice has more than 2 claims; expected no more than that of any one -> check that the practice codes are those of the practices, and that no claims stand in the file many times',
      ]);
    });
  });

  it('is told of its header', async () => {
    expect(await tell({ 'claims.csv': `${header.replace('event_id', 'id')}\n${row}\n` })).toMatchInlineSnapshot(`
      "claims.csv:1:3 id "id" unknown-column: is no column of this table; expected practice_code, event, event_id, event_date, claimed_on, attendee, reference, notes, or a name that begins with x_ -> remove the column, or name it x_… so that it is ignored
      claims.csv:1 event_id missing-column: the column event_id is missing; expected it to hold the event itself: the same for everybody who was there -> add the column event_id"
    `);
  });

  it('is told of nothing on account of a practice whose own row is spoilt', async () => {
    const practices = 'practice_code,practice_name,left_on\nZ00001,One,\nZ00042,Two,01-Mar\n';
    const files = { 'practices.csv': practices, 'claims.csv': `${header}\n${row}\n` };
    const { claims, findings } = await readFiles(files);
    expect(claims).toEqual([]);
    expect(findings.map(({ file, code }) => [file, code])).toEqual([['practices.csv', 'not-a-date']]);
  });

  it('is given up at a line without an end', async () => {
    const file = `${header}\n${row}\n${'x'.repeat(5_000_000)}`;
    expect((await tell({ 'claims.csv': file })).replace(/x+/, 'x…')).toMatchInlineSnapshot(
      `"claims.csv:3 line-too-long: the line is longer than a million characters; ex…pected a row of a table; the rest of the file was not read -> check that this is the right file, and that its lines have ends"`,
    );
    await withFolder({ 'claims.csv': file }, async (dir) => {
      const path = join(dir, 'claims.csv');
      expect(await readBy(path, 3_000_000)).toEqual(await readBy(path, 6_000_000));
    });
  });
});

describe('the chunks in which claims are read', () => {
  const cell = fc.constantFrom(
    ...['Z00001', 'Z00042', 'z00042', 'Z0001', 'meeting', 'réunion', 'M-2015-05-01-early', 'M 1', ' M', 'M\u00a01'],
    ...['2015-05-01', '2015-02-30', '01/05/2015', '', '"M, 1"', '"M', 'M"', '#N/A', 'M\t1', '日本🏥'],
  );
  const sound = fc.constantFrom(row, row.replace('meeting', 'réunion'), `${row.slice(0, 7)}"meeting"${row.slice(14)}`);
  const line = fc.oneof(
    sound,
    sound,
    fc.array(cell, { minLength: 4, maxLength: 6 }).map((cells) => cells.join(',')),
  );
  const end = fc.constantFrom('\n', '\n', '\r\n', '\n\n', '\r');
  const file = fc
    .array(fc.tuple(line, end), { maxLength: 12 })
    .map((lines) => `${header}\n${lines.map((each) => each.join('')).join('')}`);
  const bytes = fc
    .tuple(file, fc.constantFrom('utf8', 'utf8', 'latin1'))
    .map(([text, encoding]) => Buffer.from(text, encoding));

  it('change nothing, claims or findings', async () => {
    await fc.assert(
      fc.asyncProperty(bytes, fc.integer({ min: 1, max: 40 }), (content, chunkBytes) =>
        withFolder({ 'claims.csv': content }, async (dir) => {
          const path = join(dir, 'claims.csv');
          expect(inOrder(await readBy(path, chunkBytes))).toEqual(inOrder(await readBy(path, 1 << 16)));
        }),
      ),
      { numRuns: 200 },
    );
  });
});

describe('the short way of a claim', () => {
  const code = fc.constantFrom('Z00001', 'Z00042', 'Z00099', 'z00001', '');
  const name = fc.oneof(
    fc.constantFrom('meeting', 'M, 1', '', ' ', ' M', 'M ', '#N/A', '##'),
    fc.stringMatching(/^[ !#-+\--~]{0,16}$/),
  );
  const date = fc.constantFrom('2015-05-01', '2016-02-29', '2015-02-29', '1899-12-31', '2015-5-1', '', ' 2015-05-01');
  /** As it is, in quotes, or in quotes that are amiss. */
  const quoting = fc.constantFrom<(cell: string) => string>(
    ...[(cell: string) => cell, (cell: string) => `"${cell}"`, (cell: string) => `"${cell}"`],
    ...[(cell: string) => `"${cell}`, (cell: string) => `${cell}"`, (cell: string) => `"${cell}"x`],
    ...[(cell: string) => `x"${cell}"`, (cell: string) => `"${cell}"""`, (cell: string) => `""${cell}""`],
  );
  const sound = ['Z00001', 'meeting', 'M 1', '2015-05-01', '2016-02-29', 'Dr Jones'];
  const cells = [code, name, name, date, date, name];
  /** Any cells, or sound ones of which one at the most is not; in quotes here and there, or in quotes that are amiss in one place. */
  const claimRow = fc
    .tuple(
      fc.oneof(
        fc.tuple(...cells),
        fc
          .nat({ max: 5 })
          .chain((at) => fc.tuple(...cells.map((cell, i) => (i === at ? cell : fc.constant(sound[i] ?? ''))))),
        fc.constant(sound),
      ),
      fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
      fc.nat({ max: 5 }),
      quoting,
    )
    .map(([row, inQuotes, amissAt, amiss]) =>
      row.map((cell, i) => (i === amissAt ? amiss(cell) : inQuotes[i] ? `"${cell}"` : cell)).join(','),
    );

  /** A file of these rows with a cell more. */
  const marked = (rows: readonly string[], mark: string) =>
    `${header},attendee,x_way\n${rows.map((each) => `${each},${mark}\n`).join('')}`;

  it('takes the claims that the careful way takes, and no others', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(claimRow, { minLength: 1, maxLength: 20 }), (rows) =>
        withFolder({ 'claims.csv': marked(rows, 'e') }, async (dir) => {
          const quick = await readBy(join(dir, 'claims.csv'), 1 << 16);
          // The letter beyond ASCII sends every row the careful way.
          const careful = marked(rows, 'é');
          await withFolder({ 'claims.csv': careful }, async (other) => {
            const { claims, codes } = await readBy(join(other, 'claims.csv'), 1 << 16);
            expect({ claims: quick.claims, codes: quick.codes }).toEqual({ claims, codes });
          });
        }),
      ),
      { numRuns: 300 },
    );
  });
});

const who: PracticesRead = {
  practices: ['Z00001', 'Z00042'].map((code) => ({
    code,
    name: code,
    locality: null,
    pcn: null,
    joinedOn: null,
    noticeOn: null,
    leftOn: null,
    line: 2,
  })),
  named: new Set(['Z00001', 'Z00042']),
};

/** What is not UTF-8 is told before the other mistakes of its chunk. */
function inOrder({ told, codes, ...read }: Awaited<ReturnType<typeof readBy>>) {
  return { ...read, told: told.sort(), codes: codes.sort() };
}

async function readBy(path: string, chunkBytes: number, more: { readonly mostOfOne?: number } = {}) {
  const claims: Claim[] = [];
  const rows: string[] = [];
  const told: string[] = [];
  const codes: string[] = [];
  const file = claimsFile({ path, encoding: 'utf-8', who, events: ['meeting'], chunkBytes, ...more });
  const input = await file.readEach(
    (claim, text) => {
      claims.push(claim);
      rows.push(text);
    },
    (finding) => {
      told.push(inOneLine(saidFinding(plainWords, finding)));
      codes.push(`${finding.line} ${finding.code}`);
    },
  );
  return { claims, rows, told, codes, input };
}
