// `npm run fuzz -- 100000`: tries each property of this folder so many times (20,000 unless said), by chance.
import { spawnSync } from 'node:child_process';

const [runs = '20000'] = process.argv.slice(2);
const { status } = spawnSync('npx', ['vitest', 'run', 'test/fuzz', '--testTimeout=0'], {
  env: { ...process.env, FUZZ_RUNS: runs },
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
