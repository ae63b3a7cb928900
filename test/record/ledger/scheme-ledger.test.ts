import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { day } from '../../../src/domain/day.ts';
import { newestPosting, SchemeLedger } from '../../../src/record/ledger/scheme-ledger.ts';
import { walkLedger } from '../../../src/record/ledger/walk-ledger.ts';
import { emptyFolder } from '../../make/host.ts';
import { sha256 } from '../sample.ts';
import { line, posting, publishPosting, runId, walk } from './sample.ts';

it('is what a ledger holds of one scheme, however much was posted of others', () => {
  const ledger = join(emptyFolder(), 'ledger');
  const [first, last] = [line('Z00001', 'reviews', 'spring', 150), line('Z00001', 'reviews', 'spring', -40)];
  const given = [
    { lines: [first] },
    { scheme: 'another', lines: [line('Z00002', 'visits', 'spring', 7)] },
    { asAt: day('2021-01-15'), period: 'summer', lines: [last], schemeSha256: 'e'.repeat(64) },
    { scheme: 'another', lines: [line('Z00003', 'visits', 'spring', 8)] },
  ];
  for (const [at, each] of given.entries()) {
    const { head } = walk(ledger);
    publishPosting(ledger, posting({ serial: at + 1, previous: head.sha256, run: runId('abcd'[at] ?? ''), ...each }));
  }
  const own = new SchemeLedger('sample-2020-21');
  walkLedger(ledger, { posting: own.take });
  const hashes = readdirSync(ledger)
    .sort()
    .map((name) => sha256(readFileSync(join(ledger, name), 'utf8')));
  const { lines: _, ...one } = posting({ run: runId('a'), lines: [first] });
  const { lines: __, ...three } = posting({
    ...given[2],
    serial: 3,
    previous: hashes[1] ?? null,
    run: runId('c'),
  });
  expect(own.postings).toEqual([
    { ...one, sha256: hashes[0] },
    { ...three, sha256: hashes[2] },
  ]);
  expect(own.rows).toEqual([
    { serial: 1, asAt: day('2020-10-15'), ...first },
    { serial: 3, asAt: day('2021-01-15'), ...last },
  ]);
  expect(own.newest).toEqual({ ...three, sha256: hashes[2] });
  expect(newestPosting(own.newest)).toEqual({ serial: 3, sha256: hashes[2], schemeSha256: 'e'.repeat(64) });
});

it('is nothing where nothing of the scheme was posted', () => {
  const ledger = join(emptyFolder(), 'ledger');
  publishPosting(ledger, posting({ scheme: 'another' }));
  const own = new SchemeLedger('sample-2020-21');
  walkLedger(ledger, { posting: own.take });
  expect([own.postings, own.rows, own.newest]).toEqual([[], [], null]);
  expect(newestPosting(own.newest)).toEqual({ serial: 0, sha256: null, schemeSha256: null });
});

it('has as its newest posting the last of all', () => {
  const own = new SchemeLedger('sample-2020-21');
  for (const serial of [1, 4, 7]) own.take(posting({ serial }), `${serial}`.repeat(64));
  expect(own.newest).toMatchObject({ serial: 7, sha256: '7'.repeat(64) });
});
