import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/day.ts';
import { dorset, imported, rowsOf, told } from '../make/imports.ts';

/** A row of epraccur: 27 cells, of which a few count. */
function directoryRow(
  code: string,
  name: string,
  opened: string,
  closed: string,
  commissioner: string,
  setting = '4',
): string {
  const cells = Array.from({ length: 27 }, () => '');
  const set = { 0: code, 1: name, 10: opened, 11: closed, 12: closed ? 'C' : 'A', 14: commissioner, 25: setting };
  for (const [place, text] of Object.entries(set)) cells[Number(place)] = text;
  return `${cells.map((cell) => `"${cell}"`).join(',')}\n`;
}

const directory =
  directoryRow('Z81001', 'THE FIRST', '19740401', '', '11J') +
  directoryRow('Z81002', 'THE SECOND', '20150701', '20151231', '11J') +
  directoryRow('Z81003', 'OLD', '19740401', '20140331', '11J') +
  directoryRow('Z81004', 'NIGHTS', '19740401', '', '11J', '1') +
  directoryRow('Z81005', 'ELSEWHERE', '19740401', '', '00V');

const practices = 'practice_code,practice_name,locality\nZ81001,First,North\nZ81005,Fifth,South\n';

const map =
  'PUBLICATION,EXTRACT_DATE,PRACTICE_CODE,PRACTICE_NAME,PRACTICE_POSTCODE,PCN_CODE,PCN_NAME,ONS_CCG_CODE,CCG_CODE,CCG_NAME\n' +
  'GP_PRAC_PAT_LIST,01Jan2022,Z81001,"FIRST SURGERY, THE",ZZ1 1ZZ,U00001,FIRST PCN,E1,11J,Somewhere\n' +
  'GP_PRAC_PAT_LIST,01Jan2022,Z81002,SECOND,ZZ1 1ZZ,U,UNALLOCATED,E1,11J,Somewhere\n';

describe('the directory of practices', () => {
  it('gives the general practices of a commissioner that were open within the term', () => {
    const read = imported({ 'epraccur.csv': directory }, { commissioner: '11J' });
    expect(rowsOf(read, 'practices.csv')).toEqual([
      'Z81001 | THE FIRST | 1974-04-01 |  <- epraccur.csv:1',
      'Z81002 | THE SECOND | 2015-07-01 | 2015-12-31 <- epraccur.csv:2',
    ]);
    expect(read.files[0]?.sheets[0]?.converted?.left).toEqual([
      { why: 'of practices that closed before the term', rows: 1, at: '3' },
      { why: 'of other prescribers than general practices', rows: 1, at: '4' },
      { why: 'of practices that do not take part', rows: 1, at: '5' },
    ]);
  });

  it('adds days to the practices of a file, which keep the names that they have there', () => {
    const read = imported({ 'practices.csv': practices, 'epraccur.csv': directory });
    expect(rowsOf(read, 'practices.csv')).toEqual([
      'Z81001 | First | North | 1974-04-01 <- practices.csv:2; epraccur.csv:1',
      'Z81005 | Fifth | South | 1974-04-01 <- practices.csv:3; epraccur.csv:5',
    ]);
    expect(told(read)).toEqual([]);
  });

  it('names the practices of a file of codes alone', () => {
    const read = imported({ 'practices.csv': 'practice_code\nZ81001\n', 'epraccur.csv': directory });
    expect(rowsOf(read, 'practices.csv')).toEqual([
      'Z81001 | THE FIRST | 1974-04-01 <- practices.csv:2; epraccur.csv:1',
    ]);
    const nameless = imported({ 'practices.csv': 'practice_code\nZ81009\n', 'epraccur.csv': directory });
    expect(told(nameless)).toEqual(['practices.csv practice_name missing-column']);
  });

  it('is known with the names of its columns too', () => {
    const named =
      'OrgCode,Name,OpenDate,CloseDate,StatusCode,Commissioner,PrescrSet\nZ82020,HILL GROUP,19740401,20151130,C,11J,4\n';
    expect(rowsOf(imported({ 'e.csv': named }, { commissioner: '11J' }), 'practices.csv')).toEqual([
      'Z82020 | HILL GROUP | 1974-04-01 | 2015-11-30 <- e.csv:2',
    ]);
  });
});

