import { describe, expect, it } from 'vitest';
import type { ChainedPosting } from '../../../src/record/ledger/posting.ts';
import { standingOf } from '../../../src/record/ledger/standing.ts';
import type { NewestPosting } from '../../../src/record/run-folder/manifest.ts';
import { manifest } from '../sample.ts';
import { posting, runId } from './sample.ts';

const hash = (letter: string) => letter.repeat(64);

/** A posting in its place, told by one letter: its sha256, and the run that it posted. */
function chained(serial: number, letter: string, given: Partial<ChainedPosting> = {}): ChainedPosting {
  const { lines: _, ...header } = posting({ serial, run: runId(letter), ...given });
  return { ...header, sha256: hash(letter) };
}

const seen = (serial: number, letter: string): NewestPosting => ({
  serial,
  sha256: hash(letter),
  schemeSha256: hash('0'),
});
const nothing: NewestPosting = { serial: 0, sha256: null, schemeSha256: null };
const madeAt = (newestPosting: NewestPosting | null) => ({ ...manifest, newestPosting });

const first = chained(1, 'a');
const others = [chained(2, 'b', { scheme: 'another' }), chained(3, 'c', { scheme: 'a-third' })];
const same = chained(4, 'd');
const later = chained(5, 'e', { period: 'summer' });

describe('how a run stands to a ledger', () => {
  it('may be posted where nothing of its scheme came since, whatever came of others', () => {
    expect(standingOf(madeAt(nothing), runId('9'), [])).toEqual({ kind: 'may-be-posted' });
    expect(standingOf(madeAt(nothing), runId('9'), others)).toEqual({ kind: 'may-be-posted' });
    expect(standingOf(madeAt(seen(1, 'a')), runId('9'), [first])).toEqual({ kind: 'may-be-posted' });
    expect(standingOf(madeAt(seen(1, 'a')), runId('9'), [first, ...others])).toEqual({ kind: 'may-be-posted' });
  });

  it('may be posted without a ledger only where nothing of its scheme was posted', () => {
    expect(standingOf(madeAt(null), runId('9'), others)).toEqual({ kind: 'may-be-posted' });
    expect(standingOf(madeAt(null), runId('9'), [...others, later])).toEqual({ kind: 'stale', since: [later] });
  });

  it('is posted already, whatever came after', () => {
    const all = [first, ...others, same, later];
    expect(standingOf(madeAt(seen(1, 'a')), runId('d'), all)).toEqual({ kind: 'already-posted', posting: same });
    expect(standingOf(madeAt(null), runId('a'), all)).toEqual({ kind: 'already-posted', posting: first });
  });

  it('was overtaken by a different run for its scheme and period', () => {
    const standing = { kind: 'posted-otherwise', posting: same };
    expect(standingOf(madeAt(seen(1, 'a')), runId('9'), [first, ...others, same])).toEqual(standing);
    expect(standingOf(madeAt(seen(1, 'a')), runId('9'), [first, ...others, same, later])).toEqual(standing);
  });

  it('is stale where another period of its scheme came since: all of the scheme is told', () => {
    const then = chained(6, 'f');
    expect(standingOf(madeAt(seen(4, 'd')), runId('9'), [first, ...others, same, later, then])).toEqual({
      kind: 'stale',
      since: [later, then],
    });
  });

  it.each([
    ['a hash that its posting has not', seen(1, 'f')],
    ['a posting of another scheme', seen(2, 'b')],
    ['a posting further on than the ledger', seen(7, 'a')],
  ])('belongs to another ledger by %s', (_, newestPosting) => {
    expect(standingOf(madeAt(newestPosting), runId('9'), [first, ...others])).toEqual({ kind: 'other-ledger' });
  });
});
