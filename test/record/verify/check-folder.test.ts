import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { systemFiles } from '../../../src/record/files/file-calls.ts';
import type { Manifest, ManifestInput } from '../../../src/record/run-folder/manifest.ts';
import { manifestJson } from '../../../src/record/run-folder/manifest.ts';
import { openRunFolder } from '../../../src/record/run-folder/run-folder.ts';
import { checkFolder } from '../../../src/record/verify/check-folder.ts';
import { edit, hide } from '../../make/hide.ts';
import { emptyFolder } from '../../make/host.ts';
import { failing } from '../failing.ts';
import { manifest, provenance, sha256 } from '../sample.ts';

const paid = 'practice_code,amount\r\nZ00001,1.00\r\n,,\r\nZ00002,2.00\r\n';
const scheme = '{\n  "id": "sample"\n}\n';
const paidInput: ManifestInput = { file: 'paid.csv', sha256: sha256(paid), bytes: paid.length, rows: 2 };
const schemeInput: ManifestInput = { file: 'scheme.json', sha256: sha256(scheme), bytes: scheme.length, rows: null };
const inputs = [paidInput, schemeInput];

/** A whole run of eight files, of which the manifest may say something else. */
function run(given: Partial<Manifest> = {}): string {
  const folder = openRunFolder(emptyFolder());
  for (const name of ['payments.csv', 'withheld.csv', 'summary.json']) folder.sink(name)(`${name}\r\n`);
  folder.keepInput('paid.csv', Buffer.from(paid), sha256(paid));
  folder.keepInput('scheme.json', Buffer.from(scheme), sha256(scheme));
  return folder.publish({ ...manifest, inputs, ...given }, provenance).path;
}

function differences(path: string): readonly string[] {
  return checkFolder(path).differences.map(({ file, says }) => `${file} ${says}`);
}

const missing = 'is missing, though SHA256SUMS lists it';
const added = 'was added: SHA256SUMS does not list it';
const noInput = 'is no input of the run: run.json does not name it';
const noPlainFile = 'is no plain file, but a link or a folder';

describe('a whole run folder', () => {
  it('has no differences, and every file of it was looked at', () => {
    expect(checkFolder(run())).toEqual({
      differences: [],
      manifest: { ...manifest, inputs },
      files: 8,
      isComplete: true,
      strays: [],
    });
  });

  it('is so whatever lies beside it, which is named and not counted', () => {
    const path = run();
    for (const name of ['.DS_Store', '~$payments.csv', 'inputs/Thumbs.db']) writeFileSync(join(path, name), '');
    for (const name of ['note.txt', 'extra.csv', 'inputs/paid.csv.bak', 'inputs/a.txt'])
      writeFileSync(join(path, name), '');
    for (const name of ['old', 'inputs/old']) mkdirSync(join(path, name));
    symlinkSync(path, join(path, 'link'));
    expect(checkFolder(path)).toMatchObject({
      differences: [],
      files: 8,
      isComplete: true,
      strays: ['extra.csv', 'inputs/a.txt', 'inputs/paid.csv.bak', 'note.txt', 'inputs/old', 'link', 'old'],
    });
  });

  it('may list more than the run has, as long as it is there', () => {
    const path = run();
    writeFileSync(join(path, 'note.txt'), 'ours');
    hide(path);
    expect(checkFolder(path)).toMatchObject({ differences: [], files: 9, strays: [] });
    writeFileSync(join(path, 'note.txt'), 'theirs');
    expect(checkFolder(path)).toMatchObject({
      differences: [
        { file: 'note.txt', says: `was changed: expected the checksum ${sha256('ours')}`, value: sha256('theirs') },
      ],
      files: 9,
      isComplete: true,
    });
  });

  it('is the same in whatever order the system lists it', () => {
    const path = run();
    for (const name of ['b.txt', 'a.txt', 'inputs/z.csv', 'inputs/a.csv']) writeFileSync(join(path, name), '');
    const list = (turn: 1 | -1) => (folder: string) =>
      systemFiles.list(folder).toSorted((a, b) => (a.name < b.name ? -turn : turn));
    const [one, other] = ([1, -1] as const).map((turn) => checkFolder(path, { ...systemFiles, list: list(turn) }));
    expect(other).toEqual(one);
    expect(one?.strays).toEqual(['a.txt', 'b.txt']);
  });

  it('names the folder that the system does not let it look into', () => {
    const path = run();
    const refusing = (which: number) => {
      let lists = 0;
      return failing((call) => {
        if (call === 'list') lists += 1;
        return call === 'list' && lists === which && 'EACCES';
      }).files;
    };
    expect(() => checkFolder(path, refusing(1))).toThrow(`could not list ${path}: EACCES`);
    expect(() => checkFolder(path, refusing(2))).toThrow(`could not list ${join(path, 'inputs')}: EACCES`);
  });
});

