import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type FileCalls, systemFiles } from '../../../src/record/files/file-calls.ts';
import { settleMarkers } from '../../../src/record/ledger/markers.ts';
import { type Posting, postingText } from '../../../src/record/ledger/posting.ts';
import { publishPosting } from '../../../src/record/ledger/publish-posting.ts';
import { emptyFolder } from '../../make/host.ts';
import { failing } from '../failing.ts';
import { postAll, posting, runId, walk } from './sample.ts';

let root: string;
let ledger: string;
beforeEach(() => {
  root = emptyFolder();
  ledger = join(root, 'ledger');
});

const name = '000001-ab12ab12ab12.json';
const posted = { kind: 'posted', name, notLasting: null };

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

describe.each([
  ['with links', systemFiles],
  ['without links', withoutLinks('EPERM')],
])('a posting %s', (_, files) => {
  it('stands under its name, and nothing else is left', () => {
    expect(publishPosting(ledger, posting(), files)).toEqual(posted);
    expect(names()).toEqual([name]);
    expect(readFileSync(join(ledger, name), 'utf8')).toBe(postingText(posting()));
  });

  it('loses against one of its serial that stands already', () => {
    publishPosting(ledger, rival('c'), files);
    expect(publishPosting(ledger, posting(), files)).toEqual({ kind: 'overtaken' });
    expect(names()).toEqual(['000001-cccccccccccc.json']);
  });

  it('loses against the same run posted by somebody else', () => {
    publishPosting(ledger, posting({ approvedBy: 'B. Jones' }), files);
    expect(publishPosting(ledger, posting(), files)).toEqual({ kind: 'overtaken' });
    expect(readFileSync(join(ledger, name), 'utf8')).toContain('B. Jones');
  });

  it('loses against one that is on its way, and leaves it alone', () => {
    mkdirSync(ledger);
    writeFileSync(join(ledger, '000001.posting'), postingText(rival('c')));
    expect(publishPosting(ledger, posting(), files)).toEqual({ kind: 'overtaken' });
    expect(names()).toEqual(['000001.posting']);
  });

  it('clears away what killed programs left of its serial and of those before, but nothing of a later one', () => {
    mkdirSync(ledger);
    writeFileSync(join(ledger, '.posting-000001-0123456789abcdef'), '');
    writeFileSync(join(ledger, '.posting-000002-0123456789abcdef'), '');
    expect(publishPosting(ledger, posting(), files)).toEqual(posted);
    expect(names()).toEqual(['.posting-000002-0123456789abcdef', name]);
  });

  it('fails at any call, once or for good: it is not there, or it is whole and the answer says so', () => {
    const noLinks = (call: string) => files !== systemFiles && call === 'link' && 'EPERM';
    const clears = (call: string) => call === 'removeFile' || call === 'removeFolder';
    const { files: whole, calls } = failing(noLinks);
    publishPosting(ledger, posting(), whole);
    rmSync(ledger, { recursive: true });
    for (const [at, call] of calls.entries()) {
      if (clears(call)) continue;
      for (const forGood of [false, true]) {
        const where = `${forGood ? 'from' : 'at'} call ${at}, ${call}`;
        const refuses = (each: string, n: number) => (forGood ? n >= at && !clears(each) : n === at) || noLinks(each);
        const answer = outcomeOf(() => publishPosting(ledger, posting(), failing(refuses).files));
        const { differences, head, lock } = walk(ledger);
        expect(differences, where).toEqual([]);
        expect(lock, where).toBeNull();
        expect(answer, where).toBe(head.serial === 1 ? 'posted' : 'refused');
        if (head.serial === 0) expect(readdirSync(root), where).toEqual([]);
        rmSync(ledger, { recursive: true, force: true });
      }
    }
  });

  it('is killed before any call: it is not there, or it is whole, and the next one goes on from there', () => {
    const noLinks = (call: string) => files !== systemFiles && call === 'link' && 'EPERM';
    const { files: whole, calls } = failing(noLinks);
    publishPosting(ledger, posting(), whole);
    rmSync(ledger, { recursive: true });
    for (const [at, call] of calls.entries()) {
      const where = `before call ${at}, ${call}`;
      const dead = failing((each, n) => n >= at || noLinks(each));
      attempt(() => publishPosting(ledger, posting(), dead.files));
      const { differences, head, lock } = walk(ledger);
      expect(differences, where).toEqual([]);
      if (lock !== null) {
        expect(files, where).not.toBe(systemFiles);
        expect(head.serial, where).toBe(0);
        rmSync(join(ledger, lock));
      }
      settleMarkers(ledger);
      const serial = head.serial + 1;
      const next = posting({ serial, previous: head.sha256, run: runId('d') });
      expect(publishPosting(ledger, next, files), where).toMatchObject({ kind: 'posted' });
      expect(walk(ledger), where).toMatchObject({ differences: [], leftBehind: [], head: { serial } });
      rmSync(ledger, { recursive: true });
    }
  });
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
      named ||= call === 'link' && existsSync(join(ledger, '000001.posting'));
      return fails;
    });
    expect(publishPosting(ledger, posting(), files)).toMatchObject({ kind: 'posted', notLasting: { code: 'EIO' } });
    expect(walk(ledger)).toMatchObject({ differences: [], head: { serial: 1 } });
  });

  it('stands where its marker could not be taken back', () => {
    const { files } = failing((call) => call === 'syncFolder' || call === 'removeFile');
    expect(publishPosting(ledger, posting(), files)).toMatchObject({ kind: 'posted', notLasting: { code: 'ENOSPC' } });
    expect(walk(ledger)).toMatchObject({ differences: [], head: { serial: 1 } });
  });

  it('does not stand where only its lock could not be taken back, and the failure names the lock', () => {
    const { files } = failing((call) => (call === 'link' ? 'ENOTSUP' : ['rename', 'removeFile'].includes(call)));
    expect(() => publishPosting(ledger, posting(), files)).toThrow(
      expect.objectContaining({ code: 'ENOSPC', leftBehind: join(ledger, '000001.posting') }),
    );
    expect(walk(ledger)).toMatchObject({ head: { serial: 0 }, lock: '000001.posting', differences: [] });
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
    writeFileSync(join(ledger, '000001.posting'), postingText(posting()));
    settleMarkers(ledger);
    expect(names()).toEqual([name]);
    expect(walk(ledger)).toMatchObject({ differences: [], leftBehind: [], head: { serial: 1 } });
  });

  it('removes the marker of a posting that has its name, or lost, but never a lock', () => {
    postAll(ledger, [runId('a'), runId('b')]);
    writeFileSync(join(ledger, '000001.posting'), postingText(rival('c')));
    writeFileSync(join(ledger, '000002.posting'), '');
    writeFileSync(join(ledger, '000003.posting'), '');
    settleMarkers(ledger);
    expect(names()).toEqual(['000001-aaaaaaaaaaaa.json', '000002-bbbbbbbbbbbb.json', '000003.posting']);
  });

  it('leaves what is no posting for verify to tell', () => {
    mkdirSync(ledger);
    writeFileSync(join(ledger, '000001.posting'), 'half a posti');
    settleMarkers(ledger);
    expect(names()).toEqual(['000001.posting']);
    expect(walk(ledger).differences).toEqual([
      {
        file: '000001.posting',
        says: 'was changed, or is no posting: its bytes are not as they were sealed',
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
        if (to.endsWith('.posting')) settleMarkers(ledger);
      },
    };
    expect(publishPosting(ledger, posting(), files)).toEqual(posted);
    expect(names()).toEqual([name]);
  });

  it('has lost where its marker came after the posting that won', () => {
    const files: FileCalls = {
      ...systemFiles,
      link(from, to) {
        if (to.endsWith('.posting')) publishPosting(ledger, rival('c'));
        systemFiles.link(from, to);
      },
    };
    expect(publishPosting(ledger, posting(), files)).toEqual({ kind: 'overtaken' });
    expect(names()).toEqual(['000001-cccccccccccc.json']);
  });
});
