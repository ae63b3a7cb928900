import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { knownCurrency, sterling } from '../../../src/domain/money/currency.ts';
import { pence } from '../../../src/domain/money/money.ts';
import { type FileCalls, type FolderEntry, systemFiles } from '../../../src/record/files/file-calls.ts';
import { postingText } from '../../../src/record/ledger/posting.ts';
import { walkLedger } from '../../../src/record/ledger/walk-ledger.ts';
import { emptyFolder } from '../../make/host.ts';
import { failing } from '../failing.ts';
import { sha256 } from '../sample.ts';
import { everyBytes, line, postAll, posting, publishPosting, runId, walk } from './sample.ts';

let ledger: string;
beforeEach(() => {
  ledger = join(emptyFolder(), 'ledger');
});

const [first, second, third] = ['a', 'b', 'c'].map((letter, at) => `00000${at + 1}-${letter.repeat(12)}.json`);
const three = ['a', 'b', 'c'].map(runId);

function read(name = ''): string {
  return readFileSync(join(ledger, name), 'utf8');
}

function differences(): readonly string[] {
  return walk(ledger).differences.map(({ file, says }) => `${file} ${says}`);
}

describe('a ledger', () => {
  it('is empty where it is not there, and where nothing is in it', () => {
    const nothing = {
      head: { serial: 0, sha256: null },
      differences: [],
      currency: null,
      lock: null,
      leftBehind: [],
      strays: [],
      postings: [],
    };
    expect(walk(ledger)).toEqual({ exists: false, ...nothing });
    mkdirSync(ledger);
    expect(walk(ledger)).toEqual({ exists: true, ...nothing });
  });

  it('gives its postings in order, and its head is the newest', () => {
    postAll(ledger, three);
    expect(readdirSync(ledger).sort()).toEqual([first, second, third]);
    const { postings, head, differences } = walk(ledger);
    expect(differences).toEqual([]);
    expect(head).toEqual({ serial: 3, sha256: sha256(read(third)) });
    expect(postings.map(({ serial, previous, run }) => ({ serial, previous, run }))).toEqual([
      { serial: 1, previous: null, run: runId('a') },
      { serial: 2, previous: sha256(read(first)), run: runId('b') },
      { serial: 3, previous: sha256(read(second)), run: runId('c') },
    ]);
  });

  it('counts a posting on its way to its name, and only says what else was left behind', () => {
    postAll(ledger, three);
    renameSync(join(ledger, third ?? ''), join(ledger, '000003.record'));
    writeFileSync(join(ledger, '000002.record'), read(second));
    writeFileSync(join(ledger, '.record-000004-0123456789abcdef'), '{"half":');
    const { postings, head, differences, leftBehind, lock } = walk(ledger);
    expect(differences).toEqual([]);
    expect(postings.map(({ serial }) => serial)).toEqual([1, 2, 3]);
    expect(head.serial).toBe(3);
    expect(lock).toBeNull();
    expect(leftBehind).toEqual(['.record-000004-0123456789abcdef', '000002.record', '000003.record']);
  });

  it('is locked by an empty marker, but not by one whose posting is there', () => {
    postAll(ledger, three);
    writeFileSync(join(ledger, '000003.record'), '');
    expect(walk(ledger)).toMatchObject({ lock: null, differences: [] });
    writeFileSync(join(ledger, '000004.record'), '');
    expect(walk(ledger)).toMatchObject({ lock: '000004.record', differences: [], head: { serial: 3 } });
  });
});

