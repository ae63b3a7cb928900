import type { UnpaidStatus } from '../../domain/account.ts';
import { noPence } from '../../domain/money/money.ts';
import { equals, one } from '../../domain/money/ratio.ts';
import { shortTitleOf } from '../../domain/scheme/titles.ts';
import { sayPatients, sayPounds, sayShare } from '../../domain/words/say.ts';
import type { ComponentStory } from '../../report/explain/story.ts';
import type { PublishedPractice, RunPublished } from '../publication.ts';
import { sayNumberOf } from './say.ts';

/** What lies outside of what is counted, or moves within a component. */
const besides: ReadonlySet<UnpaidStatus> = new Set(['capped', 'set-off', 'carried']);

/** How the sum of a component is worked out, in a few words: `7,001 patients × £0.25`. Empty where it takes more than that. */
export function workedOut(
  { scheme: { words, events }, period }: RunPublished,
  { story }: PublishedPractice,
  component: ComponentStory,
): string {
  const { line, periods } = component;
  const { value, schedule, adjustments, achievement } = line.component;
  if (periods.every(({ position }) => position.entitlement === noPence)) {
    const unpaid = periods.flatMap(({ position }) => position.unpaid);
    if (unpaid.length === 0) return '';
    return unpaid.every(({ status }) => status === 'withheld') ? 'waits: see below' : 'not earned: see below';
  }
  const rate = rateOf();
  if (rate === '') return '';
  const share = schedule?.cumulative[period.index];
  const sofar = !share || schedule?.eachPeriod || equals(share, one) ? '' : `, ${sayShare(share)} of it so far`;
  const less = periods.some(({ position }) => position.unpaid.some(({ status }) => !besides.has(status)))
    ? ', less what is told below'
    : '';
  return `${rate}${sofar}${less}`;

  function rateOf(): string {
    if (adjustments.length > 0 || achievement !== null) return '';
    const { listSize } = story.account;
    switch (value.kind) {
      case 'per-patient':
        return listSize.line === 0 ? '' : `${sayPatients(listSize.patients)} × ${sayPounds(words, value.pounds)}`;
      case 'fixed':
        return `a fixed sum of ${sayPounds(words, value.pounds)}`;
      case 'per-event': {
        const number = periods.reduce((sum, { claims }) => sum + claims.length, 0);
        if (!('n' in value.pounds)) return '';
        const titled = events?.find(({ id }) => id === value.event);
        // A title has no plural.
        return titled
          ? `${number} × ${sayPounds(words, value.pounds)} for ${shortTitleOf(titled)}`
          : `${sayNumberOf(number, value.event.replaceAll('-', ' '))} × ${sayPounds(words, value.pounds)}`;
      }
      case 'pool':
        return `your share of ${sayPounds(words, value.pounds)}, by list`;
      default:
        return '';
    }
  }
}
