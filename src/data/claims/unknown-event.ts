import { nearest } from '../../domain/words/nearest.ts';
import { CellMistake, toldOnce } from '../cells/cell-mistake.ts';
import { list } from '../cells/text.ts';

/** Says that the scheme pays for no event of a name, and which one was meant. The claim is refused with that code. */
export function unknownEvent(events: readonly string[]): (event: string) => CellMistake {
  return toldOnce((event) => {
    const meant = nearest(event, events);
    return new CellMistake(
      'unknown-event',
      `is no event that the scheme pays for; expected ${list(events)}; the claim is refused`,
      meant === null ? 'write one of these, in the same spelling' : `did you mean ${meant}?`,
    );
  });
}
