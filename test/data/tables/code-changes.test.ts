import { describe, expect, it } from 'vitest';
import { day, formatDay } from '../../../src/domain/day.ts';
import { formatExact, ratio } from '../../../src/domain/money/ratio.ts';
import type { Joining, Scheme } from '../../../src/domain/scheme/scheme.ts';
import { component, scheme } from '../../make/scheme.ts';
import { type Files, listsOnly, readFiles, tell } from '../made-folder.ts';

const perPatient = component('audits', { kind: 'per-patient', pounds: ratio(1), clause: '13' });
const counted = scheme([perPatient]);
const joining = (list: Joining['list']): Scheme => ({ ...counted, joining: { prorate: 'days', list, clause: '35' } });
const byLocality = scheme([
  component('shared', {
    kind: 'shared',
    within: 'locality',
    of: { kind: 'pounds', pounds: ratio(100) },
    by: null,
    clause: '6',
  }),
]);

/** A folder of practices and lists, which the scheme needs, and of what is given besides. */
function folder(practices: string, lists: readonly string[], more: Files = {}): Files {
  return {
    'practices.csv': `practice_code,practice_name,locality,joined_on,left_on\n${practices}\n`,
    'list-sizes.csv': `practice_code,as_at,patients\n${lists.join('\n')}\n`,
    ...more,
  };
}

const successions = (...rows: string[]) => ({ 'successions.csv': `old_code,new_code,from\n${rows.join('\n')}\n` });
const unused = /^(claims|evidence|measures)\.csv unused-file.*\n?/gm;
const said = async (files: Files, of: Scheme) => (await tell(files, { scheme: of })).replace(unused, '');

/** The list that counts for each practice. */
async function listsOf(files: Files, of: Scheme): Promise<string[]> {
  const { facts } = (await readFiles(files, { scheme: of })).folder;
  return facts.practices.map(({ code }) => {
    const list = facts.listSizes.get(code);
    return list ? `${code} ${formatExact(list.patients)} at ${formatDay(list.asAt)}` : `${code} none`;
  });
}

describe('successions.csv', () => {
  it.each([
    ['a code that becomes itself', ['Z00001,Z00001,2015-07-01'], 'successions.csv:2:2', 'Z00001'],
    [
      'two that become one another',
      ['Z00001,Z00002,2015-07-01', 'Z00002,Z00001,2015-10-01'],
      'successions.csv:3:2',
      'Z00002',
    ],
    [
      'three in a circle, in any order',
      ['Z00003,Z00001,2015-07-01', 'Z00001,Z00002,2015-08-01', 'Z00002,Z00003,2015-10-01'],
      'successions.csv:4:2',
      'Z00002',
    ],
  ])('has no circle: %s', async (_, rows, place, code) => {
    const practices = 'Z00001,One,,,\nZ00002,Two,,,\nZ00003,Three,,,';
    const lists = ['Z00001,2015-03-31,1', 'Z00002,2015-03-31,1', 'Z00003,2015-03-31,1'];
    const told = await said(folder(practices, lists, successions(...rows)), counted);
    expect(told.trim().split('\n')).toEqual([expect.stringContaining(`${place} new_code`)]);
    expect(told).toContain(`succession-circle: leads back to ${code}`);
  });

  it('has every old code once, and codes of practices.csv alone', async () => {
    const rows = successions('Z00001,Z00002,2015-07-01', 'Z00001,Z00002,2015-08-01', 'Z00002,Z00007,2015-10-01');
    const told = await said(folder('Z00001,One,,,\nZ00002,Two,,,', ['Z00001,2015-03-31,1'], rows), counted);
    expect(told.split('\n').map((line) => line.replace(/:.*(succession-twice|unknown-practice).*/, ' $1'))).toEqual([
      'successions.csv succession-twice',
      'successions.csv unknown-practice',
    ]);
  });

  it('asks a new code for the day on which it began, where no list can tell', async () => {
    const of = (joinedOn: string) =>
      said(folder(`Z00001,One,,,\nZ00002,Two,,${joinedOn},`, [], successions('Z00001,Z00002,2015-07-01')), listsOnly);
    expect(await of('')).toMatch(/^practices\.csv:3 joined_on "" new-code-without-beginning: .*\n?$/);
    expect(await of('2015-07-01')).toBe('');
    expect(await of('2010-01-01')).toBe('');
  });
});

