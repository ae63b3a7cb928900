// `npm run bench`: see bench.ts, which it makes one file of.
import { build } from 'esbuild';

const outfile = '.bench/bench.js';
await build({
  entryPoints: ['test/bench/bench.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
});
await import(new URL(`../../${outfile}`, import.meta.url));
