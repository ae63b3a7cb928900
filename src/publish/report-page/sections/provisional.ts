import { type Day, sayDay } from '../../../domain/day.ts';
import { noPence } from '../../../domain/money/money.ts';
import { joined, ours, type Sentence } from '../../../domain/words/sentence.ts';
import type { ProvisionalSum } from '../gather/provisional-sums.ts';
import { type Child, tag } from '../markup.ts';
import { badge } from './parts.ts';

/** Sums that later runs can still change: each with what it waits for, and until when. */
export function provisionalNote(sums: readonly ProvisionalSum[]): readonly Child[] {
  if (sums.length === 0) return [];
  const says = ours`${numberWord(sums.length)} can still change: ${joined(sums.map(sayChange), '; ')}.`;
  return [tag('p', { class: 'note' }, badge('open', 'provisional'), ' ', says)];
}

function numberWord(number: number): string {
  return ['No sum', 'One sum', 'Two sums', 'Three sums', 'Four sums', 'Five sums'][number] ?? `${number} sums`;
}

function sayChange({ kind, sum, until, practices, evidence }: ProvisionalSum): Sentence {
  const money = sum === noPence ? '' : sum;
  const that = (says: string) => (money === '' ? ours`what ${says}` : ours`${money} that ${says}`);
  switch (kind) {
    case 'comes-in':
      return ours`${money === '' ? 'what waits' : money} until ${what(practices, evidence, 'what is missing')} comes in${atTheLatest(until)}`;
    case 'kept':
      return ours`${that(`is kept only if ${what(practices, evidence, 'what is still asked for')} comes`)}${atTheLatest(until)}`;
    case 'decision':
      return ours`${money} until it is decided on`;
    case 'later':
      return ours`${money} until it may be taken back`;
    case 'carried':
      return ours`${money} that is kept for the next payment`;
    case 'claims':
      return until === null
        ? ours`${that('is paid by the event')}, as claims have no last day`
        : ours`${that('is paid by the event')}, until ${sayDay(until)}, when the last claims are in`;
    case 'measured':
      return ours`${that('goes by figures')}, which are measured anew in later runs`;
    case 'goes-on':
      return ours`${that('falls in a period that goes on')}${until === null ? '' : `, until ${sayDay(until)}`}`;
  }
}

/** One piece of evidence by its title, of one practice by its name. */
function what(practices: readonly string[], evidence: readonly string[], otherwise: string): string {
  const [title] = evidence;
  const [practice] = practices;
  const named = evidence.length === 1 && title !== undefined ? `“${title}”` : otherwise;
  return practices.length === 1 && practice !== undefined ? `${named} of ${practice}` : named;
}

function atTheLatest(until: Day | null): string {
  return until === null ? '' : `, by ${sayDay(until)} at the latest`;
}
