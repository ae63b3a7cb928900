import { describe, expect, it } from 'vitest';
import { standingOf } from '../../../src/record/ledger/standing.ts';
import type { LedgerHead } from '../../../src/record/run-folder/manifest.ts';
import { manifest } from '../sample.ts';
import { posting, runId } from './sample.ts';

const hash = (letter: string) => letter.repeat(64);
const head = (serial: number, letter: string): LedgerHead => ({ serial, sha256: hash(letter) });
const empty = { head: { serial: 0, sha256: null }, postings: [] };
const another = posting({ run: runId('1'), scheme: 'another' });
const same = posting({ serial: 2, previous: hash('a'), run: runId('2') });
const later = posting({ serial: 3, previous: hash('b'), run: runId('3'), period: 'summer' });
const two = { head: head(2, 'b'), postings: [another, same] };
const three = { head: head(3, 'c'), postings: [another, same, later] };

const madeAt = (ledgerHead: LedgerHead | null) => ({ ...manifest, ledgerHead });

describe('how a run stands to a ledger', () => {
  it('may be posted at the head that it was made against', () => {
    expect(standingOf(madeAt(empty.head), runId('9'), empty)).toEqual({ kind: 'may-be-posted', serial: 1 });
    expect(standingOf(madeAt(two.head), runId('9'), two)).toEqual({ kind: 'may-be-posted', serial: 3 });
  });

  it('may be posted without a ledger only where nothing was posted', () => {
    expect(standingOf(madeAt(null), runId('9'), empty)).toEqual({ kind: 'may-be-posted', serial: 1 });
    expect(standingOf(madeAt(null), runId('9'), two)).toEqual({ kind: 'stale', between: [another, same] });
  });

  it('is posted already, whatever came after', () => {
    expect(standingOf(madeAt(head(1, 'a')), runId('2'), three)).toEqual({ kind: 'already-posted', posting: same });
    expect(standingOf(madeAt(null), runId('1'), three)).toEqual({ kind: 'already-posted', posting: another });
  });

  it('was overtaken by a different run for its scheme and period at its own head', () => {
    const standing = { kind: 'posted-otherwise', posting: same };
    expect(standingOf(madeAt(head(1, 'a')), runId('9'), two)).toEqual(standing);
    expect(standingOf(madeAt(head(1, 'a')), runId('9'), three)).toEqual(standing);
  });

  it('is stale where anything else came between, all of which is told', () => {
    expect(standingOf(madeAt(empty.head), runId('9'), three)).toEqual({
      kind: 'stale',
      between: [another, same, later],
    });
    expect(standingOf(madeAt(head(2, 'b')), runId('9'), three)).toEqual({ kind: 'stale', between: [later] });
  });

  it.each([
    ['a head with another hash', head(1, 'f')],
    ['the newest head with another hash', head(3, 'f')],
    ['a head further on than the ledger', head(7, 'f')],
  ])('belongs to another ledger by %s', (_, ledgerHead) => {
    expect(standingOf(madeAt(ledgerHead), runId('9'), three)).toEqual({ kind: 'other-ledger' });
  });
});
