import { describe, expect, it } from 'vitest';
import { formatPounds } from '../../../src/domain/money/money.ts';
import type { Publication } from '../../../src/publish/publication.ts';
import { gatherPage } from '../../../src/publish/report-page/gather/gather.ts';
import { bridgeSteps } from '../../../src/publish/report-page/sections/bridge.ts';
import { openPublication } from '../../../src/run/publication.ts';
import { Findings } from '../../../src/terminal/findings.ts';
import { Progress } from '../../../src/terminal/progress.ts';
import { hostOf } from '../../make/host.ts';
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

describe('what the report page says', () => {
  it('comes from the worth to the net in steps that add up', async () => {
    const publication = await published([await runFolder(dorset, dorsetQ4)]);
    const [run] = gatherPage(publication, () => {}).runs;
    if (!run) throw new Error('no run');
    const steps = bridgeSteps(run).map(({ words, amount }) => `${words}: ${formatPounds(amount)}`);
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
      formatPounds(amount),
    ]);
    expect(causes[0]).toEqual([
      'Implementation plan for integrated teams, supported by the locality chair: came on 1 October 2015; the last day was 30 September 2015',
      3,
      '£37,098.00',
    ]);
    expect(causes).toHaveLength(10);
  });

  it('never shows other sums than those of the run: a broken tie throws', async () => {
    const { commissioner, finance, runs } = await published([await runFolder(dorset, dorsetQ4)]);
    const spoilt = runs.map((run) => ({ ...run, controls: { ...run.controls, net: run.controls.payments } }));
    expect(() => gatherPage({ commissioner, finance, runs: spoilt }, () => {})).toThrow(
      'its net comes to 111154.89; the control total is 118155.89',
    );
  });
});
