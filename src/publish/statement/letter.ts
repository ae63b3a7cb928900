import { sayDay } from '../../domain/day.ts';
import { formatPounds, noPence, subtractPence } from '../../domain/money/money.ts';
import { sayList, sayPatients } from '../../domain/words/say.ts';
import { inWords, type Words } from '../../domain/words/words.ts';
import type { LetterHead, Paper, PaperBlock } from '../paper/blocks.ts';
import type { Publication } from '../publication.ts';
import { annexBlocks } from './annex.ts';
import { causeBlocks } from './cause-blocks.ts';
import { decidedBlocks } from './decided.ts';
import { earnedBlocks, isShort, sharedTable } from './earned-tables.ts';
import { factsOf, type LetterFacts, type SchemeFacts } from './letter-facts.ts';
import type { LetterWords } from './letter-words.ts';
import { net, type Payee } from './payee.ts';
import { sayLastDay, sayPractices } from './say.ts';
import { sumBox } from './sum-box.ts';
import { toDoBlocks } from './to-do-blocks.ts';

/** The statement of one payee: a letter, with an annex where something is to be followed up. */
export function letterOf(
  payee: Payee,
  publication: Pick<Publication, 'commissioner' | 'words'>,
  words: LetterWords,
): Paper {
  const facts = factsOf(payee, publication, words);
  const name = nameOf(facts);
  const annexed = needsAnnex(facts);
  return {
    title: `Payment statement for ${payeeName(payee)}, ${name}`,
    foot: `${words.sender ?? publication.commissioner}, payment statement ${name}`,
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
  return (
    causes.length > 0 || toDo.length > 0 || severalPractices || payee.schemes.length > 1 || refused || isShort(payee)
  );
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
    ...earnedBlocks(facts, annexed),
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

function undersOf({ payee, schemeWords, severalPractices }: LetterFacts): string[] {
  const schemes = payee.schemes.map(({ run }) => run.scheme.title);
  const names = payee.schemes.flatMap(({ practices }) => practices.map(({ story }) => story.account.practice.name));
  const all = [...new Set(names)];
  const few = all.length > 4 ? `${sayPractices(schemeWords, all.length)}, which are listed below` : sayList(all);
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

function whose({ payee, schemeWords }: LetterFacts) {
  const codes = new Set(
    payee.schemes.flatMap(({ practices }) => practices.map(({ story }) => story.account.practice.code)),
  );
  const [only] = codes;
  const schemes = payee.schemes.length > 1 ? [['Schemes', String(payee.schemes.length)] as const] : [];
  return codes.size === 1 && only
    ? [[inWords(schemeWords, 'Practice'), only] as const, ...schemes]
    : [[inWords(schemeWords, 'Practices'), String(codes.size)] as const, ...schemes];
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

/** What becomes of a sum that is owed; each sum by itself where there are several, as they are never netted. */
function howItReachesYou({ sums, schemes, schemeWords, words, causes, toDo }: LetterFacts): PaperBlock[] {
  const owed: PaperBlock[] = net(sums) < noPence ? [{ kind: 'paragraph', words: [{ text: words.wording.owed }] }] : [];
  const signs = new Set(schemes.map((each) => (net(each.sums) < noPence ? 'owed' : 'paid')));
  const apart: PaperBlock[] =
    schemes.length > 1
      ? [
          {
            kind: 'list',
            items: schemes
              .filter((each) => net(each.sums) !== noPence)
              .map((each) => [{ text: saySum(schemeWords, each) }]),
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

function saySum(words: Words, { scheme, sums, reference }: SchemeFacts): string {
  const sum = net(sums);
  const what =
    sum < noPence
      ? `${formatPounds(words, subtractPence(noPence, sum))} is owed`
      : `${formatPounds(words, sum)} is paid`;
  return `${what} for ${scheme.run.scheme.title}, ${scheme.run.period.title}${reference === null ? '' : `, under ${reference}`}`;
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
        { text: wording.disagree ?? `Quote ${nameOf(facts)}, say which sum you mean, and send what we do not have.` },
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
    { kind: 'paragraph', words: [{ text: `Quote ${nameOf(facts)}.`, look: 'dim' }] },
  ];
}

function runLine({ payee }: LetterFacts, annexed: boolean): string {
  const runs = payee.schemes.map(({ run }) => run.runId.slice(0, 12));
  const where = annexed
    ? 'The annex shows periods, conditions and clauses.'
    : 'Every sum can be followed to its clause and to the record that it rests on: ask us for the workings.';
  return `${where} Payment ${runs.length === 1 ? 'run' : 'runs'} ${sayList(runs)}.`;
}
