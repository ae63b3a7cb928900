import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readSchemeBytes } from '../../src/scheme/read.ts';
import { readAll, withFolder } from './made-folder.ts';

const fixture = fileURLToPath(new URL('../../fixtures/dorset-ccip-2015-16/data/', import.meta.url));
const schemePath = fileURLToPath(new URL('../../schemes/dorset-ccip-2015-16.json', import.meta.url));

/** A text with the line ends of a system. */
function ending(text: string, end: '\n' | '\r\n'): string {
  return text.replaceAll('\r\n', '\n').replaceAll('\n', end);
}

it('may be those of Windows in every file, the scheme too', async () => {
  const text = readFileSync(schemePath, 'utf8');
  const schemes = (['\n', '\r\n'] as const).map((end) =>
    readSchemeBytes(Buffer.from(ending(text, end)), 'scheme.json'),
  );
  expect(schemes[1]?.value).toEqual(schemes[0]?.value);
  const scheme = schemes[0]?.value;
  if (!scheme) throw new Error('the scheme cannot be read');
  const read = (end: '\n' | '\r\n') => {
    const names = readdirSync(fixture);
    const files = names.map((name) => [name, ending(readFileSync(`${fixture}${name}`, 'utf8'), end)]);
    return withFolder(Object.fromEntries(files), (dir) => readAll(dir, { scheme }));
  };
  const [plain, windows] = [await read('\n'), await read('\r\n')];
  expect(plain.folder.facts.practices.length).toBeGreaterThan(3);
  expect(windows.folder.facts).toEqual(plain.folder.facts);
  expect(windows.claims).toEqual(plain.claims);
  expect(windows.findings).toEqual(plain.findings);
});
