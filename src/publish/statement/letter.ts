import { sayDay } from '../../domain/day.ts';
import { formatPounds, noPence, type Pence, subtractPence } from '../../domain/money/money.ts';
import { sayList, sayPatients } from '../../domain/words/say.ts';
import type { LetterHead, Paper, PaperBlock, SumBox } from '../paper/blocks.ts';
import { annexBlocks } from './annex.ts';
import { causeBlocks } from './cause-blocks.ts';
import { decidedBlocks } from './decided.ts';
import { earnedBlocks, sharedTable } from './earned-tables.ts';
import { factsOf, type LetterFacts, type SchemeFacts } from './letter-facts.ts';
import type { LetterWords } from './letter-words.ts';
import { net, type Payee } from './payee.ts';
import { sayLastDay, sayMoney, sayNumberOf } from './say.ts';

/** The statement of one payee: a letter, with an annex where something is to be followed up. */
export function letterOf(payee: Payee, commissioner: string, words: LetterWords): Paper {
  const facts = factsOf(payee, commissioner, words);
  const name = nameOf(facts);
  const annexed = needsAnnex(facts);
  return {
    title: `Payment statement for ${payeeName(payee)}, ${name}`,
    foot: `${words.sender ?? commissioner}, payment statement ${name}`,
    blocks: [...letterBlocks(facts, annexed), ...(annexed ? annexBlocks(payee, name) : [])],
  };
}

/** Under what a letter is asked about: its references, or the code of the payee where there is none. */
function nameOf({ schemes, payee }: LetterFacts): string {
  const references = schemes.flatMap(({ reference }) => (reference === null ? [] : [reference]));
  return references.length === 0 ? payee.code : references.join(', ');
}

function payeeName({ code, name, contact }: Payee): string {
  return name ?? contact?.name ?? code;
}

function needsAnnex({ payee, causes, toDo, severalPractices }: LetterFacts): boolean {
  const refused = payee.schemes.some(({ practices }) => practices.some(({ story }) => story.refused.length > 0));
  return causes.length > 0 || toDo.length > 0 || severalPractices || payee.schemes.length > 1 || refused;
}

function letterBlocks(facts: LetterFacts, annexed: boolean): PaperBlock[] {
  const { payee, words } = facts;
  const periods = [...new Set(payee.schemes.map(({ run }) => run.period.title))];
  const [only] = payee.schemes;
  const title =
    payee.schemes.length === 1 && only
      ? `Payment statement for ${periods[0]}`
      : `Payment statement, ${sayList([...new Set(payee.schemes.map(({ run }) => sayDay(run.asAt).replace(/^\d+ /, '')))])}`;
  return [
    letterHead(facts),
    { kind: 'title', text: title, under: undersOf(facts) },
    sumBox(facts),
    ...howItReachesYou(facts),
    ...sharedTable(facts),
    ...earnedBlocks(facts),
    ...causeBlocks(facts),
    ...decidedBlocks(facts),
    ...toDoBlocks(facts),
    { kind: 'rule' },
    { kind: 'beside', left: disagreeBlocks(facts), right: questionBlocks(facts) },
    { kind: 'paragraph', words: [{ text: runLine(facts, annexed), look: 'small-dim' }] },
    ...(words.wording.closing === null
      ? []
      : [{ kind: 'paragraph' as const, words: [{ text: words.wording.closing, look: 'small-dim' as const }] }]),
  ];
}

function undersOf({ payee, severalPractices }: LetterFacts): string[] {
  const schemes = payee.schemes.map(({ run }) => run.scheme.title);
  const names = payee.schemes.flatMap(({ practices }) => practices.map(({ story }) => story.account.practice.name));
  const all = [...new Set(names)];
  const few = all.length > 4 ? `${sayNumberOf(all.length, 'practice')}, which are listed below` : sayList(all);
  return [...(schemes.length === 1 ? schemes : []), ...(severalPractices ? [`For ${few}`] : [])];
}

