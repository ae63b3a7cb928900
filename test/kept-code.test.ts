import { chmodSync, existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import module, { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { keepingCode } from '../src/kept-code.ts';
import { emptyFolder } from './make/host.ts';

const extensions: Record<string, unknown> = Reflect.get(module, '_extensions');
const asEver = extensions['.js'];
afterEach(() => {
  extensions['.js'] = asEver;
});

/** A folder with one bundle, as it may be written again, and a folder for what is kept of it. */
function bundle() {
  const [bundles, folder] = [emptyFolder(), join(emptyFolder(), 'code')];
  const path = join(bundles, 'bundle.js');
  const require = createRequire(join(bundles, 'none.js'));
  const write = (says: string, { digest = 'a', at = 1000 } = {}) => {
    writeFileSync(
      path,
      `exports.says = () => '${says}';\nexports.path = require('node:path') === module.require('path');\n//${digest.repeat(64)}`,
    );
    utimesSync(path, at, at);
  };
  /** What a start of the program would find. */
  const start = (node = 'v20.19.0 x64') => {
    extensions['.js'] = asEver;
    const keep = keepingCode({ folder, bundles, user: process.getuid?.(), node });
    delete require.cache[path];
    const { says, path: isPath } = require(path);
    const found = [says(), isPath];
    keep();
    return found;
  };
  return { folder, write, start };
}

describe('what V8 made of a bundle', () => {
  it('is kept, and taken at the next start', () => {
    const { folder, write, start } = bundle();
    write('one');
    expect(start()).toEqual(['one', true]);
    expect(readdirSync(folder)).toHaveLength(1);
    // A text of the same length that pretends to be the same: only what was kept says `one`.
    write('two');
    expect(start()).toEqual(['one', true]);
  });

  it('is not kept where the folder for temporary files is not there, nor is that made', () => {
    const above = join(emptyFolder(), 'gone');
    const keep = keepingCode({ folder: join(above, 'code'), bundles: above, user: process.getuid?.(), node: 'v20' });
    keep();
    expect([existsSync(above), extensions['.js']]).toEqual([false, asEver]);
  });

  it.each([
    ['text', { digest: 'b' }, 'v20.19.0 x64'],
    ['time', { at: 1001 }, 'v20.19.0 x64'],
    ['Node', {}, 'v20.20.0 x64'],
  ])('is not taken for another %s, and kept anew in its place', (_, other, node) => {
    const { folder, write, start } = bundle();
    write('one');
    start();
    write('two', other);
    expect(start(node)).toEqual(['two', true]);
    write('six', other);
    expect(start(node)).toEqual(['two', true]);
    expect(readdirSync(folder)).toHaveLength(1);
  });

  it('is not taken where it is damaged', () => {
    const { folder, write, start } = bundle();
    write('one');
    start();
    for (const name of readdirSync(folder)) writeFileSync(join(folder, name), 'damaged');
    write('two');
    expect(start()).toEqual(['two', true]);
  });

  it('is not taken where one byte of it is another', () => {
    const { folder, write, start } = bundle();
    write('one');
    start();
    for (const path of readdirSync(folder).map((name) => join(folder, name))) {
      const bytes = readFileSync(path);
      const last = bytes.length - 1;
      bytes.writeUInt8(bytes.readUInt8(last) ^ 1, last);
      writeFileSync(path, bytes);
    }
    write('two');
    expect(start()).toEqual(['two', true]);
  });

  it.skipIf(process.platform === 'win32')('is for nobody else to read or write', () => {
    const { folder, write, start } = bundle();
    write('one');
    start();
    const modes = [folder, ...readdirSync(folder).map((name) => join(folder, name))].map(
      (path) => statSync(path).mode & 0o777,
    );
    expect(modes).toEqual([0o700, 0o600]);
  });

  it.skipIf(process.platform === 'win32')('is neither taken nor kept where others could write', () => {
    const { folder, write, start } = bundle();
    write('one');
    start();
    chmodSync(folder, 0o777);
    write('two');
    expect(start()).toEqual(['two', true]);
  });

  it('is not kept where there can be no such folder, and the program runs as ever', () => {
    const { folder, write, start } = bundle();
    writeFileSync(folder, '');
    write('one');
    expect(start()).toEqual(['one', true]);
    expect(readdirSync(join(folder, '..'))).toEqual(['code']);
  });
});
