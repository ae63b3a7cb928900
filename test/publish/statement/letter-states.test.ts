import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  codeAt,
  componentTitle,
  lettersOf,
  type MadeLetter,
  paidBefore,
  practicesOf,
} from '../../make/letter-states.ts';
import { readPdf } from '../../make/papers.ts';

const abbey = ['Abbey Road Surgery'];

/** The pages of a letter, each as one line of words. */
async function pagesOf(letter: MadeLetter, payee = 'Z00001'): Promise<readonly string[]> {
  const { pages } = await readPdf(join(await lettersOf(letter), 'statements', `${payee}.pdf`));
  return pages.map((page) => page.replaceAll('\n', ' '));
}

it('nine practices that pool: whose money it is, and once what is asked of seven', async () => {
  const names = 'Abbey Bere Chesil Durlston Encombe Fleet Gad Hod Ibberton'.split(' ').map((name) => `${name} Surgery`);
  const numbers = names.map((_, index) => index + 1);
  const rows = {
    ...practicesOf(names, [3, 7]),
    'payees.csv': numbers.map((number) => `${codeAt(number)},,POOL-A,Nine Hills (pooled),2015-04-01`),
    'paid.csv': paidBefore(numbers, [1, 2, 3], 'POOL-A'),
  };
  const pages = await pagesOf({ schemes: [{ of: { waits: 4 }, rows }] }, 'POOL-A');
  const [first = '', second = '', annex = ''] = pages;
  expect(pages).toHaveLength(6);
  expect(first).toContain(
    'NHS Somewhere Nine Hills (pooled) As at 1 May 2016 Practices 9 Payment statement for Quarter 4',
  );
  expect(first).toContain('For 9 practices, which are listed below We pay you £375.00');
  expect(first).toContain('Gad Surgery Z00007 −£1,575.00 Hod Surgery Z00008 £600.00');
  expect(second).toContain(
    'Send “Report of the year”. This is asked of Abbey Surgery (£100.00), Bere Surgery (£200.00), Durlston Surgery (£400.00), Encombe Surgery (£500.00), Fleet Surgery (£600.00), Hod Surgery (£800.00) and Ibberton Surgery (£900.00). It has no last day. £3,500.00 waits for it (Prescribing, Quarter 1 to Quarter 4); it is paid with the next run after it comes in. If you think',
  );
  // What two missed in the same way is told once.
  expect(`${first} ${second}`.split('“Plan for the year” came')).toHaveLength(2);
  expect(first).toContain(
    'Chesil Surgery and Gad Surgery: Care homes, Frailty reviews and care plans and Cancer screening that reaches everybody, Quarter 1 to Quarter 3 £2,250.00 “Plan for the year” came on 2 October 2015; its last day was 30 September 2015. £2,250.00 that was paid before comes back now. For the same reason £1,750.00 for Quarter 1 to Quarter 4 is not paid. Of the £2,250.00, £675.00 is for Chesil Surgery and £1,575.00 for Gad Surgery.',
  );
  // A table at the top of a page says whose it is.
  expect(pages[3]).toMatch(/^What we asked for, and when it came \(Chesil Surgery\)/);
  // To whom it was paid is said where that is not who reads it.
  expect(annex).toContain('20 Oct 2015 Quarter 1, 3 components before this program £75.00');
});

it('forty components: one line in the letter, and each of them in an annex even where nothing is wrong', async () => {
  const pages = await pagesOf({ schemes: [{ of: { components: 40 }, rows: practicesOf(abbey) }] });
  expect(pages[0]).toContain(
    'For Earned, and paid now All 40 components each stands in the annex £4,000.00 What you can',
  );
  const annex = pages.slice(1).join(' ');
  for (const number of [1, 20, 40]) {
    expect(annex).toContain(
      `${componentTitle(number)} work-${number} £25.00 £25.00 £25.00 £25.00 £100.00 10.${number}`,
    );
  }
});

