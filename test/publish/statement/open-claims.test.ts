import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { folderOf } from '../../make/host.ts';
import { papersOf, readPdf } from '../../make/papers.ts';
import { runFolder } from '../../make/runs.ts';

// £100.00 a session, ten at most of a practice, out of £1,000.00 for all: what is new in a quarter is scaled to what is left. A session is
// claimed until the end of the quarter after its own. £3.00 a person checked need no claim.
const scheme = fileURLToPath(new URL('../../../fixtures/other-schemes/budget-of-the-year.json', import.meta.url));

/** What a letter asks for still, after so many sessions of the first quarter and of the second. */
async function asksOf(code: string, asAt: string, sessions: Readonly<Record<string, readonly [number, number]>>) {
  const codes = Object.keys(sessions);
  const claims = codes.flatMap((practice) =>
    ['2020-05-01', '2020-08-01'].flatMap((day, quarter) =>
      Array.from({ length: sessions[practice]?.[quarter] ?? 0 }, (_, number) => {
        return `${practice},session,${quarter}-${number},${day},${day}`;
      }),
    ),
  );
  const data = folderOf({
    'practices.csv': ['practice_code,practice_name', ...codes.map((each) => `${each},${each}`), ''].join('\n'),
    'list-sizes.csv': ['practice_code,as_at,patients', ...codes.map((each) => `${each},2020-04-01,5000`), ''].join(
      '\n',
    ),
    'measures.csv': [
      'practice_code,measure,as_at,numerator',
      ...codes.flatMap((each) => ['2020-06-30', '2020-09-30'].map((day) => `${each},checked,${day},0`)),
      '',
    ].join('\n'),
    'claims.csv': ['practice_code,event,event_id,event_date,claimed_on', ...claims, ''].join('\n'),
  });
  const papers = await papersOf('statements', [await runFolder(scheme, { period: 'Q2', asAt, data })]);
  const { pages } = await readPdf(join(papers, 'statements', `${code}.pdf`));
  const [, asks = ''] = pages
    .join(' ')
    .replaceAll('\n', ' ')
    .split(/What you can still do (?:• )?/);
  return asks.split(' If you think')[0];
}

const title = '£100 a session, out of £1,000 for all; first come, first paid';

it('a letter asks for claims as long as there is something for them', async () => {
  expect(await asksOf('Z00001', '2020-09-30', { Z00001: [3, 2], Z00002: [4, 0] })).toBe(
    `Claim what you have not claimed yet for ${title}. Claims are taken of Quarter 1 until 30 September 2020 and of Quarter 2 until 31 December 2020.`,
  );
});

it('a letter asks for no claims of a quarter in which an envelope finds nothing left', async () => {
  const usedUp = { Z00001: [3, 0], Z00002: [7, 1] } as const;
  // A session of the first quarter would have a part of what it shares.
  expect(await asksOf('Z00001', '2020-09-30', usedUp)).toBe(
    `Claim what you have not claimed yet for ${title}. Claims are taken of Quarter 1 until 30 September 2020.`,
  );
  expect(await asksOf('Z00001', '2020-10-01', usedUp)).toBe('Nothing more is asked of you.');
});

it('a letter asks for no claims beyond the limit of a practice', async () => {
  expect(await asksOf('Z00001', '2020-09-30', { Z00001: [4, 6], Z00002: [1, 0] })).toBe(
    'Nothing more is asked of you.',
  );
});