function letterHead(facts: LetterFacts): LetterHead {
  const { payee, words, commissioner, schemes } = facts;
  const { contact } = payee;
  const address = contact?.address?.split(/\s*(?:,|;|\n)\s*/).filter((line) => line !== '') ?? [];
  const addressed = contact?.name ?? words.addressee;
  return {
    kind: 'letter-head',
    sender: words.sender ?? commissioner,
    unit: words.unit,
    addressee: [...new Set([...(addressed === null ? [] : [addressed]), payee.name ?? payee.code, ...address])],
    references: [
      ...schemes.flatMap(({ reference }) => (reference === null ? [] : [['Reference', reference] as const])),
      ...asAts(facts),
      ...whose(facts),
      ...payDay(facts),
      ...listSize(facts),
    ],
  };
}

function asAts({ payee }: LetterFacts) {
  return [...new Set(payee.schemes.map(({ run }) => sayDay(run.asAt)))].map((day) => ['As at', day] as const);
}

function whose({ payee }: LetterFacts) {
  const codes = new Set(
    payee.schemes.flatMap(({ practices }) => practices.map(({ story }) => story.account.practice.code)),
  );
  const [only] = codes;
  const schemes = payee.schemes.length > 1 ? [['Schemes', String(payee.schemes.length)] as const] : [];
  return codes.size === 1 && only
    ? [['Practice', only] as const, ...schemes]
    : [['Practices', String(codes.size)] as const, ...schemes];
}

function payDay({ words, sums }: LetterFacts) {
  if (net(sums) < noPence)
    return words.questionBy === null ? [] : [['Pay or agree by', sayDay(words.questionBy)] as const];
  return words.paymentDay === null || sums.paid === noPence ? [] : [['Payment day', sayDay(words.paymentDay)] as const];
}

function listSize({ payee }: LetterFacts) {
  const [scheme, ...more] = payee.schemes;
  const [practice, ...others] = scheme?.practices ?? [];
  if (!practice || more.length > 0 || others.length > 0) return [];
  const { patients, asAt, line } = practice.story.account.listSize;
  return line === 0 ? [] : [['List size', `${sayPatients(patients)} at ${sayDay(asAt)}`] as const];
}

/** Who pays whom, how much and when: one line. */
function sumBox(facts: LetterFacts): SumBox {
  const { sums, words } = facts;
  const all = net(sums);
  const [paid, back] = [formatPounds(sums.paid), formatPounds(sums.back)];
  if (all > noPence) {
    const day = words.paymentDay === null ? '' : `on ${sayDay(words.paymentDay)}`;
    const less = sums.back > noPence ? `${paid} of payments, less ${back} that comes back` : '';
    return box('We pay you', all, [
      [day, marked(facts)].filter((part) => part !== '').join(', '),
      less,
      ...standing(facts),
    ]);
  }
  if (all < noPence) {
    const earned = sums.paid > noPence ? `${paid} is earned and not yet paid; ` : '';
    const owed = subtractPence(noPence, all);
    return box('You owe us', owed, [`${earned}${back} that was paid before comes back`, ...standing(facts)]);
  }
  const waits = facts.toDo.some(({ worth }) => worth > noPence);
  const both = sums.paid > noPence ? [`${paid} is earned and not yet paid, and ${back} comes back`] : [];
  if (both.length === 0 && (waits || sums.waits > noPence)) {
    return box('Nothing is paid now', null, ['What waits, and for what, stands below.', ...standing(facts)]);
  }
  return box('Nothing is due either way', null, [...both, ...standing(facts)]);
}

function box(says: string, amount: Pence | null, notes: readonly string[]): SumBox {
  return {
    kind: 'sum-box',
    says,
    amount: amount === null ? null : sayMoney(amount),
    notes: notes.filter((note) => note !== ''),
  };
}

function marked({ schemes }: LetterFacts): string {
  const references = schemes.flatMap(({ reference, sums }) =>
    reference === null || net(sums) <= noPence ? [] : [reference],
  );
  return references.length === 0 ? '' : `marked ${sayList(references)}`;
}

/** Whether what is told is paid at all: a run that is not posted pays nothing. */
function standing({ payee }: LetterFacts): string[] {
  const kinds = new Set(payee.schemes.map(({ run }) => run.posted.kind));
  if (kinds.has('not-posted')) {
    const what = payee.schemes.length > 1 && kinds.size > 1 ? 'Part of this' : 'This';
    return [`${what} is a draft: the payment run is not posted, and nothing has been paid by it.`];
  }
  return kinds.has('unknown') ? ['Whether the payment run is posted is not known here, so there is no reference.'] : [];
}

