import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type FileCalls, systemFiles } from '../../../src/record/files/file-calls.ts';
import { settleMarkers } from '../../../src/record/ledger/markers.ts';
import { type Posting, postingText } from '../../../src/record/ledger/posting.ts';
import { publishRecord } from '../../../src/record/ledger/publish-record.ts';
import { type LedgerRecord, recordName, recordText } from '../../../src/record/ledger/record.ts';
import type { ChainPlace } from '../../../src/record/ledger/sealed.ts';
import { emptyFolder } from '../../make/host.ts';
import { failing } from '../failing.ts';
import { handOff, postAll, posting, publishPosting, runId, settlement, walk } from './sample.ts';

let root: string;
let ledger: string;
beforeEach(() => {
  root = emptyFolder();
  ledger = join(root, 'ledger');
});

const name = '000001-ab12ab12ab12.json';
const posted = { kind: 'added', name, notLasting: null };

function names(): string[] {
  return readdirSync(ledger).sort();
}

/** The same posting by another run: it wants the same serial. */
function rival(letter: string): Posting {
  return posting({ run: runId(letter) });
}

/** Where hard links do not work, for one of the reasons that there are. */
function withoutLinks(code: string): FileCalls {
  return failing((call) => call === 'link' && code).files;
}

/** A record of each kind: the same wherever it stands, but for its place. */
const kinds: readonly (readonly [string, (place?: Partial<ChainPlace>) => LedgerRecord])[] = [
  ['a posting', (place) => ({ kind: 'posting', posting: posting(place) })],
  ['a hand-off', (place) => ({ kind: 'hand-off', handOff: handOff(place) })],
  ['a settlement', (place) => ({ kind: 'settlement', settlement: settlement(place) })],
];

describe.each(
  kinds.flatMap(([kind, make]) => [
    [kind, 'with links', make, systemFiles] as const,
    [kind, 'without links', make, withoutLinks('EPERM')] as const,
  ]),
)('%s %s', (_kind, _links, make, files) => {
  const [own, ownName] = [make(), recordName(make())];
  const added = { kind: 'added', name: ownName, notLasting: null };

  it('stands under its name, and nothing else is left', () => {
    expect(publishRecord(ledger, own, files)).toEqual(added);
    expect(names()).toEqual([ownName]);
    expect(readFileSync(join(ledger, ownName), 'utf8')).toBe(recordText(own));
  });

  it('loses against one of its serial that stands already', () => {
    publishPosting(ledger, rival('c'), files);
    expect(publishRecord(ledger, own, files)).toEqual({ kind: 'overtaken' });
    expect(names()).toEqual(['000001-cccccccccccc.json']);
  });

  it('loses against one that is on its way, and leaves it alone', () => {
    mkdirSync(ledger);
    writeFileSync(join(ledger, '000001.record'), postingText(rival('c')));
    expect(publishRecord(ledger, own, files)).toEqual({ kind: 'overtaken' });
    expect(names()).toEqual(['000001.record']);
  });

  it('clears away what killed programs left of its serial and of those before, but nothing of a later one', () => {
    mkdirSync(ledger);
    writeFileSync(join(ledger, '.record-000001-0123456789abcdef'), '');
    writeFileSync(join(ledger, '.record-000002-0123456789abcdef'), '');
    expect(publishRecord(ledger, own, files)).toEqual(added);
    expect(names()).toEqual(['.record-000002-0123456789abcdef', ownName]);
  });

  it('fails at any call, once or for good: it is not there, or it is whole and the answer says so', () => {
    const noLinks = (call: string) => files !== systemFiles && call === 'link' && 'EPERM';
    const clears = (call: string) => call === 'removeFile' || call === 'removeFolder';
    const { files: whole, calls } = failing(noLinks);
    publishRecord(ledger, own, whole);
    rmSync(ledger, { recursive: true });
    for (const [at, call] of calls.entries()) {
      if (clears(call)) continue;
      for (const forGood of [false, true]) {
        const where = `${forGood ? 'from' : 'at'} call ${at}, ${call}`;
        const refuses = (each: string, n: number) => (forGood ? n >= at && !clears(each) : n === at) || noLinks(each);
        const answer = outcomeOf(() => publishRecord(ledger, own, failing(refuses).files));
        const { differences, head, lock } = walk(ledger);
        expect(differences, where).toEqual([]);
        expect(lock, where).toBeNull();
        expect(answer, where).toBe(head.serial === 1 ? 'added' : 'refused');
        if (head.serial === 0) expect(readdirSync(root), where).toEqual([]);
        rmSync(ledger, { recursive: true, force: true });
      }
    }
  });

  it('is killed before any call: it is not there, or it is whole, and the next one goes on from there', () => {
    const noLinks = (call: string) => files !== systemFiles && call === 'link' && 'EPERM';
    const { files: whole, calls } = failing(noLinks);
    publishRecord(ledger, own, whole);
    rmSync(ledger, { recursive: true });
    for (const [at, call] of calls.entries()) {
      const where = `before call ${at}, ${call}`;
      const dead = failing((each, n) => n >= at || noLinks(each));
      attempt(() => publishRecord(ledger, own, dead.files));
      const { differences, head, lock } = walk(ledger);
      expect(differences, where).toEqual([]);
      if (lock !== null) {
        expect(files, where).not.toBe(systemFiles);
        expect(head.serial, where).toBe(0);
        rmSync(join(ledger, lock));
      }
      settleMarkers(ledger);
      const serial = head.serial + 1;
      const next = make({ serial, previous: head.sha256 });
      expect(publishRecord(ledger, next, files), where).toMatchObject({ kind: 'added' });
      expect(walk(ledger), where).toMatchObject({ differences: [], leftBehind: [], head: { serial } });
      rmSync(ledger, { recursive: true });
    }
  });
});

