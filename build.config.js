import { rm } from 'node:fs/promises';
import { build } from 'esbuild';

// One folder that runs with `node` alone. Splitting keeps each command's packages in files of their own, so that a
// command loads only what it uses; the banner gives `require` to the packages that are still CommonJS.
await rm('dist', { recursive: true, force: true });
await build({
  entryPoints: ['src/main.ts', 'src/demonstration.ts'],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  mainFields: ['module', 'main'],
  banner: { js: "import { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);" },
});
