import { nearest } from '../../domain/words/nearest.ts';
import { CellMistake } from '../cells/cell-mistake.ts';
import { list } from '../cells/text.ts';

/** So many different names are remembered: of a column that is wrong throughout the same few come again and again. */
const mostNames = 1000;

/** Says that the scheme pays for no event of a name, and which one was meant. The claim is refused with that code. */
export function unknownEvent(events: readonly string[]): (event: string) => CellMistake {
  const told = new Map<string, CellMistake>();
  return (event) => {
    const known = told.get(event);
    if (known) return known;
    const meant = nearest(event, events);
    const mistake = new CellMistake(
      'unknown-event',
      `is no event that the scheme pays for; expected ${list(events)}; the claim is refused`,
      meant === null ? 'write one of these, in the same spelling' : `did you mean ${meant}?`,
    );
    if (told.size < mostNames) told.set(event, mistake);
    return mistake;
  };
}