describe('the folder of a ledger', () => {
  beforeEach(() => postAll(ledger, three));

  /** The real file system, but that some files are gone when they are read. */
  function without(...gone: readonly string[]): FileCalls {
    return {
      ...systemFiles,
      openToRead(path) {
        if (gone.some((name) => path.endsWith(name))) rmSync(path, { force: true });
        return systemFiles.openToRead(path);
      },
    };
  }

  it('is read in order, in whatever order the system lists it', () => {
    writeFileSync(join(ledger, '000005.record'), '');
    writeFileSync(join(ledger, '000004.record'), '');
    for (const name of ['b', 'a', 'c']) writeFileSync(join(ledger, name), '');
    const whole = walk(ledger);
    expect(whole).toMatchObject({ lock: '000004.record', strays: ['a', 'b', 'c'], head: { serial: 3 } });
    const orders: readonly ((entries: readonly FolderEntry[]) => readonly FolderEntry[])[] = [
      (entries) => entries.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
      (entries) => entries.toSorted((a, b) => (a.name < b.name ? 1 : -1)),
      (entries) => [...entries.slice(3), ...entries.slice(0, 3)],
    ];
    for (const order of orders)
      expect(walk(ledger, { ...systemFiles, list: (path) => order(systemFiles.list(path)) })).toEqual(whole);
  });

  it('may change while it is read: a marker that is gone is none, a record that is gone is told', () => {
    writeFileSync(join(ledger, '000004.record'), '');
    expect(walk(ledger, without('.record'))).toMatchObject({ lock: null, differences: [], head: { serial: 3 } });
    const { differences, head } = walk(ledger, without(third ?? ''));
    expect(differences).toEqual([{ file: third, says: 'went away while the ledger was read' }]);
    expect(head.serial).toBe(2);
  });

  it('is named where the system does not let it be looked at', () => {
    const refusing = (call: string) => failing((each) => each === call && 'EACCES').files;
    expect(() => walk(ledger, refusing('exists'))).toThrow(`could not look at ${ledger}: EACCES`);
    expect(() => walk(ledger, refusing('list'))).toThrow(`could not list ${ledger}: EACCES`);
  });

  it('is held together where nobody takes what is in it', () => {
    rmSync(join(ledger, second ?? ''));
    expect(walkLedger(ledger, {}).differences).toEqual(walk(ledger).differences);
    expect(walkLedger(ledger, {}).differences).toHaveLength(2);
  });
});

describe('the currency of a ledger', () => {
  const euro = knownCurrency('EUR');
  const [inPounds, inEuros] = [{}, { currency: euro }];

  function chainOf(...currencies: readonly object[]) {
    for (const [at, currency] of currencies.entries()) {
      const { head } = walk(ledger);
      publishPosting(ledger, posting({ serial: at + 1, previous: head.sha256, run: three[at] ?? '', ...currency }));
    }
    return walk(ledger);
  }

  it('is that of all its postings', () => {
    expect(chainOf(inPounds, inPounds)).toMatchObject({ currency: sterling, differences: [] });
    rmSync(ledger, { recursive: true });
    expect(chainOf(inEuros, inEuros)).toMatchObject({ currency: euro, differences: [] });
  });

  it('is never two: a posting in another than those before is told', () => {
    const { currency, differences } = chainOf(inPounds, inEuros, inPounds);
    expect(currency).toEqual(sterling);
    expect(differences).toEqual([
      {
        file: second,
        says: 'pays in EUR; expected GBP, as the postings before: a ledger holds one currency',
      },
    ]);
    rmSync(ledger, { recursive: true });
    expect(chainOf(inEuros, inPounds).differences).toEqual([
      { file: second, says: 'pays in GBP; expected EUR, as the postings before: a ledger holds one currency' },
    ]);
  });
});