it('loses against the same run posted by somebody else', () => {
  publishPosting(ledger, posting({ approvedBy: 'B. Jones' }));
  expect(publishPosting(ledger, posting())).toEqual({ kind: 'overtaken' });
  expect(readFileSync(join(ledger, name), 'utf8')).toContain('B. Jones');
});

/** What a killed program throws is seen by nobody. */
function attempt(post: () => unknown): void {
  try {
    post();
  } catch {
    // Nobody is there to be told.
  }
}

function outcomeOf(post: () => { readonly kind: string }): string {
  try {
    return post().kind;
  } catch (error) {
    expect(error).toMatchObject({ code: 'ENOSPC' });
    return 'refused';
  }
}

describe('a posting that the system will not promise to keep', () => {
  it('stands, and the answer says what failed', () => {
    mkdirSync(ledger);
    let named = false;
    const { files } = failing((call) => {
      const fails = named && call === 'syncFolder' && 'EIO';
      named ||= call === 'link' && existsSync(join(ledger, '000001.record'));
      return fails;
    });
    expect(publishPosting(ledger, posting(), files)).toMatchObject({ kind: 'added', notLasting: { code: 'EIO' } });
    expect(walk(ledger)).toMatchObject({ differences: [], head: { serial: 1 } });
  });

  it('stands where its marker could not be taken back', () => {
    const { files } = failing((call) => call === 'syncFolder' || call === 'removeFile');
    expect(publishPosting(ledger, posting(), files)).toMatchObject({ kind: 'added', notLasting: { code: 'ENOSPC' } });
    expect(walk(ledger)).toMatchObject({ differences: [], head: { serial: 1 } });
  });

  it('does not stand where only its lock could not be taken back, and the failure names the lock', () => {
    const { files } = failing((call) => (call === 'link' ? 'ENOTSUP' : ['rename', 'removeFile'].includes(call)));
    expect(() => publishPosting(ledger, posting(), files)).toThrow(
      expect.objectContaining({ code: 'ENOSPC', leftBehind: join(ledger, '000001.record') }),
    );
    expect(walk(ledger)).toMatchObject({ head: { serial: 0 }, lock: '000001.record', differences: [] });
  });
});

