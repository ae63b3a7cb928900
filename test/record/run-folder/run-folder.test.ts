import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { manifestJson, runIdOf } from '../../../src/record/run-folder/manifest.ts';
import { provenanceJson } from '../../../src/record/run-folder/provenance.ts';
import { openRunFolder, type RunFolder } from '../../../src/record/run-folder/run-folder.ts';
import { filesIn, manifest, provenance, sha256, temporaryFolder } from '../sample.ts';

let parent: string;
beforeEach(() => {
  parent = temporaryFolder();
});
afterEach(() => {
  rmSync(parent, { recursive: true });
});

const name = `sample-2020-21-spring-${runIdOf(manifestJson(manifest)).slice(0, 12)}`;

function filled(folder: RunFolder): RunFolder {
  folder.sink('payments.csv')('practice_code\r\n');
  folder.keepInput('paid.csv', Buffer.from('a,b\n'), sha256('a,b\n'));
  return folder;
}

describe('a run folder', () => {
  it('appears under its name with all that was written, and checksums of everything', () => {
    const published = filled(openRunFolder(parent)).publish(manifest, provenance);
    expect(published).toEqual({ kind: 'published', path: join(parent, name), runId: runIdOf(manifestJson(manifest)) });
    expect(readdirSync(parent)).toEqual([name]);
    const expected: Record<string, string> = {
      'inputs/paid.csv': 'a,b\n',
      'payments.csv': 'practice_code\r\n',
      'provenance.json': provenanceJson(provenance),
      'run.json': manifestJson(manifest),
    };
    const sums = Object.entries(expected).map(([file, text]) => `${sha256(text)}  ${file}\n`);
    expect(filesIn(join(parent, name))).toEqual({ SHA256SUMS: sums.join(''), ...expected });
  });

  it('has checksums that sha256sum accepts', () => {
    filled(openRunFolder(parent)).publish(manifest, provenance);
    const said = execFileSync('sha256sum', ['--check', '--strict', 'SHA256SUMS'], { cwd: join(parent, name) });
    expect(said.toString().split('\n')).toEqual([
      'inputs/paid.csv: OK',
      'payments.csv: OK',
      'provenance.json: OK',
      'run.json: OK',
      '',
    ]);
  });

  it('takes text in many pieces, and characters of every length', () => {
    const folder = openRunFolder(parent);
    const sink = folder.sink('workings.csv');
    const rows = Array.from({ length: 60_000 }, (_, i) => `${i},é£𝄞\r\n`);
    for (const row of rows) sink(row);
    folder.publish(manifest, provenance);
    const text = filesIn(join(parent, name))['workings.csv'];
    expect(text).toBe(rows.join(''));
  });

  it('takes text and bytes for one file, and a file once', () => {
    const folder = openRunFolder(parent);
    const sink = folder.sink('workings.csv');
    sink('text £\r\n');
    sink(Buffer.from('bytes £\r\n'));
    expect(() => folder.sink('workings.csv')).toThrow('workings.csv is open already');
    sink('text');
    folder.publish(manifest, provenance);
    expect(filesIn(join(parent, name))['workings.csv']).toBe('text £\r\nbytes £\r\ntext');
  });

  it('makes the parent where it is missing', () => {
    const deep = join(parent, 'new folder', '-2020');
    filled(openRunFolder(deep)).publish(manifest, provenance);
    expect(readdirSync(deep)).toEqual([name]);
  });

  it('may be read by others as any new folder may', () => {
    filled(openRunFolder(parent)).publish(manifest, provenance);
    mkdirSync(join(parent, 'other'));
    expect(statSync(join(parent, name)).mode).toBe(statSync(join(parent, 'other')).mode);
  });

  it.each([
    ['a run', () => mkdirSync(join(parent, name, 'inputs'), { recursive: true })],
    ['an empty folder', () => mkdirSync(join(parent, name))],
    ['a file', () => writeFileSync(join(parent, name), '')],
  ])('leaves %s of that name as it is', (_, make) => {
    make();
    const before = filesIn(parent);
    const folder = filled(openRunFolder(parent));
    expect(folder.publish(manifest, provenance).kind).toBe('target-exists');
    expect(folder.abandon()).toBeNull();
    expect(readdirSync(parent)).toEqual([name]);
    expect(filesIn(parent)).toEqual(before);
  });

  it('leaves nothing when it is abandoned, not even the parents that it made', () => {
    const folder = filled(openRunFolder(join(parent, 'a', 'b')));
    folder.sink('workings.csv')('half a row');
    expect(folder.abandon()).toBeNull();
    expect(folder.abandon()).toBeNull();
    expect(readdirSync(parent)).toEqual([]);
  });

  it('leaves a parent that somebody else has begun to use', () => {
    const folder = openRunFolder(join(parent, 'a'));
    writeFileSync(join(parent, 'a', 'theirs'), '');
    folder.abandon();
    expect(readdirSync(join(parent, 'a'))).toEqual(['theirs']);
  });

  it('stays once it is published', () => {
    const folder = filled(openRunFolder(parent));
    folder.publish(manifest, provenance);
    expect([folder.abandon(), folder.abandon()]).toEqual([null, null]);
    expect(existsSync(join(parent, name, 'SHA256SUMS'))).toBe(true);
  });

  it('keeps a large input by reading it once more', () => {
    const text = 'Z00001,x\n'.repeat(300_000);
    writeFileSync(join(parent, 'claims.csv'), text);
    const folder = openRunFolder(parent);
    folder.keepInputFrom('claims.csv', join(parent, 'claims.csv'), sha256(text));
    folder.publish(manifest, provenance);
    expect(filesIn(join(parent, name))['inputs/claims.csv']).toBe(text);
  });

  it('refuses an input that changed since it was read', () => {
    writeFileSync(join(parent, 'claims.csv'), 'new');
    const folder = openRunFolder(parent);
    const path = join(parent, 'claims.csv');
    expect(() => folder.keepInputFrom('claims.csv', path, sha256('old'))).toThrow(
      expect.objectContaining({
        code: 'CHANGED',
        path,
        message: `could not keep ${path}: it changed while it was read`,
      }),
    );
  });

  it.each(['../payments.csv', 'a/b', '.hidden', '', 'a\nb'])('takes %j for a fault of ours, not for a file', (bad) => {
    const folder = openRunFolder(parent);
    expect(() => folder.sink(bad)).toThrow('not a plain name');
    expect(() => folder.keepInput(bad, new Uint8Array(), sha256(''))).toThrow('not a plain name');
  });

  it('never lets a scheme or a period lead out of the parent', () => {
    const folder = openRunFolder(parent);
    expect(() => folder.publish({ ...manifest, period: '../../x' }, provenance)).toThrow('not a plain name');
  });
});