describe('an input that is not as run.json has it', () => {
  const other = 'f'.repeat(64);
  const says = (name: string, told: string) => [`inputs/${name} is not as run.json has it: expected ${told}`];

  it.each<[string, Partial<ManifestInput>, string]>([
    ['bytes', { bytes: 53 }, `53 bytes, 2 rows, sha256 ${sha256(paid)}`],
    ['rows', { rows: 3 }, `${paid.length} bytes, 3 rows, sha256 ${sha256(paid)}`],
    ['sha256', { sha256: other }, `${paid.length} bytes, 2 rows, sha256 ${other}`],
  ])('is told by its %s alone', (_, wrong, told) => {
    const path = run({ inputs: [{ ...paidInput, ...wrong }, schemeInput] });
    expect(differences(path)).toEqual(says('paid.csv', told));
    expect(checkFolder(path).isComplete).toBe(true);
  });

  it('may be the scheme, of which no rows are counted', () => {
    const path = run({ inputs: [paidInput, { ...schemeInput, bytes: 1 }] });
    expect(differences(path)).toEqual(says('scheme.json', `1 bytes, sha256 ${sha256(scheme)}`));
  });

  it('is told beside its checksum, and once where it is gone', () => {
    const path = run();
    writeFileSync(join(path, 'inputs/paid.csv'), 'x');
    expect(differences(path)).toEqual([
      `inputs/paid.csv was changed: expected the checksum ${sha256(paid)}`,
      ...says('paid.csv', `${paid.length} bytes, 2 rows, sha256 ${sha256(paid)}`),
    ]);
    rmSync(join(path, 'inputs/paid.csv'));
    expect(checkFolder(path)).toMatchObject({
      differences: [{ file: 'inputs/paid.csv', says: missing }],
      files: 7,
      isComplete: false,
    });
  });
});