describe('a posting that the system refuses', () => {
  it.each([
    ['link', name, systemFiles],
    ['rename', name, withoutLinks('EPERM')],
    ['create', '000001.record', withoutLinks('EPERM')],
  ] as const)('says that it could not %s, and leaves nothing behind', (call, place, files) => {
    const path = join(ledger, place);
    const refusing = (...paths: [string, string]) => {
      if (!paths.includes(path)) return files[call](...paths);
      throw Object.assign(new Error('the disk is full'), { code: 'ENOSPC', syscall: call });
    };
    expect(() => publishPosting(ledger, posting(), { ...files, [call]: refusing })).toThrow(
      expect.objectContaining({ message: `could not ${call} ${path}: the disk is full`, leftBehind: null }),
    );
    expect(readdirSync(root)).toEqual([]);
  });

  it('closes its file where that could not be written', () => {
    const { files, calls } = failing((call) => call === 'write');
    expect(() => publishPosting(ledger, posting(), files)).toThrow('ENOSPC');
    expect(calls.filter((call) => call === 'create' || call === 'close')).toEqual(['create', 'close']);
  });

  it('closes its lock, and says where that could not be done', () => {
    const { files, calls } = failing((call) => call === 'link' && 'EPERM');
    publishPosting(ledger, posting(), files);
    expect(calls.filter((call) => call === 'create' || call === 'close')).toEqual([
      'create',
      'close',
      'create',
      'close',
    ]);
    rmSync(ledger, { recursive: true });
    let closed = 0;
    const refusing = failing((call) => {
      if (call === 'close') closed += 1;
      return call === 'link' ? 'EPERM' : call === 'close' && closed === 2;
    });
    expect(() => publishPosting(ledger, posting(), refusing.files)).toThrow(
      `could not close ${join(ledger, '000001.record')}: ENOSPC`,
    );
    expect(readdirSync(root)).toEqual([]);
  });
});

describe('links that do not work', () => {
  it.each(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'EXDEV', 'ENOSYS'])('are told by %s', (code) => {
    expect(publishPosting(ledger, posting(), withoutLinks(code))).toEqual(posted);
  });

  it('are told from a full disk', () => {
    expect(() => publishPosting(ledger, posting(), withoutLinks('ENOSPC'))).toThrow('ENOSPC');
    expect(readdirSync(root)).toEqual([]);
  });
});

describe('settleMarkers', () => {
  it('finds nothing to do in a ledger that is not there', () => {
    settleMarkers(ledger);
    expect(readdirSync(root)).toEqual([]);
  });

  it('gives a posting on its way its name', () => {
    mkdirSync(ledger);
    writeFileSync(join(ledger, '000001.record'), postingText(posting()));
    settleMarkers(ledger);
    expect(names()).toEqual([name]);
    expect(walk(ledger)).toMatchObject({ differences: [], leftBehind: [], head: { serial: 1 } });
  });

  it('removes the marker of a posting that has its name, or lost, but never a lock', () => {
    postAll(ledger, [runId('a'), runId('b')]);
    writeFileSync(join(ledger, '000001.record'), postingText(rival('c')));
    writeFileSync(join(ledger, '000002.record'), '');
    writeFileSync(join(ledger, '000003.record'), '');
    settleMarkers(ledger);
    expect(names()).toEqual(['000001-aaaaaaaaaaaa.json', '000002-bbbbbbbbbbbb.json', '000003.record']);
  });

  it('leaves a marker that it cannot give its name by a link: it counts as it stands', () => {
    mkdirSync(ledger);
    writeFileSync(join(ledger, '000001.record'), postingText(posting()));
    for (const code of ['EPERM', 'ENOENT']) {
      settleMarkers(ledger, withoutLinks(code));
      expect(names()).toEqual(['000001.record']);
      expect(walk(ledger)).toMatchObject({ differences: [], head: { serial: 1 } });
    }
  });

  it('removes a marker only when the name of its posting lasts', () => {
    mkdirSync(ledger);
    writeFileSync(join(ledger, '000001.record'), postingText(posting()));
    const refusing = failing((call) => call === 'syncFolder');
    expect(() => settleMarkers(ledger, refusing.files)).toThrow(`could not save ${ledger}: ENOSPC`);
    expect(names()).toEqual([name, '000001.record'].sort());
    settleMarkers(ledger);
    expect(names()).toEqual([name]);
    renameSync(join(ledger, name), join(ledger, '000001.record'));
    const { files, calls } = failing(() => false);
    settleMarkers(ledger, files);
    expect(calls.slice(-3)).toEqual(['link', 'syncFolder', 'removeFile']);
  });

  it('finds nothing to do where a marker is gone meanwhile', () => {
    mkdirSync(ledger);
    writeFileSync(join(ledger, '000001.record'), postingText(posting()));
    const gone: FileCalls = {
      ...systemFiles,
      openToRead(path) {
        rmSync(path);
        return systemFiles.openToRead(path);
      },
    };
    settleMarkers(ledger, gone);
    expect(names()).toEqual([]);
  });

  it('says what the system refuses', () => {
    mkdirSync(ledger);
    writeFileSync(join(ledger, '000001.record'), postingText(posting()));
    const refusing = (call: string) => failing((each) => each === call && 'EACCES').files;
    expect(() => settleMarkers(ledger, refusing('exists'))).toThrow(`could not look at ${ledger}: EACCES`);
    expect(() => settleMarkers(ledger, refusing('link'))).toThrow(`could not link ${join(ledger, name)}: EACCES`);
    expect(names()).toEqual(['000001.record']);
  });

  it('leaves what is no posting for verify to tell', () => {
    mkdirSync(ledger);
    writeFileSync(join(ledger, '000001.record'), 'half a posti');
    settleMarkers(ledger);
    expect(names()).toEqual(['000001.record']);
    expect(walk(ledger).differences).toEqual([
      {
        file: '000001.record',
        says: 'was changed, or is no record: its bytes are not as they were sealed',
      },
    ]);
  });
});

