import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Job } from './measure.ts';

// What others take for a part of the work on all England without claims: for each practice, the sums that the four components come to in
// one of the three periods, from its list. That is a ninth of it at the most: no evidence, no decisions, nothing paid before, no reports.

const lists = `import { readFileSync } from 'node:fs';
const [, ...rows] = readFileSync(process.argv[1] + '/list-sizes.csv', 'utf8').trim().split('\\n');
const patients = rows.map((row) => Number(row.split(',')[2]));
`;

const publicodes = `${lists}
const { default: Engine } = await import(process.argv[2] + '/publicodes/dist/index.js');
const rate = (pounds) => 'patients * ' + pounds + ' * 50%';
const engine = new Engine({
  patients: { valeur: 0 },
  engagement: rate('0.50'), demand: rate('1.00'), medicines: rate('0.50'), plans: rate('1.00'),
});
let total = 0;
for (const list of patients) {
  engine.setSituation({ patients: list });
  for (const rule of ['engagement', 'demand', 'medicines', 'plans']) total += engine.evaluate(rule).nodeValue;
}
console.log(total);`;

const zen = `${lists}
import { createRequire } from 'node:module';
const { ZenEngine } = createRequire(process.argv[2] + '/')('@gorules/zen-engine');
const expressions = Object.entries({ engagement: 0.5, demand: 1, medicines: 0.5, plans: 1 }).map(([key, pounds], at) => ({
  id: 'x' + at, key, value: 'patients * ' + pounds + ' * 0.5',
}));
const decision = new ZenEngine().createDecision({
  nodes: [
    { id: 'i', type: 'inputNode', name: 'in' },
    { id: 'e', type: 'expressionNode', name: 'sums', content: { expressions } },
    { id: 'o', type: 'outputNode', name: 'out' },
  ],
  edges: [{ id: 'a', sourceId: 'i', targetId: 'e', type: 'edge' }, { id: 'b', sourceId: 'e', targetId: 'o', type: 'edge' }],
});
let total = 0;
for (const list of patients) {
  const { result } = await decision.evaluate({ patients: list });
  for (const sum of Object.values(result)) total += sum;
}
console.log(total);`;

/** All four components in all three periods, each sum rounded for itself, of the practices that have sent in their evidence. */
const python = `import csv, sys
from collections import defaultdict
from decimal import Decimal, ROUND_HALF_UP
sent = defaultdict(set)
for row in csv.DictReader(open(sys.argv[1] + '/evidence.csv', newline='')): sent[row['practice_code']].add(row['evidence'])
total = Decimal(0)
for row in csv.DictReader(open(sys.argv[1] + '/list-sizes.csv', newline='')):
    if len(sent[row['practice_code']]) < 5: continue
    for rate in ('0.50', '1.00', '0.50'):
        for share in ('0.5', '0.25', '0.25'):
            total += (Decimal(rate) * Decimal(share) * int(row['patients'])).quantize(Decimal('0.01'), ROUND_HALF_UP)
print(total)`;

/** Peers that are there while something is measured. */
export interface Peers {
  readonly jobs: readonly Job[];
  /** Those that could not be fetched. */
  readonly missing: readonly string[];
  remove(): void;
}

/** Fetches the peers into a temporary folder: they are no part of this program. */
export function fetchPeers(data: string): Peers {
  const folder = mkdtempSync(join(tmpdir(), 'quarterday-peers-'));
  // Each in a folder of its own: npm takes away what it was not asked for.
  const home = (name: string) => join(folder, name.replace(/\W/g, '-'));
  const asked = [
    { name: 'publicodes, a ninth of it', needs: 'publicodes', program: publicodes },
    { name: 'ZEN, a ninth of it', needs: '@gorules/zen-engine', program: zen },
  ];
  const fetched = asked.filter(({ needs }) => succeeds('npm', [...install(home(needs)), needs]));
  const jobs: Job[] = fetched.map(({ name, needs, program }) => {
    const modules = join(home(needs), 'node_modules');
    return { name, command: 'node', args: ['--input-type=module', '-e', program, data, modules] };
  });
  const hasPython = succeeds('python3', ['-c', 'import csv']);
  if (hasPython) jobs.push({ name: 'Python, sums alone', command: 'python3', args: ['-c', python, data] });
  const missing = asked.filter((peer) => !fetched.includes(peer)).map(({ needs }) => needs);
  return {
    jobs,
    missing: hasPython ? missing : [...missing, 'python3'],
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function install(folder: string): readonly string[] {
  return ['install', '--prefix', folder, '--no-save', '--no-audit', '--no-fund', '--ignore-scripts'];
}

function succeeds(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore', shell: process.platform === 'win32' }).status === 0;
}