it('nothing due, as all was paid before', async () => {
  const rows = { ...practicesOf(abbey), 'paid.csv': paidBefore([1], [1, 2, 3, 4], '', 4) };
  const pages = await pagesOf({ schemes: [{ rows }] });
  expect(pages).toHaveLength(1);
  expect(pages[0]).toContain('Nothing is due either way All that is earned was paid before.');
  expect(pages[0]).toContain('In all £400.00 £400.00 – What you can still do Nothing more is asked of you.');
});

it('nothing earned: the letter says so at once, and why below', async () => {
  const [letter = ''] = await pagesOf({ schemes: [{ rows: practicesOf(abbey, [1]) }] });
  expect(letter).toContain('Nothing is due either way Nothing is earned; why stands below.');
  expect(letter).toContain(
    '“Plan for the year” came on 2 October 2015; its last day was 30 September 2015. So £400.00',
  );
});

it('a sum below nothing, to an address: what is owed, by when to agree, and that nothing is taken', async () => {
  const rows = { ...practicesOf(abbey, [1]), 'paid.csv': paidBefore([1], [1, 2, 3, 4]) };
  const contacts = ['Z00001,Dr A. Practice,a@example.org,"The Surgery, 1 High Street, Bridport, DT6 1AA"'];
  const [letter = ''] = await pagesOf({ schemes: [{ rows }], contacts, words: { question_by: '2016-06-12' } });
  expect(letter).toContain('Pay or agree by 12 June 2016');
  expect(letter).toContain('Dr A. Practice Abbey Road Surgery The Surgery 1 High Street Bridport DT6 1AA As at');
  expect(letter).toContain('You owe us £300.00 £300.00 that was paid before comes back');
  expect(letter).toContain('This letter takes nothing from your account.');
});

it('without an address: to the practice by name', async () => {
  const [letter = ''] = await pagesOf({ schemes: [{ rows: practicesOf(abbey) }] });
  expect(letter).toContain('NHS Somewhere Abbey Road Surgery As at 1 May 2016');
});

it('net exactly nothing: what is paid and what comes back cover one another', async () => {
  const rows = {
    ...practicesOf(abbey),
    'evidence.csv': ['Z00001,the-plan,work-1,2015-09-20', 'Z00001,the-plan,work-2,2015-10-02'],
    'paid.csv': paidBefore([1], [2], '', 4),
  };
  const [letter = ''] = await pagesOf({ schemes: [{ of: { components: 2, planEach: true }, rows }] });
  expect(letter).toContain(
    'Nothing is due either way £100.00 is earned and not yet paid, and £100.00 comes back: the one covers the other',
  );
  expect(letter).toContain('not earned: see below – £100.00 −£100.00 In all £100.00 £100.00 –');
});

it('twelve periods: months by their short names, six beside one another', async () => {
  const [letter = '', annex = ''] = await pagesOf({
    schemes: [{ of: { every: 'month', waits: 2 }, rows: practicesOf(abbey) }],
  });
  expect(letter).toContain('Frailty reviews and care plans waits: see below –');
  expect(annex).toContain('Component, and its id Apr 2015 May 2015 Jun 2015 Jul 2015 Aug 2015 Sep 2015 Care homes');
  expect(annex).toContain('Oct 2015 Nov 2015 Dec 2015 Jan 2016 Feb 2016 Mar 2016 In all Clause Care homes');
  // Where a half of the year has nothing in it, it is left out.
  const nothing = await pagesOf({ schemes: [{ of: { every: 'month' }, rows: practicesOf(abbey, [1]) }] });
  expect(nothing[1]).toContain('Earned, by component: October 2015 to March 2016');
  expect(nothing[1]).not.toContain('April 2015');
});

