import { type ClawbackStatus, clawbackStatuses, type UnpaidStatus } from '../../domain/account.ts';
import { sayDay } from '../../domain/day.ts';
import type { ListSize } from '../../domain/facts.ts';
import { formatPounds, noPence, type Pence, sumPence } from '../../domain/money/money.ts';
import { countsPatients } from '../../domain/scheme/lists-needed.ts';
import type { Period } from '../../domain/scheme/scheme.ts';
import { sayList, sayPatients } from '../../domain/words/say.ts';
import { sayIn } from '../../domain/words/sentence.ts';
import { inWords, type Words } from '../../domain/words/words.ts';
import { type Block, bulletList, heading, paragraph, renderPage, table, title } from '../page/page.ts';
import type { Paint } from '../page/paint.ts';
import { figureColumn, row, totalRow, wordColumn } from '../page/text-table.ts';
import { cite } from '../show/cite.ts';
import { type ConditionPlace, type ConditionTold, conditionsTold } from './conditions.ts';
import { sayEvidence, sayMet, sayNotMet } from './evidence.ts';
import { withNamedMonths } from './named-months.ts';
import { sayDecisions, sayPaidBefore, sayPeriod, sayValueSteps } from './period.ts';
import { allPayees, type ComponentStory, isEmpty, type Story } from './story.ts';

/** One practice's story in sentences, each with its clause, that can stand in a reply: what it comes to, why, and then every figure. */
export function explainText(story: Story, paint: Paint): string {
  return renderPage(
    [
      ...titleBlocks(story),
      ...totalBlocks(story),
      ...failureBlocks(story),
      ...openBlocks(story),
      ...owedBlocks(story),
      ...story.components.flatMap((component) => componentBlocks(story, component)),
      ...receivedBlocks(story),
      ...refusedBlocks(story),
      ...payeeOfBlocks(story),
    ],
    paint,
  );
}

/** The first line begins with a word of ours, so that no spreadsheet takes a name for a formula. */
function titleBlocks({ scheme, period, asAt, runId, account }: Story): Block[] {
  const { practice, listSize, leavesOn } = account;
  const locality = practice.locality === null ? '' : `, ${practice.locality}`;
  return [
    title(`${inWords(scheme.words, 'Practice')}: ${practice.name} (${practice.code})${locality}`),
    paragraph(`${scheme.title} · ${scheme.commissioner}`),
    paragraph(`${sayName(period)}, as at ${sayDay(asAt)}, run ${runId.slice(0, 12)}`),
    ...(countsPatients(scheme) ? [paragraph(sayListSize(scheme.population.kind, listSize))] : []),
    ...(leavesOn === null
      ? []
      : [
          paragraph(
            sayIn(scheme.words)`The practice ${leavesOn < asAt ? 'left' : 'leaves'} the scheme on ${sayDay(leavesOn)}.`,
          ),
        ]),
  ];
}

/** A list that does not come from the file stands for none. */
function sayListSize(kind: string, { patients, asAt, line }: ListSize): string {
  if (line === 0) return 'No list of its patients counts.';
  return `${sayPatients(patients)}: the ${kind} list at ${sayDay(asAt)} (list-sizes.csv, line ${line})`;
}

/** A title before its id; the id alone where they are the same. */
function sayName({ title: name, id }: { readonly title: string; readonly id: string }): string {
  return name === id ? id : `${name} (${id})`;
}

function totalBlocks(story: Story): Block[] {
  const { words } = story.scheme;
  const payees = story.payees.filter(({ payments, clawbacksDue }) => payments !== noPence || clawbacksDue !== noPence);
  const all = allPayees(story);
  const rows = payees.map(({ payee, payments, clawbacksDue, net }) =>
    row(payee, formatPounds(words, payments), formatPounds(words, clawbacksDue), formatPounds(words, net)),
  );
  const total = totalRow(
    'all',
    formatPounds(words, all.payments),
    formatPounds(words, all.clawbacksDue),
    formatPounds(words, all.net),
  );
  const columns = [wordColumn('payee'), figureColumn('payments'), figureColumn('clawbacks due'), figureColumn('net')];
  const others = otherAmounts(story).map((sentence) => paragraph(sentence));
  if (payees.length === 0) {
    return [heading('In short'), paragraph('Nothing is paid and nothing comes back in this run.'), ...others];
  }
  return [heading('In short'), table({ columns, rows: payees.length === 1 ? rows : [...rows, total] }), ...others];
}

/** What is neither paid nor taken in this run, but may be, or never will. */
function otherAmounts({ scheme: { words }, components }: Story): string[] {
  const positions = components.flatMap(({ periods }) => periods.map(({ position }) => position));
  const unpaid = (status: UnpaidStatus): Pence =>
    sumPence(
      positions.flatMap((each) => each.unpaid.filter((one) => one.status === status).map(({ amount }) => amount)),
    );
  const clawbacks = (status: ClawbackStatus): Pence =>
    sumPence(
      positions.flatMap(({ settlement }) =>
        settlement.kind === 'clawback'
          ? settlement.parts.filter((part) => part.status === status).map(({ amount }) => amount)
          : [],
      ),
    );
  const sentences: (readonly [string, Pence])[] = [
    ['Withheld, and may still be paid', unpaid('withheld')],
    ['Forfeited', unpaid('forfeited')],
    ['Carried to a later run', unpaid('carried')],
    ...clawbackStatuses.flatMap((status) =>
      status === 'due' ? [] : [[sayNotTaken[status], clawbacks(status)] as const],
    ),
  ];
  return sentences.flatMap(([what, amount]) =>
    amount === noPence ? [] : [`${what}: ${formatPounds(words, amount)}.`],
  );
}

