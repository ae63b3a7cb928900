import { sayDay } from '../../../domain/day.ts';
import { noPence, sumPence } from '../../../domain/money/money.ts';
import { ours } from '../../../domain/words/sentence.ts';
import { counted, minus, practicesCounted } from '../figures.ts';
import type { Gathered } from '../gather/gathered.ts';
import { type Child, type Markup, tag } from '../markup.ts';
import { namedPractices } from './parts.ts';
import type { AllRuns } from './totals.ts';

/** What is asked of a committee: to approve, to decide, to note. */
export function asked(gathered: Gathered, all: AllRuns): Markup {
  const asks = [approve(gathered, all), decide(gathered, all), note(gathered)].filter((ask) => ask.length > 0);
  return tag(
    'div',
    { class: 'ask' },
    tag('h3', {}, 'What is asked of you'),
    tag(
      'ol',
      {},
      asks.map((ask) => tag('li', {}, ask)),
    ),
  );
}

function approve({ runs }: Gathered, { net, payments, paymentLines, recoveryLines, clawbacks }: AllRuns): Child[] {
  const agree: Child[] = ['the ', tag('a', { href: '#rests' }, 'sums agree'), '.'];
  if (runs.every(({ run }) => run.posted.kind === 'posted')) {
    return [tag('b', {}, ours`Nothing more: ${net} is approved and posted.`), ' In proof, ', ...agree];
  }
  if (payments === noPence && clawbacks.due === noPence) {
    return [tag('b', {}, 'Approve that nothing is paid.'), ' There is no payment and no recovery; ', ...agree];
  }
  if (payments === noPence) {
    const sum = clawbacks.due;
    return [tag('b', {}, ours`Approve taking back ${sum}.`), ours` Nothing is paid; ${sum} comes back; `, ...agree];
  }
  if (net < noPence) {
    const what = ours`Approve payments of ${payments}, and taking back ${clawbacks.due}.`;
    return [tag('b', {}, what), ours` On balance ${minus(net)} comes back; `, ...agree];
  }
  const made = recoveryLines === 0 ? '' : ` and ${counted(recoveryLines, 'recovery', 'recoveries')}`;
  return [tag('b', {}, ours`Approve ${net}.`), ` It is made of ${counted(paymentLines, 'payment')}${made}; `, ...agree];
}

/** Where something waits for a decision: how much, of how many, and how much of it is older than the run. */
function decide({ runs }: Gathered, { clawbacks }: AllRuns): Child[] {
  if (clawbacks.proposed === noPence) return [];
  const waiting = runs.flatMap(({ comingBack }) => comingBack.filter(({ status }) => status === 'proposed'));
  const practices = new Set(waiting.map(({ practice }) => practice.code)).size;
  const older = waiting.flatMap((each) =>
    each.since.kind === 'posting' ? [{ ...each, posting: each.since.posting }] : [],
  );
  const [first] = older.map(({ posting }) => posting).toSorted((a, b) => a.asAt - b.asAt);
  const oldSum = sumPence(older.map(({ amount }) => amount));
  const age = first ? ours` ${oldSum} of it has waited since ${sayDay(first.asAt)} or later.` : '';
  return [
    tag('b', {}, ours`Decide on ${clawbacks.proposed}`),
    ours` that was overpaid to ${practicesCounted(practices)}.${age} No money moves until a named person has decided: `,
    tag('a', { href: '#back' }, 'what comes back'),
    '.',
  ];
}

/** Practices below nothing: three by name, then a number. */
function note({ practices }: Gathered): Child[] {
  const below = practices.filter(({ net }) => net < noPence).toSorted((a, b) => (a.net < b.net ? -1 : 1));
  if (below.length === 0) return [];
  const owed = minus(sumPence(below.map(({ net }) => net)));
  const isOne = below.length === 1;
  return [
    tag(
      'b',
      {},
      isOne
        ? ours`Note that one practice ends below nothing.`
        : ours`Note that ${practicesCounted(below.length)} end below nothing.`,
    ),
    ' ',
    ...namedPractices(below),
    ours` ${isOne ? 'owes' : 'owe'} ${owed}${isOne ? '' : ' in all'} after ${isOne ? 'its' : 'their'} payments: set off, or invoice.`,
  ];
}