/** What becomes of a sum that is owed; each sum by itself where there are several, as they are never netted. */
function howItReachesYou({ sums, schemes, words, causes, toDo }: LetterFacts): PaperBlock[] {
  const owed: PaperBlock[] = net(sums) < noPence ? [{ kind: 'paragraph', words: [{ text: words.wording.owed }] }] : [];
  const signs = new Set(schemes.map((each) => (net(each.sums) < noPence ? 'owed' : 'paid')));
  const apart: PaperBlock[] =
    schemes.length > 1
      ? [
          {
            kind: 'list',
            items: schemes.filter((each) => net(each.sums) !== noPence).map((each) => [{ text: saySum(each) }]),
          },
        ]
      : [];
  const mixed: PaperBlock[] =
    signs.size > 1 && net(sums) >= noPence ? [{ kind: 'paragraph', words: [{ text: words.wording.owed }] }] : [];
  const fine: PaperBlock[] =
    causes.length === 0 && toDo.length === 0 && sums.back === noPence && sums.paid > noPence
      ? [{ kind: 'paragraph', words: [{ text: 'Nothing is missing, and nothing comes back.' }] }]
      : [];
  return [...apart, ...owed, ...mixed, ...fine];
}

function saySum({ scheme, sums, reference }: SchemeFacts): string {
  const sum = net(sums);
  const what = sum < noPence ? `${formatPounds(subtractPence(noPence, sum))} is owed` : `${formatPounds(sum)} is paid`;
  return `${what} for ${scheme.run.scheme.title}, ${scheme.run.period.title}${reference === null ? '' : `, under ${reference}`}`;
}

function toDoBlocks({ toDo, severalPractices, causes }: LetterFacts): PaperBlock[] {
  const cameNot = causes.some(({ failed }) => failed.some(({ lacks }) => lacks !== 'too small'));
  const earlier = cameNot ? ' If what was late or missing reached us in time, send us what shows it.' : '';
  const items = toDo.map(({ practice, words }) =>
    severalPractices
      ? [{ text: `${practice.story.account.practice.name}: `, look: 'strong' as const }, ...words]
      : words,
  );
  return [
    { kind: 'heading', level: 2, text: 'What you can still do' },
    items.length === 0
      ? { kind: 'paragraph', words: [{ text: `Nothing more is asked of you.${earlier}` }] }
      : { kind: 'list', items },
  ];
}

function disagreeBlocks(facts: LetterFacts): PaperBlock[] {
  const { words, commissioner } = facts;
  const { questionBy, sender, wording } = words;
  const to = `Write to ${sender === null ? commissioner : 'us'}`;
  const by =
    questionBy === null
      ? [{ text: `${to}. ` }]
      : [{ text: `${to} by ` }, { text: sayLastDay(questionBy), look: 'strong' as const }, { text: '. ' }];
  return [
    { kind: 'heading', level: 2, text: 'If you think that this is wrong' },
    {
      kind: 'paragraph',
      words: [
        ...by,
        { text: wording.disagree ?? `Name ${nameOf(facts)}, say which sum you mean, and send what we do not have.` },
      ],
    },
  ];
}

function questionBlocks(facts: LetterFacts): PaperBlock[] {
  const { words, commissioner } = facts;
  const lines = words.questions.length === 0 ? [words.sender ?? commissioner] : words.questions;
  return [
    { kind: 'heading', level: 2, text: 'Questions' },
    ...lines.map((text): PaperBlock => ({ kind: 'paragraph', words: [{ text }] })),
    { kind: 'paragraph', words: [{ text: `Name ${nameOf(facts)}.`, look: 'dim' }] },
  ];
}

function runLine({ payee }: LetterFacts, annexed: boolean): string {
  const runs = payee.schemes.map(({ run }) => run.runId.slice(0, 12));
  const where = annexed
    ? 'The annex shows periods, conditions and clauses.'
    : 'Every sum can be followed to its clause and to the record that it rests on: ask us for the workings.';
  return `${where} Payment ${runs.length === 1 ? 'run' : 'runs'} ${sayList(runs)}.`;
}