describe('a run folder does not hold', () => {
  it.each<[string, (path: string) => void, readonly string[]]>([
    [
      'with a table more, listed or not',
      (path) => {
        writeFileSync(join(path, 'inputs/Claims.CSV'), '');
        writeFileSync(join(path, 'inputs/events.csv'), '');
      },
      [
        `inputs/Claims.CSV ${added}`,
        `inputs/events.csv ${added}`,
        `inputs/Claims.CSV ${noInput}`,
        `inputs/events.csv ${noInput}`,
      ],
    ],
    [
      'with a table more that is listed',
      (path) => {
        writeFileSync(join(path, 'inputs/events.csv'), '');
        hide(path);
      },
      [`inputs/events.csv ${noInput}`],
    ],
    [
      'with a folder, or a link to nowhere, that has the name of a table',
      (path) => {
        mkdirSync(join(path, 'inputs/claims.csv'));
        symlinkSync('nowhere', join(path, 'inputs/events.csv'));
      },
      [`inputs/claims.csv ${noPlainFile}`, `inputs/events.csv ${noPlainFile}`],
    ],
    [
      'with a folder in place of a report',
      (path) => {
        rmSync(join(path, 'payments.csv'));
        mkdirSync(join(path, 'payments.csv'));
      },
      [`payments.csv ${missing}`, `payments.csv ${noPlainFile}`],
    ],
    [
      'with a report that is not listed',
      (path) => edit(join(path, 'SHA256SUMS'), (text) => text.replace(/.*withheld.csv\n/, '')),
      [`withheld.csv ${added}`],
    ],
    [
      'with a manifest that is not listed',
      (path) => edit(join(path, 'SHA256SUMS'), (text) => text.replace(/.*run.json\n/, '')),
      [`run.json ${added}`],
    ],
    [
      'without its inputs',
      (path) => rmSync(join(path, 'inputs'), { recursive: true }),
      [`inputs/paid.csv ${missing}`, `inputs/scheme.json ${missing}`],
    ],
    [
      'with a file in place of its inputs',
      (path) => {
        rmSync(join(path, 'inputs'), { recursive: true });
        writeFileSync(join(path, 'inputs'), '');
      },
      [`inputs/paid.csv ${missing}`, `inputs/scheme.json ${missing}`],
    ],
    [
      'with inputs that stand elsewhere',
      (path) => {
        renameSync(join(path, 'inputs'), join(dirname(path), 'elsewhere'));
        symlinkSync(join(dirname(path), 'elsewhere'), join(path, 'inputs'));
      },
      [`inputs/paid.csv ${missing}`, `inputs/scheme.json ${missing}`],
    ],
    [
      'without files that are listed nowhere',
      (path) => {
        for (const name of ['payments.csv', 'summary.json', 'provenance.json', 'inputs/paid.csv'])
          rmSync(join(path, name));
        hide(path);
      },
      ['payments.csv', 'summary.json', 'provenance.json', 'inputs/paid.csv'].map(
        (name) => `${name} is missing from the folder`,
      ),
    ],
  ])('%s', (_, change, says) => {
    const path = run();
    change(path);
    expect(differences(path)).toEqual(says);
  });

  it('with other folders and a file in place of its inputs, which are strays', () => {
    const path = run();
    rmSync(join(path, 'inputs'), { recursive: true });
    mkdirSync(join(path, 'old'));
    expect(checkFolder(path).strays).toEqual(['old']);
    writeFileSync(join(path, 'inputs'), '');
    expect(checkFolder(path)).toMatchObject({ files: 6, isComplete: false, strays: ['inputs', 'old'] });
  });

  it('without its manifest, of which nothing more can be said', () => {
    const path = run();
    rmSync(join(path, 'run.json'));
    const left = { manifest: null, files: 7, isComplete: false, strays: [] };
    expect(checkFolder(path)).toEqual({ differences: [{ file: 'run.json', says: missing }], ...left });
    hide(path);
    const says = 'is missing from the folder';
    expect(checkFolder(path)).toEqual({ differences: [{ file: 'run.json', says }], ...left });
  });

  it('with a manifest that this program did not write', () => {
    const path = run();
    edit(join(path, 'run.json'), (text) => text.replace('"bytes"', '"size"'));
    hide(path);
    expect(checkFolder(path)).toEqual({
      differences: [{ file: 'run.json', says: 'is not a manifest as this program writes it' }],
      manifest: null,
      files: 8,
      isComplete: false,
      strays: [],
    });
  });

  it('without its checksums: then it is no run', () => {
    const path = run();
    rmSync(join(path, 'SHA256SUMS'));
    expect(checkFolder(path)).toEqual({
      differences: [{ file: 'SHA256SUMS', says: 'is missing: the folder is incomplete, and no run' }],
      manifest: null,
      files: 7,
      isComplete: false,
      strays: [],
    });
  });

  it('with checksums that cannot be read: then nobody knows what is a stray', () => {
    const path = run();
    edit(join(path, 'SHA256SUMS'), (text) => text.toUpperCase());
    writeFileSync(join(path, 'note.txt'), '');
    rmSync(join(path, 'withheld.csv'));
    expect(checkFolder(path)).toEqual({
      differences: [
        { file: 'SHA256SUMS', says: 'is not a list of checksums and names in order of name, each once' },
        { file: 'withheld.csv', says: 'is missing from the folder' },
      ],
      manifest: { ...manifest, inputs },
      files: 8,
      isComplete: false,
      strays: [],
    });
  });

  it('where its manifest is that of another run', () => {
    const path = run();
    writeFileSync(join(path, 'run.json'), manifestJson({ ...manifest, inputs, period: 'summer' }));
    const [only, ...others] = differences(path);
    expect(only).toMatch(/^run\.json was changed: expected the checksum [0-9a-f]{64}$/);
    expect(others).toEqual([]);
    expect(readFileSync(join(path, 'run.json'), 'utf8')).toContain('"summer"');
  });
});
