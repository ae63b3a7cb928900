import type { Decision } from '../../../domain/facts.ts';
import { formatPounds, noPence, sumPence } from '../../../domain/money/money.ts';
import { sayShare } from '../../../domain/words/say.ts';
import { sayIn } from '../../../domain/words/sentence.ts';
import type { Story } from '../../../report/explain/story.ts';
import { minus } from '../figures.ts';

/** What a decision moves in this run, in words; null where it moves no sum by itself. */
export function effectOf({ decision, component, proportion, amount }: Decision, story: Story): string | null {
  const { words } = story.scheme;
  switch (decision) {
    case 'accept-late':
      return 'counts although it came late';
    case 'proportion': {
      const less = unpaidBy(story, component);
      const share = proportion === null ? '' : `pays ${sayShare(proportion)}`;
      return less === noPence ? share : `${share}: ${formatPounds(words, minus(less))}`;
    }
    case 'recover':
      return `takes back ${formatPounds(words, partsIn(story, component, 'due'))} of ${formatPounds(words, amount ?? noPence)}`;
    case 'waive-recovery':
      return sayIn(words)`${partsIn(story, component, 'waived')} stays with the practice`;
  }
}

function unpaidBy({ components }: Story, component: string | null) {
  const amounts = components
    .filter(({ line }) => line.component.id === component)
    .flatMap(({ periods }) => periods.flatMap(({ position }) => position.unpaid))
    .filter(({ status }) => status === 'proportion')
    .map(({ amount }) => amount);
  return sumPence(amounts);
}

function partsIn({ components }: Story, component: string | null, status: 'due' | 'waived') {
  const parts = components
    .filter(({ line }) => line.component.id === component)
    .flatMap(({ periods }) => periods.map(({ position }) => position.settlement))
    .flatMap((settlement) => (settlement.kind === 'clawback' ? settlement.parts : []));
  return sumPence(parts.filter((part) => part.status === status).map(({ amount }) => amount));
}
