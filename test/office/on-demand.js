// `npm run office`: LibreOffice opens a form that was filled in and saves it in each of its formats, and `import` takes it back.
import { spawnSync } from 'node:child_process';

const office = ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version']).status === 0);
if (office === undefined) {
  process.stderr.write(
    'LibreOffice is missing: install the package libreoffice-calc (Debian), or put soffice on the PATH.\n',
  );
  process.exitCode = 1;
} else {
  const env = { ...process.env, OFFICE: office };
  process.exitCode =
    spawnSync('npx', ['vitest', 'run', 'test/office', '--testTimeout=0'], { env, stdio: 'inherit' }).status ?? 1;
}