const sayNotTaken: Readonly<Record<Exclude<ClawbackStatus, 'due'>, string>> = {
  deferred: 'To be recovered in a later run',
  proposed: 'Proposed to be recovered, once it is decided',
  waived: 'Would come back, but is not taken',
};

function failureBlocks(story: Story): Block[] {
  const failures = conditionsTold(story, 'failed');
  if (failures.length === 0) return [];
  const items = failures.map(
    (told) => `${sayTold(told)} It is asked for in ${sayPlaces(told, story)}. ${sayWayOut(told)}`,
  );
  return [heading('What failed'), bulletList(items)];
}

/** What came in time and too small no decision on lateness can mend. */
function sayWayOut({ outcome }: ConditionTold): string {
  const late = outcome.lacks === 'too small' ? [] : ['to accept it late'];
  return `Only a decision would change that: ${[...late, 'to pay a proportion'].join(', or ')}.`;
}

function openBlocks(story: Story): Block[] {
  const open = conditionsTold(story, 'open');
  if (open.length === 0) return [];
  const items = open.map((told) => `${sayTold(told)} It is waited for in ${sayPlaces(told, story)}.`);
  return [heading('What is waited for'), bulletList(items)];
}

function owedBlocks(story: Story): Block[] {
  const owed = conditionsTold(story, 'not due');
  if (owed.length === 0) return [];
  const items = owed.map((told) => `${sayTold(told)} It keeps the money of ${sayPlaces(told, story)}.`);
  return [heading('What is still owed, to keep the money'), bulletList(items)];
}

function sayTold({ outcome, clauses }: ConditionTold): string {
  return `${sayEvidence(outcome.evidence)} ${sayNotMet(outcome)} ${cite(...clauses)}.`;
}

/** `Integrated teams: Quarter 1 (£4,000.00) and Quarter 2 (£4,000.00)`, one component after another. */
function sayPlaces({ places }: ConditionTold, { scheme }: Story): string {
  const components = scheme.components.filter((each) => places.some(({ component }) => component === each));
  const each = components.map((component) => {
    const periods = places
      .filter((place) => place.component === component)
      .map((place) => sayPlace(scheme.words, place));
    return `${component.title}: ${sayList(periods)}`;
  });
  return each.join('; ');
}

function sayPlace(words: Words, { period, amount }: ConditionPlace): string {
  return amount === noPence ? period.title : `${period.title} (${formatPounds(words, amount)})`;
}

function componentBlocks({ account, scheme }: Story, story: ComponentStory): Block[] {
  const { line, periods, ahead } = story;
  const { component } = line;
  const told = periods.filter((period) => !isEmpty(period));
  const left = ahead.map(({ period, amount, paid }) => {
    const before = sayPaidBefore(scheme.words, paid, amount, account.practice.code);
    return paragraph(`${sayName(period)}: ${before}, for a period after that of the run. It is left alone.`);
  });
  const empty = sayEmpty(
    periods.filter(isEmpty).map(({ position }) => position.period),
    scheme.periods.length,
  );
  return [
    heading(`${sayName(component)} ${cite(component.clause)}`),
    ...[...sayValueSteps(story, scheme), ...sayDecisions(story, scheme)].map((sentence) => paragraph(sentence)),
    ...told.flatMap((period) => [
      paragraph(`${sayName(period.position.period)}:`, 'strong'),
      bulletList(sayPeriod(period, line.payeeCode, account.practice.code, scheme)),
    ]),
    ...empty.map((sentence) => paragraph(sentence)),
    ...left,
  ];
}

/** Periods of which there is nothing to say, together. */
function sayEmpty(periods: readonly Period[], ofAll: number): string[] {
  if (periods.length === 0) return [];
  const which = periods.length === ofAll ? 'any period' : sayList(periods.map(({ title: name }) => name));
  return [`Nothing is earned, paid or asked for in ${which}.`];
}

function receivedBlocks(story: Story): Block[] {
  const met = conditionsTold(story, 'met');
  if (met.length === 0) return [];
  const items = met.map(
    (told) => `${sayEvidence(told.outcome.evidence)}${sayFor(told)}: ${sayMet(told.outcome)} ${cite(...told.clauses)}.`,
  );
  return [heading('What was received'), bulletList(items)];
}

/** Of evidence that is asked for each component or period by itself, for which of them it came. */
function sayFor({ outcome, places }: ConditionTold): string {
  const { perComponent, perPeriod } = outcome.evidence;
  const components = perComponent ? [...new Set(places.map(({ component }) => component.title))] : [];
  const periods = perPeriod ? [...new Set(places.map(({ period }) => period.title))] : [];
  const parts = [sayList(components), sayList(periods)].filter((part) => part !== '');
  return parts.length === 0 ? '' : ` for ${parts.join(' in ')}`;
}

/** Without who attended: that stands in refused.csv alone. */
function refusedBlocks({ refused }: Story): Block[] {
  if (refused.length === 0) return [];
  const items = refused.map(({ file, claim, refusal }) => {
    const { event, eventId, eventDate, claimedOn, line } = claim;
    const what = `${event} ${eventId} on ${sayDay(eventDate)}, claimed on ${sayDay(claimedOn)}`;
    const why = [`${withNamedMonths(refusal.reason)} (${refusal.code})`, cite(refusal.clause)];
    return `${what} (${file}, line ${line}): ${why.filter(Boolean).join(' ')}.`;
  });
  return [heading('Claims that do not count'), bulletList(items)];
}

function payeeOfBlocks({ payeeOf }: Story): Block[] {
  if (payeeOf.length === 0) return [];
  return [heading('Payee of others'), paragraph(`In this run it is paid, or pays back, for ${sayList(payeeOf)} too.`)];
}