describe('a list', () => {
  it('is asked of who takes part under its code, and of nobody else', async () => {
    // Z00001 becomes Z00002; Z00003 left before the term; Z00004 stays.
    const practices = 'Z00001,One,,,\nZ00002,Two,,2015-07-01,\nZ00003,Three,,,2015-03-31\nZ00004,Four,,,';
    const told = await said(folder(practices, [], successions('Z00001,Z00002,2015-07-01')), counted);
    expect(told.split('\n').map((line) => line.slice(0, 55))).toEqual([
      'list-sizes.csv practice_code "Z00001" list-size-missing',
      'list-sizes.csv practice_code "Z00004" list-size-missing',
    ]);
  });

  it('is not asked of a code that had ended when the list was counted, and that has one under the new code', async () => {
    const change = (from: string) =>
      said(
        folder('Z00001,One,,,\nZ00002,Two,,,', ['Z00002,2015-03-31,100'], successions(`Z00001,Z00002,${from}`)),
        counted,
      );
    expect(await change('2015-03-31')).toBe('');
    expect(await change('2015-04-01')).toContain('"Z00001" list-size-missing');
  });

  it('is the earliest from joining on, wherever it stands, or else that at the date of the scheme', async () => {
    const practices =
      'Z00001,One,,2015-08-01,\nZ00002,Two,,2015-08-01,\nZ00003,Three,,2015-04-01,\nZ00004,Four,,2015-08-01,';
    const lists = [
      'Z00001,2015-10-01,130',
      'Z00001,2015-08-01,120',
      'Z00001,2015-07-31,110',
      'Z00001,2015-03-31,100',
      'Z00002,2015-03-31,500',
      'Z00003,2015-03-31,600',
      'Z00003,2015-08-01,700',
      'Z00004,2015-07-31,800',
    ];
    const files = folder(practices, lists);
    // Who is known to have none is told once a period counts it, not here.
    expect(await said(files, joining('first-after'))).toBe('');
    expect(await listsOf(files, joining('first-after'))).toEqual([
      'Z00001 120 at 2015-08-01',
      'Z00002 500 at 2015-03-31',
      'Z00003 600 at 2015-03-31',
      'Z00004 none',
    ]);
    expect(await listsOf(files, joining('none'))).toEqual([
      'Z00001 none',
      'Z00002 none',
      'Z00003 600 at 2015-03-31',
      'Z00004 none',
    ]);
  });
});

describe('joined_on', () => {
  it('needs a rule of the scheme, unless it is in time or the beginning of a code', async () => {
    const practices =
      'Z00001,One,,2015-04-02,\nZ00002,Two,,2015-04-01,\nZ00003,Three,,2015-08-01,\nZ00004,Four,,2015-07-31,';
    const lists = ['Z00001', 'Z00002', 'Z00003', 'Z00004'].map((code) => `${code},2015-03-31,1`);
    const rows = successions('Z00001,Z00003,2015-08-01', 'Z00002,Z00004,2015-08-01');
    const told = await said(folder(practices, lists, rows), counted);
    expect(told.split('\n').map((line) => line.slice(0, 63))).toEqual([
      'practices.csv:2 joined_on "2015-04-02" joining-not-in-scheme: Z',
      'practices.csv:5 joined_on "2015-07-31" joining-not-in-scheme: Z',
    ]);
    expect(await said(folder(practices, lists, rows), joining('none'))).toBe('');
  });
});