describe('a posting that somebody else completes', () => {
  it('is posted all the same', () => {
    const files: FileCalls = {
      ...systemFiles,
      link(from, to) {
        systemFiles.link(from, to);
        if (to.endsWith('.record')) settleMarkers(ledger);
      },
    };
    expect(publishPosting(ledger, posting(), files)).toEqual(posted);
    expect(names()).toEqual([name]);
  });

  /** The real file system, but that something happens just before a posting gets its name. */
  function justBefore(happens: () => void): readonly FileCalls[] {
    const linking: FileCalls = {
      ...systemFiles,
      link(from, to) {
        if (to.endsWith('.json')) happens();
        systemFiles.link(from, to);
      },
    };
    const renaming: FileCalls = {
      ...systemFiles,
      link: withoutLinks('EPERM').link,
      rename(from, to) {
        if (to.endsWith('.json')) happens();
        systemFiles.rename(from, to);
      },
    };
    return [linking, renaming];
  }

  it('is posted all the same where that was at the last moment', () => {
    const [linking] = justBefore(() => settleMarkers(ledger));
    expect(publishPosting(ledger, posting(), linking)).toEqual(posted);
    expect(names()).toEqual([name]);
    expect(walk(ledger)).toMatchObject({ differences: [], head: { serial: 1 } });
  });

  it('has lost where the same run got its name from somebody else at the last moment', () => {
    const theirs = postingText(posting({ approvedBy: 'B. Jones' }));
    const [linking] = justBefore(() => writeFileSync(join(ledger, name), theirs));
    expect(publishPosting(ledger, posting(), linking)).toEqual({ kind: 'overtaken' });
    expect(names()).toEqual([name]);
    expect(readFileSync(join(ledger, name), 'utf8')).toBe(theirs);
  });

  it('has lost where one of its serial was posted at the last moment, and cleared it away', () => {
    for (const files of justBefore(() => {
      rmSync(join(ledger, '000001.record'));
      publishPosting(ledger, rival('c'));
    })) {
      expect(publishPosting(ledger, posting(), files)).toEqual({ kind: 'overtaken' });
      expect(names()).toEqual(['000001-cccccccccccc.json']);
      rmSync(ledger, { recursive: true });
    }
  });

  it('has lost where its marker came after the posting that won', () => {
    const files: FileCalls = {
      ...systemFiles,
      link(from, to) {
        if (to.endsWith('.record')) publishPosting(ledger, rival('c'));
        systemFiles.link(from, to);
      },
    };
    expect(publishPosting(ledger, posting(), files)).toEqual({ kind: 'overtaken' });
    expect(names()).toEqual(['000001-cccccccccccc.json']);
  });
});
