import { describe, expect, it } from 'vitest';
import { day, formatDay } from '../../../src/domain/day.ts';
import { formatExact, ratio } from '../../../src/domain/money/ratio.ts';
import type { Quantity } from '../../../src/domain/scheme/quantity.ts';
import type { Scheme } from '../../../src/domain/scheme/scheme.ts';
import { run } from '../../make/facts.ts';
import { component } from '../../make/scheme.ts';
import { everyTable, listsOnly, readFiles } from '../made-folder.ts';

const weighted: Quantity = { kind: 'patients', population: 'weighted' };
const anew: Quantity = { kind: 'patients', at: 'each-period' };

/** A scheme that counts these patients beside its own. */
function counting(counted: Quantity): Scheme {
  const of: Quantity = { kind: 'rate', pounds: ratio(1), for: counted };
  return { ...everyTable, components: [component('counted', { kind: 'quantity', of, clause: '1' })] };
}

async function read(scheme: Scheme, rows: string) {
  const files = { 'list-sizes.csv': `practice_code,as_at,patients,population\n${rows}` };
  const { folder, findings } = await readFiles(files, { scheme });
  const lists = [...(folder.facts.otherLists ?? [])].flatMap(([code, each]) =>
    each.map(({ population, asAt, patients }) => `${code} ${population} ${formatDay(asAt)} ${formatExact(patients)}`),
  );
  const said = findings
    .filter(({ file, severity }) => file === 'list-sizes.csv' && severity === 'error')
    .map(({ code, message }) => `${code}: ${message}`);
  return { lists, said };
}

const own = 'Z00001,2015-03-31,5801,\nZ00042,2015-03-31,7387,\n';

describe('lists beside those of the scheme', () => {
  it('are of another population that the scheme names, at its date or one accepted instead', async () => {
    const rows = `${own}Z00001,2015-03-31,5912.5,weighted\nZ00042,2015-04-01,7001,weighted\nZ00042,2015-06-01,9,weighted\n`;
    expect(await read(counting(weighted), rows)).toEqual({
      lists: ['Z00001 weighted 2015-03-31 5912.5', 'Z00042 weighted 2015-04-01 7001'],
      said: [],
    });
  });

  it('may be at the date accepted in place of the scheme’s, wherever that date is counted', async () => {
    const atOwn = counting({ kind: 'patients', at: day('2015-03-31') });
    const accepted = 'Z00001,2015-04-01,5801,\nZ00042,2015-04-01,7387,\n';
    expect((await read(atOwn, accepted)).said).toEqual([]);
    expect((await read(atOwn, accepted.replaceAll('04-01', '04-02'))).said).toEqual([
      'list-size-missing: there is no registered list of the practice at 2015-03-31 or 2015-04-01, which the scheme counts',
      'list-size-missing: there is no registered list of the practice at 2015-03-31 or 2015-04-01, which the scheme counts',
    ]);
    // The scheme counts no list at another date than that.
    const { folder } = await readFiles(
      { 'list-sizes.csv': `practice_code,as_at,patients\n${accepted.replaceAll(',\n', '\n')}` },
      { scheme: atOwn },
    );
    const amounts = run(atOwn, folder.facts, 'Q4', '2016-04-30').map(({ lines }) =>
      lines[0]?.positions.map(({ entitlement }) => entitlement),
    );
    expect(amounts).toEqual([
      [145025n, 145025n, 145025n, 145025n],
      [184675n, 184675n, 184675n, 184675n],
    ]);
  });

  it('are missed where they are needed', async () => {
    expect((await read(counting(weighted), `${own}Z00001,2015-03-31,5912.5,weighted\n`)).said).toEqual([
      'list-size-missing: there is no weighted list of the practice at 2015-03-31 or 2015-04-01, which the scheme counts',
    ]);
  });

  it('are there once', async () => {
    const twice = 'Z00001,2015-03-31,5912.5,weighted\n';
    const { said } = await read(counting(weighted), `${own}${twice}${twice}Z00042,2015-03-31,1,weighted\n`);
    expect(said).toEqual(['list-size-twice: line 4 has a list of this practice at this date already; expected one']);
  });

  it('are not missed before the period in which they are counted anew', async () => {
    expect(await read(counting(anew), `${own}Z00001,2015-07-01,5900,\n`)).toEqual({
      lists: ['Z00001 registered 2015-07-01 5900'],
      said: [],
    });
  });
});

describe('a numerator above its denominator', () => {
  const measures = 'practice_code,measure,as_at,numerator,denominator\nZ00001,spending,2015-06-30,110,100\n';
  const measure = { id: 'spending', title: '', numerator: '', denominator: '', clause: '1' };

  it.each([
    ['is a mistake', {}, ['numerator-above-denominator']],
    ['is none where the scheme says that it may be', { mayExceed: true }, []],
    ['is none where the two count different things', { numeratorUnit: 'pound', denominatorUnit: 'patient' }, []],
  ])('%s', async (_, says, codes) => {
    const scheme = { ...listsOnly, measures: [{ ...measure, ...says }] };
    const { findings } = await readFiles({ 'measures.csv': measures }, { scheme });
    expect(findings.filter(({ file }) => file === 'measures.csv').map(({ code }) => code)).toEqual(codes);
  });
});
