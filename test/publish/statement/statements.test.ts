import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { emptyFolder } from '../../make/host.ts';
import { papersOf, readPdf } from '../../make/papers.ts';
import { dorset, dorsetAfterAPosting, dorsetQ4, post } from '../../make/publications.ts';
import { changed, rowsOf, runFolder } from '../../make/runs.ts';

const letterWords = {
  sender: 'NHS Dorset',
  unit: 'Primary care payments',
  addressee: 'The Practice Manager',
  payment_day: '2016-08-15',
  question_by: '2016-09-12',
  questions: ['01234 567 890'],
  wording: { owed: 'We set this sum off against your next payments.' },
};

/** The text of a letter, its first pages apart from its annex. */
async function letterIn(papers: string, code: string): Promise<string> {
  const { pages } = await readPdf(join(papers, 'statements', `${code}.pdf`));
  return pages.filter((page) => !page.startsWith('Annex to')).join('\n');
}

describe('the letters of a run', () => {
  let run = '';
  let papers = '';
  beforeAll(async () => {
    run = await runFolder(dorset, dorsetQ4);
    papers = await papersOf('statements', [run]);
  }, 60_000);

  it('say on one page what is paid, for what, and that nothing is asked, where nothing is wrong', async () => {
    const { pages, tags, title, language } = await readPdf(join(papers, 'statements', 'Z10002.pdf'));
    expect(pages).toHaveLength(1);
    expect(pages[0]).toContain(
      [
        'Payment statement for Quarter 4',
        'Clinical Commissioning Local Improvement Plan 2015-16',
        'We pay you £19,575.55',
        'This letter was made without the record of payments, so it has no payment reference.',
        'Nothing is missing, and nothing comes back.',
        'What you have earned',
        'For Earned, and paid now',
        'Primary care development',
        'Practice participation in primary care development: 7,387 patients × £0.25',
        '£1,846.75',
      ].join('\n'),
    );
    expect(pages[0]).toContain('In all £19,575.55\nWhat you can still do\nNothing more is asked of you.');
    expect(pages[0]).toMatch(/Z10002 Page 1 of 1$/);
    expect([title, language]).toEqual(['Payment statement for Bere Cross Practice, Z10002', 'en-GB']);
    const table = `Table(TR(TH TH) ${'TR(TH TD) '.repeat(5).trim()})`;
    expect(tags).toEqual([`Root(Document(P P P P P H1 P P P P H2 ${table} H2 P H2 P H2 P P P))`]);
  });

  it('say what comes back, why, who decided it, and that the columns foot', async () => {
    const { pages } = await readPdf(join(papers, 'statements', 'Z10010.pdf'));
    expect(pages).toHaveLength(2);
    const [letter = '', annex = ''] = pages;
    expect(letter).toContain(
      'You owe us £3,725.69\n£3,275.31 is earned and not yet paid; £7,001.00 that was paid before comes back',
    );
    expect(letter).toContain('Integrated teams\nnot earned: see below\n– £7,001.00 −£7,001.00');
    expect(letter).toContain('In all £5,550.65 £9,276.34 −£3,725.69');
    expect(letter.replaceAll('\n', ' ')).toContain(
      'What comes back, and why Integrated teams, Quarter 1 and Quarter 2 £7,001.00 “Implementation plan for integrated teams, supported by the locality chair” came on 1 October 2015; its last day was 30 September 2015. £7,001.00 that was paid before comes back now. S. Dyer decided so on 4 July 2016: notice given 2 May 2016, no action plan agreed (27). For the same reason £7,001.00 for Quarter 3 and Quarter 4 is not paid. What you can still do',
    );
    expect(annex).toContain('locality-meetings\n£500.00 £250.00 £250.00 – £1,000.00 10, 14 item 1');
    expect(annex).toContain('30 Sep 2015 1 Oct 2015 one day late 12, 26');
    expect(annex).toContain('31 Jul 2015 Quarter 1, 4 components run Q1 £4,638.16');
  });

  it('never say of what waits for a decision that it is taken', async () => {
    const letter = (await letterIn(papers, 'Z10007')).replaceAll('\n', ' ');
    expect(letter).toContain('We pay you £2,126.61');
    expect(letter).toContain('In all £3,753.25 £6,631.64 £5,005.00 £2,126.61');
    expect(letter).toContain(
      '£5,005.00 was paid and is not earned. Nobody has decided yet whether it comes back; nothing of it is taken now. You can tell us what we should know.',
    );
    expect(letter).not.toContain('comes back now');
  });

  it('say what can still be done, by when, and what waits for it', async () => {
    const letter = (await letterIn(papers, 'Z10009')).replaceAll('\n', ' ');
    expect(letter).toContain(
      'Send “End of year report, signed off by the practice commissioning lead”. It has no last day. £208.31 waits for it (Primary care development, Quarter 4); it is paid with the next run after it comes in.',
    );
  });

  it('tell a payee of several practices whose money it is, and what goes to others', async () => {
    const letter = await letterIn(papers, 'PURBECK-LOC');
    expect(letter).toContain(
      'Practice Now\nKimmeridge Surgery Z10011 £4,020.10\nLulworth Practice Z10012 £2,058.59\nIn all £6,078.69',
    );
    expect(letter).toContain('In all £10,657.40 £11,121.71 £6,543.00 £6,078.69');
    expect(letter.replaceAll('\n', ' ')).toContain(
      '£6,543.00 was overpaid and stays with you. S. Dyer decided so on 4 July 2016: plan was ready on the day; chair was on leave.',
    );
    expect(letter).toContain('for Lulworth Practice: paid to Lulworth Practice, with a statement of its');
    expect(await letterIn(papers, 'Z10012')).toContain('We pay you £817.87');
  });

  it('are listed with their sums, which are those of statements.csv, and their bytes', () => {
    const index = rowsOf(papers, 'statements/index.csv');
    const told = index.map(({ practice_code, payee_code, payments, clawbacks, net }) => [
      practice_code,
      payee_code,
      payments,
      clawbacks,
      net,
    ]);
    const statements = rowsOf(run, 'statements.csv').map(({ practice_code, payee_code, payments, clawbacks, net }) => [
      practice_code,
      payee_code,
      payments,
      clawbacks,
      net,
    ]);
    expect(told.sort()).toEqual(statements.sort());
    const files = new Set(index.map(({ file }) => file));
    expect(readdirSync(join(papers, 'statements')).sort()).toEqual([...files, 'index.csv'].sort());
    for (const { file, sha256, reference } of index) {
      const bytes = readFileSync(join(papers, 'statements', file ?? ''));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
      expect(reference).toBe('');
    }
  });

  it('stand in one file too, each counted by itself', async () => {
    const { pages, title } = await readPdf(join(papers, 'statements.pdf'));
    expect(title).toBe('Payment statements of NHS Dorset Clinical Commissioning Group');
    const letters = pages.filter((page) => /Page 1 of \d$/.test(page));
    expect(letters).toHaveLength(14);
    expect(letters[0]).toContain('Purbeck Locality (pooled)');
  });

  it('have the same bytes when they are written again', async () => {
    const again = await papersOf('statements', [run]);
    for (const name of ['statements.pdf', 'statements/Z10010.pdf', 'statements/index.csv']) {
      expect(readFileSync(join(again, name)).equals(readFileSync(join(papers, name))), name).toBe(true);
    }
  });
});