it('three schemes: each sum by itself, no table of one practice, and no table of a scheme torn by a page', async () => {
  const pages = await pagesOf({
    schemes: [
      { of: { id: 'one', title: 'Quality Framework' }, rows: practicesOf(abbey) },
      { of: { id: 'two', title: 'Improvement Plan', waits: 1 }, rows: practicesOf(abbey) },
      {
        of: { id: 'three', title: 'Winter Pressures' },
        rows: { ...practicesOf(abbey, [1]), 'paid.csv': paidBefore([1], [1, 2]) },
      },
    ],
  });
  const [first = '', second = ''] = pages;
  expect(first).toContain(
    '• £400.00 is paid for Quality Framework, Quarter 4 • £300.00 is paid for Improvement Plan, Quarter 4 • £150.00 is owed for Winter Pressures, Quarter 4 This letter takes nothing from your account.',
  );
  expect(first).not.toContain('Practice Now');
  expect(first).toContain('In all £300.00 NHS Somewhere, payment statement Z00001 Page 1 of 3');
  expect(second).toMatch(/^Winter Pressures, Quarter 4 For Earned Paid before Now Care homes/);
  // Components of two schemes may have one name: what went wrong, and what is asked, says of which.
  expect(second).toContain(
    'What comes back, and why Winter Pressures: Care homes and Frailty reviews and care plans, Quarter 1 to Quarter 3 £150.00',
  );
  expect(second).toContain('Improvement Plan: Send “Report of the year”. It has no last day. £100.00 waits for it');
});

it('money that was paid and is not earned yet names what it waits for', async () => {
  const rows = { ...practicesOf(abbey), 'paid.csv': paidBefore([1], [2]) };
  const [letter = ''] = await pagesOf({ schemes: [{ of: { waits: 2 }, rows }] });
  expect(letter).toContain(
    '“Report of the year” has not come yet, and nothing is earned before it. £75.00 that was paid before comes back now.',
  );
  expect(letter).toContain('Send “Report of the year”. It has no last day. £100.00 waits for it');
});

it('names of two hundred letters, of a practice and of who is paid', async () => {
  const practice = `Meddygfa ${'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch '.repeat(3)}Tŷ Ŵyl`;
  const payee = 'Purbeck and West Dorset Primary Care Network of Practices '.repeat(3).trim();
  const rows = {
    ...practicesOf([practice, 'Bere Surgery'], [1]),
    'payees.csv': [1, 2].map((number) => `${codeAt(number)},,POOL-A,${payee},2015-04-01`),
    'paid.csv': paidBefore([1, 2], [1, 2], 'POOL-A'),
  };
  const [letter = ''] = await pagesOf({ schemes: [{ rows }] }, 'POOL-A');
  expect(letter).toContain(`NHS Somewhere ${payee} As at`);
  expect(letter).toContain(`For ${practice} and Bere Surgery We pay you`);
  expect(letter).toContain(`${practice} Z00001`);
});

it('what two practices missed is one cause with the day and the sum of each; what a third missed otherwise is another', async () => {
  const names = ['Abbey Surgery', 'Bere Surgery', 'Chesil Surgery'];
  const rows = {
    ...practicesOf(names),
    'evidence.csv': ['Z00001,the-plan,,2015-10-02', 'Z00002,the-plan,,2015-10-05'],
    'payees.csv': [1, 2, 3].map((number) => `${codeAt(number)},,POOL-A,Three Hills (pooled),2015-04-01`),
    'paid.csv': paidBefore([1, 2, 3], [1, 2], 'POOL-A'),
  };
  const [letter = ''] = await pagesOf({ schemes: [{ of: { components: 2 }, rows }] }, 'POOL-A');
  const back = 'that was paid before comes back now. For the same reason £150.00 for Quarter 4 is not paid.';
  const title = 'Care homes and Frailty reviews and care plans, Quarter 1 to Quarter 3 £450.00';
  expect(letter).toContain(
    `What comes back, and why Abbey Surgery and Bere Surgery: ${title} “Plan for the year” came on 2 October 2015 (Abbey Surgery) and 5 October 2015 (Bere Surgery); its last day was 30 September 2015. £450.00 ${back} Of the £450.00, £150.00 is for Abbey Surgery and £300.00 for Bere Surgery. Chesil Surgery: ${title} “Plan for the year” did not come; its last day was 30 September 2015. £450.00 ${back} What you can still do`,
  );
});
