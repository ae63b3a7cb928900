import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/day.ts';
import { imported, rowsOf, told } from '../make/imports.ts';
import { workbook } from '../make/workbooks.ts';

const practices = 'practice_code,practice_name\nZ81001,The First\nZ81002,The Second\n';

function lists(list: string, said: Parameters<typeof imported>[1] = {}) {
  return imported({ 'practices.csv': practices, 'list.csv': list }, said);
}

const totals = [
  'PUBLICATION,EXTRACT_DATE,TYPE,CCG_CODE,ONS_CCG_CODE,CODE,POSTCODE,SEX,AGE,NUMBER_OF_PATIENTS',
  'GP_PRAC_PAT_LIST,01JAN2021,GP,11J,E1,Z81001,ZZ1 1ZZ,ALL,ALL,4168',
  'GP_PRAC_PAT_LIST,01JAN2021,GP,11J,E1,Z81002,ZZ1 1ZZ,ALL,ALL,20500',
  'GP_PRAC_PAT_LIST,01JAN2021,GP,00V,E1,Z99999,ZZ1 1ZZ,ALL,ALL,*',
].join('\n');

describe('a national list of patients', () => {
  it('of totals is taken for the practices that take part, stars of others left', () => {
    const read = lists(totals);
    expect(rowsOf(read, 'list-sizes.csv')).toEqual([
      'Z81001 | 2021-01-01 | 4168 <- list.csv:2',
      'Z81002 | 2021-01-01 | 20500 <- list.csv:3',
    ]);
    expect(told(read)).toEqual([]);
  });

  it.each(['01SEP2017', '01-Sep-17', '1 Sep 2017', '2017-09-01', '01sep2017', '01Sep2017'])(
    'has its day as %s',
    (spelt) => {
      expect(rowsOf(lists(totals.replaceAll('01JAN2021', spelt)), 'list-sizes.csv')[0]).toBe(
        'Z81001 | 2017-09-01 | 4168 <- list.csv:2',
      );
    },
  );

  it('has a title above, small letters, and the names of columns of after 2022', () => {
    const since = totals
      .replace('ONS_CCG_CODE', 'ONS_SUB_ICB_LOCATION_CODE')
      .replace('CCG_CODE', 'SUB_ICB_LOCATION_CODE');
    expect(rowsOf(lists(`Patients Registered at a GP Practice\n\n${since.toLowerCase()}`), 'list-sizes.csv')).toEqual([
      'Z81001 | 2021-01-01 | 4168 <- list.csv:4',
      'Z81002 | 2021-01-01 | 20500 <- list.csv:5',
    ]);
  });

  it('tells a star of a practice that takes part', () => {
    const read = lists(totals.replace('20500', '*'));
    expect(told(read)).toEqual(['list.csv:3:10 NUMBER_OF_PATIENTS not-a-whole-number']);
  });

  it.each([
    [
      '2013 to 2015',
      'GP_PRACTICE_CODE,POSTCODE,CCG_CODE,NHSE_AREA_TEAM_CODE,NHSE_REGION_CODE,TOTAL_ALL,TOTAL_MALE,TOTAL_FEMALES,MALE_0-4',
      'ZZ1 1ZZ,00K,Q45,Y54',
    ],
    [
      '2016 to 2017',
      'PRACTICE_CODE,POSTCODE,CCG_CODE,ONS_CCG_CODE,NHSE_REGION_CODE,TOTAL_ALL,TOTAL_MALE,TOTAL_FEMALE,MALE_0_1',
      'ZZ1 1ZZ,00K,E38000075,Y54',
    ],
  ])('of %s has no day, and is taken with --as-at', (_, header, middle) => {
    const list = `${header}\nZ81001,${middle},4168,2000,2168,2000\nZ81002,${middle},20500,10000,10500,10000\n`;
    expect(told(lists(list))).toEqual(['list.csv as-at-missing']);
    expect(rowsOf(lists(list, { asAt: day('2015-04-01') }), 'list-sizes.csv')).toEqual([
      'Z81001 | 2015-04-01 | 4168 <- list.csv:2',
      'Z81002 | 2015-04-01 | 20500 <- list.csv:3',
    ]);
  });

  it('by five-year age gives its totals, and never one band for the whole', () => {
    const header = 'PUBLICATION,EXTRACT_DATE,ORG_TYPE,ORG_CODE,ONS_CODE,POSTCODE,SEX,AGE_GROUP_5,NUMBER_OF_PATIENTS\n';
    const row = (code: string, sex: string, age: string, patients: number) =>
      `GP_PRAC_PAT_LIST,01Jan2022,GP,${code},,ZZ1 1ZZ,${sex},${age},${patients}\n`;
    const whole = header + row('Z81001', 'ALL', 'ALL', 4029) + row('Z81001', 'FEMALE', '0_4', 110);
    expect(rowsOf(lists(whole), 'list-sizes.csv')).toEqual(['Z81001 | 2022-01-01 | 4029 <- list.csv:2']);
    const region = 'GP_PRAC_PAT_LIST,01Jan2022,CCG,16C,,,ALL,ALL,700000\n';
    expect(rowsOf(lists(whole + region), 'list-sizes.csv')).toHaveLength(1);
    const band = lists(header + row('Z81001', 'ALL', '95+', 4));
    expect(rowsOf(band, 'list-sizes.csv')).toEqual([]);
    expect(told(band)).toEqual(['list.csv:1 known-file']);
  });

  it('by sex and single age adds the two sexes up, which stand in two files, and asks for the one that is missing', () => {
    const header = 'EXTRACT_DATE,CCG_CODE,ONS_CCG_CODE,ORG_CODE,POSTCODE,SEX,AGE,NUMBER_OF_PATIENTS\n';
    const men = `${header}01Jan2022,16C,E1,Z81001,ZZ1 1ZZ,MALE,ALL,1900\n01Jan2022,16C,E1,Z81001,ZZ1 1ZZ,MALE,0,20\n`;
    const women = `${header}01Jan2022,16C,E1,Z81001,ZZ1 1ZZ,FEMALE,ALL,2129\n`;
    const both = imported({ 'practices.csv': practices, 'men.csv': men, 'women.csv': women });
    expect(rowsOf(both, 'list-sizes.csv')).toEqual(['Z81001 | 2022-01-01 | 4029 <- men.csv:2; women.csv:2']);
    expect(told(both)).toEqual([]);
    const alone = lists(men);
    expect(told(alone)).toEqual(['list.csv:2 known-file']);
    expect(alone.findings[0]?.message).toBe(
      'is the national list by sex, and holds the male patients of Z81001 only; expected the female ones too',
    );
  });

  it('by area is refused, a single row too', () => {
    const header = 'PUBLICATION,EXTRACT_DATE,PRACTICE_CODE,PRACTICE_NAME,LSOA_CODE,SEX,NUMBER_OF_PATIENTS\n';
    const read = lists(`${header}GP_PRAC_PAT_LIST,04JAN2021,Z81001,THE FIRST SURGERY,E01011959,ALL,7\n`);
    expect(told(read)).toEqual(['list.csv:1 known-file']);
    expect(rowsOf(read, 'list-sizes.csv')).toEqual([]);
  });

  it('of two days is two lists, and of one day twice an error that names both', () => {
    const later = totals.replaceAll('01JAN2021', '01APR2021');
    const two = imported({ 'practices.csv': practices, 'a.csv': totals, 'b.csv': later });
    expect(rowsOf(two, 'list-sizes.csv')).toHaveLength(4);
    expect(told(two)).toEqual([]);
    const twice = imported({ 'practices.csv': practices, 'a.csv': totals, 'b.csv': totals });
    expect(told(twice)).toEqual(['b.csv:2 two-sources', 'b.csv:3 two-sources']);
    expect(twice.findings[0]?.message).toBe(
      'the list of Z81001 at 2021-01-01 stands in a.csv:2 and in b.csv:2; expected it once',
    );
  });

  it('asks whose practices are meant, and takes those of a commissioner', () => {
    expect(told(imported({ 'list.csv': totals }))).toEqual(['list.csv whose-practices']);
    expect(rowsOf(imported({ 'list.csv': totals }, { commissioner: '11j' }), 'list-sizes.csv')).toHaveLength(2);
    expect(told(imported({ 'list.csv': totals }, { commissioner: '99X' }))).toEqual(['list.csv whose-practices']);
  });

  it('is taken of a workbook, with its days and numbers as they are typed', () => {
    const rows = totals
      .split('\n')
      .map((line) => line.split(',').map((cell) => (/^\d+$/.test(cell) ? Number(cell) : cell)));
    const bytes = workbook({ Title: { rows: [['Notes']] }, Totals: { rows: [['Patients registered'], [], ...rows] } });
    expect(rowsOf(imported({ 'practices.csv': practices, 'list.xlsx': bytes }), 'list-sizes.csv')).toEqual([
      'Z81001 | 2021-01-01 | 4168 <- list.xlsx Totals!4',
      'Z81002 | 2021-01-01 | 20500 <- list.xlsx Totals!5',
    ]);
  });
});