describe('the list of commissioners', () => {
  it('is known, and nothing is taken of it', () => {
    const read = imported({ 'epcmem.csv': '"Z81001","00K","W","20130401","","0"\n' });
    expect(told(read)).toEqual(['epcmem.csv:1 known-file']);
    expect(read.findings[0]?.message).toBe(
      'is the national list of the commissioners of practices (epcmem), which names no networks and has no names of columns; it was not taken',
    );
  });
});

describe('the map of practices', () => {
  it('gives names and networks', () => {
    expect(rowsOf(imported({ 'map.csv': map }, { commissioner: '11J' }), 'practices.csv')).toEqual([
      'Z81001 | FIRST SURGERY, THE | U00001 <- map.csv:2',
      'Z81002 | SECOND | U <- map.csv:3',
    ]);
  });

  it('and the directory are two sources of the names, unless a file has them', () => {
    const both = imported({ 'map.csv': map, 'epraccur.csv': directory }, { commissioner: '11J' });
    expect(told(both)).toEqual(['epraccur.csv practice_name two-sources']);
    expect(both.findings[0]?.message).toBe(
      'map.csv and epraccur.csv both give practice_name; expected one source of a column',
    );
    const three = imported({ 'practices.csv': practices, 'map.csv': map, 'epraccur.csv': directory });
    expect(told(three)).toEqual([]);
    expect(rowsOf(three, 'practices.csv')[0]).toBe(
      'Z81001 | First | North | U00001 | 1974-04-01 <- practices.csv:2; map.csv:2; epraccur.csv:1',
    );
  });
});

describe('the members of networks', () => {
  const members = (rows: string) =>
    `Partner Organisation Code,Partner Name,Practice Parent Sub ICB Location Code,PCN Code,PCN Name,Practice to PCN Relationship Start Date,Practice to PCN Relationship End Date\n${rows}`;

  it('become memberships by day; between two networks, and after the last, a practice has none', () => {
    const list = members(
      'Z81001,A,11J,U00001,One,20190701,20200331\n' +
        'Z81001,A,11J,U00002,Two,20200401,\n' +
        'Z81005,A,11J,U00003,Three,20190701,20210630\n' +
        'Z99999,A,11J,U00003,Three,20190701,\n',
    );
    expect(rowsOf(imported({ 'practices.csv': practices, 'members.csv': list }), 'memberships.csv')).toEqual([
      'Z81001 | 2019-07-01 | U00001 <- members.csv:2',
      'Z81001 | 2020-04-01 | U00002 <- members.csv:3',
      'Z81005 | 2019-07-01 | U00003 <- members.csv:4',
      'Z81005 | 2021-07-01 | U <- members.csv:4',
    ]);
  });

  it('need a day to begin', () => {
    const list = members('Z81001,A,11J,U00001,One,July 2019,\n');
    expect(told(imported({ 'practices.csv': practices, 'members.csv': list }))).toEqual([
      'members.csv:2:6 PRACTICE_TO_PCN_RELATIONSHIP_START_DATE not-a-date',
    ]);
  });
});

describe('achievement, one number a row', () => {
  const measure = {
    id: 'DM001',
    title: 'x',
    numerator: 'n',
    denominator: 'd',
    numeratorUnit: 'patient',
    denominatorUnit: 'patient',
    clause: '1',
  };
  const scheme = { ...dorset, measures: [measure] };
  const rows = (...cells: readonly string[]) =>
    `PRACTICE_CODE,INDICATOR_CODE,MEASURE,VALUE\n${cells.map((cell) => `${cell}\n`).join('')}`;

  it('becomes measures of the scheme, at the day that is given', () => {
    const list = rows(
      'Z81001,DM001,NUMERATOR,40',
      'Z81001,DM001,DENOMINATOR,50',
      'Z81001,DM001,ACHIEVED_POINTS,3',
      'Z81001,AF001,NUMERATOR,1',
    );
    const files = { 'practices.csv': practices, 'qof.csv': list };
    expect(rowsOf(imported(files, { scheme, asAt: day('2016-03-31') }), 'measures.csv')).toEqual([
      'Z81001 | DM001 | 2016-03-31 | 40 | 50 <- qof.csv:2',
    ]);
    expect(told(imported(files, { scheme }))).toEqual(['qof.csv as-at-missing']);
  });

  it('tells a numerator without its denominator', () => {
    const files = { 'practices.csv': practices, 'qof.csv': rows('Z81001,DM001,NUMERATOR,40') };
    expect(told(imported(files, { scheme, asAt: day('2016-03-31') }))).toEqual(['qof.csv:2:3 MEASURE blank-cell']);
  });
});
