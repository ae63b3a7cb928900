import { rmSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openClaimJudge } from '../../src/calculate/claims/claim-judge.ts';
import { claimFields, storeRead } from '../../src/data/claims/stored-claim.ts';
import { day } from '../../src/domain/day.ts';
import { ratio } from '../../src/domain/money/ratio.ts';
import { ScratchFolder } from '../../src/record/files/scratch-folder.ts';
import { Partitions } from '../../src/record/partitions/partitions.ts';
import { judgeClaims } from '../../src/run/judge-claims.ts';
import { claim, facts } from '../make/facts.ts';
import { emptyFolder } from '../make/host.ts';
import { component, scheme } from '../make/scheme.ts';

const meetings = scheme([
  component('meetings', { kind: 'per-event', pounds: ratio(250), event: 'meeting', atMost: 2, clause: '1' }),
]);

it('lets others have their turn again and again, though all claims are of one practice', () => {
  const known = facts([{ patients: 1000 }]);
  const root = emptyFolder();
  const scratch = new ScratchFolder(root);
  const extent = { fields: claimFields, first: 0, places: 1, bytes: 40_000_000 };
  const rows = new Partitions(extent, scratch);
  const [numbers, count] = [new Int32Array(claimFields), 60_000];
  for (let line = 2; line < count + 2; line += 1) {
    const row = claim('meeting', '2015-05-01', '2015-05-02', { eventId: `M${line}`, line });
    const bytes = storeRead(numbers, 'x'.repeat(300), row, ['meeting']);
    rows.put(0, numbers, bytes, 0, bytes.length);
  }
  const judge = openClaimJudge(meetings, known, day('2016-12-31'));
  const lines: number[] = [];
  const data = { accounts: known.practices, claims: { input: { name: 'claims.csv' }, rows } };
  const refused = ({ line }: { readonly line: number }) => lines.push(line);
  const turns = [...judgeClaims(meetings, data, judge, { ofPractice: () => {}, refused })];
  scratch.remove();
  rmSync(root, { recursive: true });
  expect(lines).toHaveLength(count - 2);
  expect(turns.reduce((a, b) => a + b, 0)).toBe(count);
  // At least twice in each of the two rounds.
  expect(turns.filter((judged) => judged === 0).length).toBeGreaterThan(2);
  expect(turns.filter((judged) => judged > 0).length).toBeGreaterThan(2);
});
