import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatDay } from '../../../src/domain/day.ts';
import { addPence, formatPounds } from '../../../src/domain/money/money.ts';
import { say } from '../../../src/domain/words/sentence.ts';
import { plainWords } from '../../../src/domain/words/words.ts';
import type { Publication } from '../../../src/publish/publication.ts';
import { PageGathering } from '../../../src/publish/report-page/gather/gather.ts';
import type { Gathered } from '../../../src/publish/report-page/gather/gathered.ts';
import { reportPage } from '../../../src/publish/report-page/report-page.ts';
import { bridgeSteps } from '../../../src/publish/report-page/sections/bridge.ts';
import { openPublication } from '../../../src/run/recorded/publication.ts';
import { Findings } from '../../../src/terminal/findings.ts';
import { Progress } from '../../../src/terminal/progress.ts';
import { bytesOf } from '../../make/documents.ts';
import { emptyFolder, folderOf, hostOf } from '../../make/host.ts';
import { lettersOf, practicesOf } from '../../make/letter-states.ts';
import { dorset, dorsetQ4 } from '../../make/publications.ts';
import { runFolder } from '../../make/runs.ts';

async function published(runs: readonly string[]): Promise<Publication> {
  const host = hostOf([]);
  const findings = new Findings(false, () => {});
  const watch = { findings, progress: new Progress(host, false) };
  const publication = await openPublication({ runs, ledger: null, finance: null }, host, watch);
  if (!publication) throw new Error(JSON.stringify(findings.groups));
  return publication;
}

async function pageOf(publication: Publication): Promise<string> {
  return (await bytesOf(reportPage, publication)).toString('utf8');
}

function gatherPage(publication: Publication): Gathered {
  const gathering = new PageGathering(publication);
  for (const run of publication.runs) {
    for (const index of run.practices.keys()) gathering.take(run, run.practiceAt(index));
  }
  return gathering.gathered;
}

describe('what the report page says', () => {
  it('comes from the worth to the net in steps that add up', async () => {
    const publication = await published([await runFolder(dorset, dorsetQ4)]);
    const [run] = gatherPage(publication).runs;
    if (!run) throw new Error('no run');
    const steps = bridgeSteps(run).map(
      ({ words, amount }) => `${say(plainWords, words)}: ${formatPounds(plainWords, amount)}`,
    );
    expect(steps).toEqual([
      'Worth if every condition had been met: £257,037.40',
      'A condition failed: −£41,377.88',
      'Practices left: −£13,087.51',
      'Reduced by a decision: −£842.55',
      'Claims over the limit: −£250.00',
      'Still to come in: −£208.31',
      'Earned to date: £201,271.15',
      'Paid before this run: −£103,986.63',
      'Overpaid, and stays with the practice: £6,543.00',
      'Overpaid, and waits for a decision: £7,327.37',
      'To approve: payments less what is taken back: £111,154.89',
    ]);
    const causes = run.causes.map(({ cause, practices, amount }) => [
      cause.says,
      practices.length,
      formatPounds(plainWords, amount),
    ]);
    expect(causes[0]).toEqual([
      'Integrated teams plan: came on 1 October 2015; the last day was 30 September 2015',
      3,
      '£37,098.00',
    ]);
    expect(causes).toHaveLength(10);
  });

  // As at 15 November: Z10005 sent the claim sheet of Q2 late, 4,310 × £0.25 / 4; three plans came late; the window of Q2 is open, in which
  // eight meetings at £250.00 were claimed; Z10003 has left, and nothing is asked of it any more.
  it('says what can still change, by what it waits for, and until when', async () => {
    const run = await runFolder(dorset, { ...dorsetQ4, period: 'Q2', asAt: '2015-11-15' });
    const publication = await published([run]);
    const page = await pageOf(publication);
    // Before the last period the sum of all is no whole term, neither on the page nor in what its script draws.
    expect(page).toContain('>So far<');
    expect(page).toContain('"allPeriods":"So far"');
    expect(page).not.toContain('Whole term');
    const { provisional } = gatherPage(publication);
    expect(
      provisional.map(({ kind, sum, until, practices }) => [
        kind,
        formatPounds(plainWords, sum),
        until && formatDay(until),
        practices.length,
      ]),
    ).toEqual([
      ['comes-in', '£269.37', '2015-12-31', 1],
      ['kept', '£83,830.26', '2016-06-30', 13],
      ['decision', '£18,549.00', null, 3],
      ['claims', '£2,000.00', '2015-12-31', 14],
    ]);
    expect(provisional[0]).toMatchObject({
      practices: ['Eype Medical Centre'],
      evidence: ['Claim sheet'],
    });
  });

  it('takes several schemes of one commissioner together: a row a practice, one net, a part of each section for each', async () => {
    const first = await runFolder(dorset, dorsetQ4);
    const second = join(emptyFolder(), 'second.json');
    const text = readFileSync(new URL(`../../../schemes/${dorset}.json`, import.meta.url), 'utf8');
    writeFileSync(
      second,
      text.replace(`"id": "${dorset}"`, '"id": "second-plan"').replace('"title": "', '"title": "Second: '),
    );
    const publication = await published([first, await runFolder(second, dorsetQ4)]);
    const { runs, practices } = gatherPage(publication);
    expect(runs).toHaveLength(2);
    expect(practices).toHaveLength(14);
    expect(formatPounds(plainWords, practices.map(({ net }) => net).reduce(addPence))).toBe('£222,309.78');
    const html = await pageOf(publication);
    expect(html).toContain('<h1>2 schemes</h1>');
    expect(html).toContain('<h3>Second: ');
    expect(html.match(/<table class="br">/g)).toHaveLength(2);
  });

  it('of one practice in a scheme where all was earned says so, and leaves out what has nothing in it', async () => {
    const data = folderOf({
      'practices.csv': 'practice_code,practice_name\nZ00001,Ash\n',
      'list-sizes.csv': 'practice_code,as_at,patients\nZ00001,2019-07-01,5000\n',
    });
    const run = await runFolder('west-hampshire-qps-2019-20', { period: 'Q2', asAt: '2019-10-15', data });
    const html = await pageOf(await published([run]));
    expect(html).toContain('Everything that could be earned was earned.');
    for (const id of ['why', 'back', 'localities']) expect(html).not.toContain(`<section id="${id}"`);
    expect(html).not.toContain('id="find"');
    expect(html).not.toContain('id="choose"');
  });

  it('draws no axis and no bars where nobody earned anything', async () => {
    const names = ['Abbey', 'Bere'];
    const rows = practicesOf(names, [1, 2]);
    const placed = { ...rows, 'practices.csv': ['Z00001,Abbey,North', 'Z00002,Bere,South'] };
    const folder = await lettersOf({ schemes: [{ rows: placed }] }, 'report');
    const html = readFileSync(join(folder, 'report.html'), 'utf8');
    expect(html).toContain('<section id="localities"');
    expect(html).toContain('Localities in money.');
    expect(html).not.toContain('class="strip"');
    expect(html).not.toContain('left of the line what comes back');
  });

  it('never shows other sums than those of the run: a broken tie throws', async () => {
    const { commissioner, words, finance, runs } = await published([await runFolder(dorset, dorsetQ4)]);
    const spoilt = runs.map((run) => ({ ...run, controls: { ...run.controls, net: run.controls.payments } }));
    expect(() => gatherPage({ commissioner, words, finance, runs: spoilt })).toThrow(
      'its net comes to 111154.89; the control total is 118155.89',
    );
  });
});