describe('memberships.csv', () => {
  it('is read in order of day, and has one row a practice and day', async () => {
    const rows = 'Z00001,2015-10-01,East,N2\nZ00001,2015-07-01,West,\nZ00001,2015-10-01,North,\n';
    const files = folder('Z00001,One,South,,', ['Z00001,2015-03-31,1'], {
      'memberships.csv': `practice_code,from,locality,pcn_code\n${rows}`,
    });
    const { folder: read, findings } = await readFiles(files, { scheme: counted });
    expect(findings.filter(({ severity }) => severity === 'error').map(({ code, line }) => [code, line])).toEqual([
      ['membership-twice', 4],
    ]);
    expect(read.facts.memberships?.get('Z00001')).toEqual([
      { from: day('2015-07-01'), locality: 'West', pcn: null, line: 3 },
      { from: day('2015-10-01'), locality: 'East', pcn: 'N2', line: 2 },
    ]);
  });

  it('spells a locality as practices.csv does: each other spelling is told once', async () => {
    const files = folder(
      'Z00001,One,Cam Valley,,\nZ00002,Two,CAM VALLEY,,\nZ00003,Three,CAM VALLEY,,',
      ['Z00001,2015-03-31,1', 'Z00002,2015-03-31,1', 'Z00003,2015-03-31,1'],
      {
        'memberships.csv':
          'practice_code,from,locality\nZ00001,2015-07-01,Cam  Valley\nZ00002,2015-07-01,Cam Valley\nZ00003,2015-07-01,Cam Vale\n',
      },
    );
    const lines = (text: string) =>
      text.split('\n').map((line) => line.replace(/( \(warning\))?: is spelt (".*?") in ([^,]*), .*/, '$1 $2 $3'));
    expect(lines(await said(files, byLocality))).toEqual([
      'practices.csv:3:3 locality "CAM VALLEY" group-in-two-spellings "Cam Valley" practices.csv line 2',
      'memberships.csv:2:3 locality "Cam  Valley" group-in-two-spellings "Cam Valley" practices.csv line 2',
    ]);
    expect(lines(await said(files, counted))).toEqual([
      'practices.csv:3:3 locality "CAM VALLEY" two-spellings (warning) "Cam Valley" practices.csv line 2',
      'memberships.csv:2:3 locality "Cam  Valley" two-spellings (warning) "Cam Valley" practices.csv line 2',
    ]);
  });
});

describe('the first list of one that joins', () => {
  const change = 'Z00001,Z00002,2015-06-01';
  const practices = 'Z00001,One,,2015-05-10,\nZ00002,Two,,2015-06-01,';

  it('may come under the code that stands for it by then', async () => {
    const under = (lists: readonly string[]) =>
      listsOf(folder(practices, lists, successions(change)), joining('first-after'));
    expect(await under(['Z00001,2015-03-31,1', 'Z00002,2015-07-01,70'])).toEqual([
      'Z00001 70 at 2015-07-01',
      'Z00002 none',
    ]);
    // Before its first day the new code stands for nobody; on one day the old code's own goes first.
    expect(await under(['Z00001,2015-03-31,1', 'Z00002,2015-05-31,70'])).toEqual([
      'Z00001 1 at 2015-03-31',
      'Z00002 none',
    ]);
    const both = ['Z00002,2015-07-01,70', 'Z00001,2015-07-01,60'];
    expect(await under(both)).toEqual(['Z00001 60 at 2015-07-01', 'Z00002 none']);
  });

  it('is no list of several codes that became one', async () => {
    const three = `${practices}\nZ00003,Three,,,`;
    const lists = ['Z00001,2015-03-31,1', 'Z00003,2015-03-31,3', 'Z00002,2015-07-01,70', 'Z00002,2015-10-01,90'];
    const merged = (from: string) =>
      listsOf(folder(three, lists, successions(change, `Z00003,Z00002,${from}`)), joining('first-after'));
    expect((await merged('2015-06-15'))[0]).toBe('Z00001 1 at 2015-03-31');
    // One that joined and then stood for another has no list of its own in that of both.
    const own = 'Z00001,One,,2015-05-10,\nZ00003,Three,,,';
    const of = (day: string) => ['Z00001,2015-03-31,1', 'Z00003,2015-03-31,3', `Z00001,${day},70`];
    const first = async (day: string) =>
      (await listsOf(folder(own, of(day), successions('Z00003,Z00001,2015-06-01')), joining('first-after')))[0];
    expect(await first('2015-05-31')).toBe('Z00001 70 at 2015-05-31');
    expect(await first('2015-06-01')).toBe('Z00001 1 at 2015-03-31');
    // By then it stood for the one alone.
    expect((await merged('2015-08-01'))[0]).toBe('Z00001 70 at 2015-07-01');
  });
});