it('names the reference and the day once the run is posted, and says of one that is not that it pays nothing', async () => {
  const { run, ledger } = await dorsetAfterAPosting();
  const letter = join(emptyFolder(), 'letter.json');
  writeFileSync(letter, JSON.stringify(letterWords));
  const draft = await papersOf('statements', [run], '--ledger', ledger, '--letter', letter);
  expect(await letterIn(draft, 'Z10002')).toContain(
    'This is a draft: the payment run is not posted, and nothing has been paid by it.',
  );
  const total = rowsOf(run, 'statements.csv').reduce((sum, { net }) => sum + Math.round(Number(net) * 100), 0);
  await post(run, ledger, (total / 100).toFixed(2));
  const papers = await papersOf('statements', [run], '--ledger', ledger, '--letter', letter);
  const paid = await letterIn(papers, 'Z10002');
  expect(paid).toContain('NHS Dorset\nPrimary care payments\nThe Practice Manager\nBere Cross Practice\n');
  expect(paid).toContain('Reference QD2PZ10002');
  expect(paid).toContain('on 15 August 2016, marked QD2PZ10002');
  expect(paid).toContain('Write to us by Monday 12 September 2016');
  expect(await letterIn(papers, 'Z10010')).toContain('We set this sum off against your next payments.');
  expect(rowsOf(papers, 'statements/index.csv').find((row) => row.payee_code === 'PURBECK-LOC')?.reference).toBe(
    'QD2HH0PURBECKLOC',
  );
});

it('shows names of 200 letters, Welsh ones and hostile ones as they are, and what it cannot show by its number', async () => {
  const long = `Meddygfa ${'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch '.repeat(3)}Tŷ Ŵyl`;
  const names: Record<string, string> = {
    'Abbey Road Surgery': long,
    'Bere Cross Practice': '<img src=x onerror=alert(1)> =cmd|A1',
    'Chesil Surgery': `${'W'.repeat(200)}`,
    'Durlston Practice': 'مركز 中 \u{1F600} surgery',
  };
  const data = changed(dorsetQ4.data, {
    'practices.csv': (text) => Object.entries(names).reduce((all, [name, to]) => all.replace(name, to), text),
  });
  const papers = await papersOf('statements', [await runFolder(dorset, { ...dorsetQ4, data })]);
  // A word that is wider than its line is broken there.
  expect((await letterIn(papers, 'Z10001')).replaceAll(/\s/g, '')).toContain(long.replaceAll(' ', ''));
  expect((await letterIn(papers, 'Z10002')).replaceAll('\n', ' ')).toContain('<img src=x onerror=alert(1)> =cmd|A1');
  expect((await letterIn(papers, 'Z10003')).replaceAll(/\s/g, '')).toContain('W'.repeat(200));
  expect((await letterIn(papers, 'Z10004')).replaceAll('\n', ' ')).toContain('\\u{4E2D} \\u{1F600} surgery');
});

it('what is asked together is spoken of in the plural', async () => {
  const run = await runFolder(dorset, { ...dorsetQ4, asAt: '2016-05-15' });
  const letter = (await letterIn(await papersOf('statements', [run]), 'Z10009')).replaceAll('\n', ' ');
  expect(letter).toContain(
    'Send “Audit of non-steroidal anti-inflammatory drugs”, “Audit of pregabalin” and “Audit of antibiotic volume and broad spectrum antibiotics”. The last day is Thursday 30 June 2016. You keep £833.25 only if they come in time (Medicines audits, Quarter 1 to Quarter 4).',
  );
  expect(letter).toContain(
    'You keep £499.95 only if it comes in time (Prescribing QIPP plan, Quarter 1 to Quarter 4).',
  );
});
