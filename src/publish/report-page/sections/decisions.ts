import { sayDay } from '../../../domain/day.ts';
import type { DecisionKind } from '../../../domain/facts.ts';
import { sayShare } from '../../../domain/words/say.ts';
import { ours, type Said } from '../../../domain/words/sentence.ts';
import { grouped } from '../figures.ts';
import type { DecisionTold, Gathered, RunGathered } from '../gather/gathered.ts';
import { type Markup, tag } from '../markup.ts';
import { titledWord } from '../titles.ts';
import { byScheme, head, type Section, scrolling } from './parts.ts';

/** Who decided what, for whom, why, and what it moved. */
export function decisionsSection(gathered: Gathered): Section {
  const all = gathered.runs.flatMap(({ decisions }) => decisions);
  const body =
    all.length === 0
      ? [tag('p', {}, 'None.')]
      : byScheme(gathered, (run) => (run.decisions.length === 0 ? [] : [table(run)]));
  return { id: 'decisions', title: 'Decisions', answer: grouped(all.length), body };
}

/** More than these are told with their practices. */
const mostRows = 200;

function table({ decisions, run }: RunGathered): Markup {
  const shown = decisions.slice(0, mostRows);
  const more =
    decisions.length > shown.length
      ? ours` The first ${grouped(shown.length)} of ${grouped(decisions.length)} are shown; the others stand with their practices.`
      : '';
  return scrolling(
    `Decisions in ${run.scheme.title}`,
    tag(
      'table',
      { class: 'dec stack' },
      tag('caption', {}, ours`What named people decided, in order of day.${more}`),
      head([['For whom, and what'], ['Day'], ['By'], ['Reason'], ['Effect'], ['Row', 'p3']]),
      tag(
        'tbody',
        {},
        shown.map((each) => rowOf(each, run)),
      ),
    ),
  );
}

const decides: Readonly<Record<DecisionKind, Said>> = {
  proportion: 'pay a share',
  'accept-late': 'accept what came late',
  recover: 'take back',
  'waive-recovery': ours`leave with the practice`,
};

function rowOf({ practice, decision, effect }: DecisionTold, run: RunGathered['run']): Markup {
  const component = run.scheme.components.find(({ id }) => id === decision.component);
  const evidence = run.scheme.evidence.find(({ id }) => id === decision.evidence);
  const share = decision.proportion === null ? '' : `: ${sayShare(decision.proportion)}`;
  const named = evidence ?? (decision.evidence === null ? undefined : { title: decision.evidence });
  const of = [named, component].flatMap((each) => (each ? [titledWord(each)] : []));
  const about = of.flatMap((each, place) => [place === 0 ? ' · ' : ', ', each]);
  return tag(
    'tr',
    {},
    tag(
      'th',
      { scope: 'row' },
      tag('a', { href: `#${practice.code}` }, practice.name),
      tag('span', { class: 'note' }, ours`${decides[decision.decision]}${share}`, about),
    ),
    tag('td', { 'data-h': 'Day', class: 'nw' }, sayDay(decision.decidedOn)),
    tag('td', { 'data-h': 'By' }, decision.decidedBy),
    tag('td', { 'data-h': 'Reason' }, decision.reason),
    tag('td', { 'data-h': 'Effect' }, effect ?? '–'),
    tag('td', { class: 'p3 note nw', 'data-h': 'Row' }, `decisions.csv, line ${decision.line}`),
  );
}