describe('what is wrong with a ledger', () => {
  beforeEach(() => postAll(ledger, three));

  it('is any byte of any posting changed', () => {
    rmSync(join(ledger, third ?? ''));
    for (const name of readdirSync(ledger)) {
      const bytes = readFileSync(join(ledger, name));
      for (const [at, byte] of bytes.entries()) {
        if (at % everyBytes !== 0) continue;
        bytes[at] = byte ^ 1;
        writeFileSync(join(ledger, name), bytes);
        expect(differences()[0], `${name}, byte ${at}`).toBe(
          `${name} was changed, or is no record: its bytes are not as they were sealed`,
        );
        bytes[at] = byte;
      }
      writeFileSync(join(ledger, name), bytes);
    }
    expect(differences()).toEqual([]);
  });

  it('is a posting that was changed and sealed again: the next one names the old', () => {
    const old = sha256(read(second));
    const text = postingText(posting({ serial: 2, previous: sha256(read(first)), run: runId('b'), approvedBy: 'B.' }));
    writeFileSync(join(ledger, second ?? ''), text);
    expect(differences()).toEqual([
      `${third} follows one with the sha256 ${old}; expected it to follow one with the sha256 ${sha256(text)}`,
    ]);
  });

  it('is a posting that is missing', () => {
    rmSync(join(ledger, second ?? ''));
    expect(differences()).toEqual([
      `${third} comes after serial 1; expected 2: a record is missing or twice`,
      `${third} follows one with the sha256 ${walk(ledger).postings[1]?.previous}; expected it to follow one with the sha256 ${sha256(read(first))}`,
    ]);
    rmSync(join(ledger, third ?? ''));
    rmSync(join(ledger, first ?? ''));
    writeFileSync(join(ledger, first ?? ''), '');
    expect(differences()).toEqual([`${first} was changed, or is no record: its bytes are not as they were sealed`]);
  });

  it('is a first posting that follows another', () => {
    for (const name of [second, third]) rmSync(join(ledger, name ?? ''));
    const text = postingText(posting({ previous: 'c'.repeat(64), run: runId('a') }));
    writeFileSync(join(ledger, first ?? ''), text);
    expect(differences()).toEqual([
      `${first} follows one with the sha256 ${'c'.repeat(64)}; expected it to follow no record`,
    ]);
  });

  it('is a second posting that follows none', () => {
    rmSync(join(ledger, third ?? ''));
    writeFileSync(join(ledger, second ?? ''), postingText(posting({ serial: 2, run: runId('b') })));
    expect(differences()).toEqual([
      `${second} follows no record; expected it to follow one with the sha256 ${sha256(read(first))}`,
    ]);
  });

  it('is two postings with one serial', () => {
    writeFileSync(join(ledger, `000003-${'d'.repeat(12)}.json`), read(third));
    expect(differences()).toEqual([
      `000003-${'d'.repeat(12)}.json comes after serial 3; expected 4: a record is missing or twice`,
      `000003-${'d'.repeat(12)}.json has the content of ${third}; expected the name to tell serial and content`,
      `000003-${'d'.repeat(12)}.json follows one with the sha256 ${sha256(read(second))}; expected it to follow one with the sha256 ${sha256(read(third))}`,
    ]);
  });

  it('is two postings that changed places, or have another name', () => {
    const [one, other] = [read(first), read(second)];
    writeFileSync(join(ledger, first ?? ''), other);
    writeFileSync(join(ledger, second ?? ''), one);
    expect(differences()[0]).toBe(
      `${first} has the content of ${second}; expected the name to tell serial and content`,
    );
  });

  it('is a link or a folder under the name of a posting', () => {
    symlinkSync(join(ledger, first ?? ''), join(ledger, '000004-dddddddddddd.json'));
    mkdirSync(join(ledger, '000005-eeeeeeeeeeee.json'));
    const says = 'is a folder, a link or a special file; expected the plain file of a record';
    expect(differences()).toEqual([`000004-dddddddddddd.json ${says}`, `000005-eeeeeeeeeeee.json ${says}`]);
  });

  it('is not what merely lies there, which is told, nor what the system left, which is not', () => {
    mkdirSync(join(ledger, 'copies'));
    writeFileSync(join(ledger, '000002-bbbbbbbbbbbb (1).json'), read(second));
    for (const name of ['.DS_Store', 'Thumbs.db', 'desktop.ini', '~$000001.json'])
      writeFileSync(join(ledger, name), '');
    const { differences, strays, head } = walk(ledger);
    expect(differences).toEqual([]);
    expect(strays).toEqual(['000002-bbbbbbbbbbbb (1).json', 'copies']);
    expect(head.serial).toBe(3);
  });
});

describe('a posting whose lines do not come to its control totals', () => {
  const { controls } = posting();
  it.each([
    [
      'payments',
      { controls: { ...controls, payments: pence(151) } },
      'has lines whose payments come to 1.50; its control total is 1.51',
    ],
    [
      'recoveries',
      { controls: { ...controls, clawbacks: { ...controls.clawbacks, due: pence(40) } } },
      'has lines whose recoveries come to 0.50; its control total is 0.40',
    ],
    [
      'net',
      { controls: { ...controls, net: pence(-100) } },
      'has lines whose net total come to 1.00; its control total is -1.00',
    ],
    [
      'a line of nothing',
      { lines: [line('Z00001', 'reviews', 'spring', 0)] },
      'has a line of nothing; expected an amount in each',
    ],
    [
      'a line twice',
      { lines: [line('Z00001', 'reviews', 'spring', 5), line('Z00001', 'reviews', 'spring', 6)] },
      'has the line Z00001,reviews,spring,Z00001 out of order, or twice; expected practice, component, period and payee in order',
    ],
    [
      'lines out of order',
      { lines: [line('Z00001', 'reviews', 'winter', 5), line('Z00001', 'reviews', 'spring', 6)] },
      'has the line Z00001,reviews,spring,Z00001 out of order, or twice; expected practice, component, period and payee in order',
    ],
  ])('is told of %s', (_, given, says) => {
    mkdirSync(ledger);
    const name = '000001-ab12ab12ab12.json';
    writeFileSync(join(ledger, name), postingText(posting(given)));
    expect(differences()).toEqual([`${name} ${says}`]);
  });
});
