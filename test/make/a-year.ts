import { dateCell, formulaCell, type MadeSheet, type Typed, workbook } from './workbooks.ts';

// A year of Dorset as a commissioner might keep it: everything in it is made up.

const numbers = [...Array(79).keys()].map((index) => index + 1);
const codes = numbers.map((number) => `Z10${String(number).padStart(3, '0')}`);
const localities = ['Purbeck', 'Bridport', 'Poole', 'Christchurch'];
const localityOf = (index: number) => localities[index % localities.length] ?? '';

/** A date as one of three people types it: as a date, as a text with the year first, as a text with the day first. */
function typed(day: string, who: number): Typed {
  const [year, month, date] = day.split('-');
  return [dateCell(day), day, `${date}/${month}/${year}`][who % 3] ?? null;
}

/** Six sheets: titles above, merged headings, notes, totals, a footnote, a hidden sheet, dates typed three ways. */
export function yearWorkbook(): Buffer {
  const contents: MadeSheet = {
    rows: [['Improvement plan 2015-16'], ['Sheet', 'Holds'], ['Practices', 'all 79'], ['Returns', 'what came in']],
  };
  const practices: MadeSheet = {
    rows: [
      ['Practices taking part'],
      ['Who', null, 'Where', null],
      ['Practice code', 'Practice name', 'Locality', 'Lead GP'],
      ...codes.map((code, index) => [code, `Surgery ${index + 1}`, localityOf(index), `Dr ${index + 1}`]),
      ['Total', formulaCell('COUNTA(A4:A82)', 79)],
    ],
    merges: ['A1:D1', 'A2:B2', 'C2:D2'],
  };
  const returns: MadeSheet = {
    rows: [
      ['Returns'],
      [],
      ['practice_code', 'evidence', 'period', 'received_on', 'quantity', 'Comments'],
      ...codes.flatMap((code, index): (readonly Typed[])[] => [
        [code, 'claim-sheet', 'Q1', typed('2015-07-09', index), null, index === 4 ? 'rang twice' : null],
        [code, 'development-plan', null, typed('2015-09-04', index + 1)],
        [code, 'integrated-teams-plan', null, typed('2015-09-08', index + 2)],
        [code, 'audit-nsaids', null, typed('2016-05-03', index), formulaCell('20+30', 50)],
      ]),
      [],
      ['Source: mailbox of the improvement plan'],
    ],
    merges: ['A1:F1'],
  };
  const meetings: MadeSheet = {
    rows: [
      ['Practice code', 'Event', 'Event id', 'Event date', 'Claimed on', 'Attendee'],
      ...codes.map((code, index) => [
        code,
        'locality-meeting',
        `LM-${localityOf(index)}-1`,
        dateCell('2015-04-21', 'ddd d mmm yy'),
        typed('2015-06-30', index),
        'practice manager',
      ]),
    ],
  };
  const decisions: MadeSheet = {
    rows: [
      ['practice_code', 'decision', 'evidence', 'decided_on', 'decided_by', 'reason'],
      ['Z10006', 'accept-late', 'development-plan', dateCell('2015-11-15'), 'S. Dyer', 'went astray in the post'],
    ],
  };
  const old: MadeSheet = { rows: [['Lists of last year'], ['do not use'], [1, 2, 3]], hidden: true };
  return workbook({
    Contents: contents,
    Practices: practices,
    Returns: returns,
    Meetings: meetings,
    Decisions: decisions,
    Old: old,
  });
}

/** The national list of April 2015, all England in small: one row a practice, ages across, no day. */
export function yearList(): string {
  const header =
    'GP_PRACTICE_CODE,POSTCODE,CCG_CODE,NHSE_AREA_TEAM_CODE,NHSE_REGION_CODE,TOTAL_ALL,TOTAL_MALE,TOTAL_FEMALES,MALE_0-4';
  const rows = [...codes, 'Z90001', 'Z90002'].map(
    (code, index) => `${code},ZZ1 1ZZ,11J,Q70,Y56,${5000 + index},2500,2500,300`,
  );
  return `${[header, ...rows].join('\n')}\n`;
}

/** The directory of late 2017: 27 columns without names. */
export function yearDirectory(): string {
  const row = (code: string, name: string, closed: string) =>
    `"${code}","${name}","Y56","Q70","1 STREET","","","","","ZZ1 1ZZ","19740401","${closed}","A","B","11J","20130401","","","","","","0","","11J","","4",""`;
  const rows = codes.map((code, index) => row(code, `SURGERY ${index + 1}`, index === 78 ? '20160229' : ''));
  return `${[...rows, row('Z90001', 'ELSEWHERE', '')].join('\r\n')}\r\n`;
}
