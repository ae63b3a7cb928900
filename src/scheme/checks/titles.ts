import { shortTitleOf, type Titled, withShortTitle } from '../../domain/scheme/titles.ts';
import { folded } from '../../domain/words/folded.ts';
import type { JsonMistake, Path } from '../../json/mistake.ts';
import type { WrittenScheme } from '../grammar/scheme.ts';
import { leavesOf } from '../tree.ts';

/** A thing that is called by its title, and where it is written. */
interface Called extends Titled {
  readonly id: string;
  readonly at: Path;
}

/** No two periods, pieces of evidence, events, measures or components are called the same: letters, charts and tables tell them by their titles. */
export function titlesTellThingsApart(scheme: WrittenScheme): JsonMistake[] {
  return [
    ...areToldApart('period', called(scheme.periods, 'periods')),
    ...areToldApart('evidence', called(scheme.evidence, 'evidence')),
    ...areToldApart('event', called(scheme.events, 'events')),
    ...areToldApart('measure', called(scheme.measures, 'measures')),
    ...areToldApart(
      'component',
      leavesOf(scheme).map(({ component, at }) => calledAt(component, at)),
    ),
  ];
}

type Written = { readonly id: string; readonly title: string; readonly shortTitle?: string | undefined };

function called(written: readonly Written[], key: string): Called[] {
  return written.map((each, index) => calledAt(each, [key, index]));
}

function calledAt({ id, title, shortTitle }: Written, at: Path): Called {
  return { id, title, ...withShortTitle({ shortTitle }), at };
}

function areToldApart(what: string, all: readonly Called[]): JsonMistake[] {
  const [byShown, byWhole] = [firstBy(all, shortTitleOf), firstBy(all, ({ title }) => title)];
  return all.flatMap((each): JsonMistake[] => {
    const shown = byShown(each);
    if (shown !== each) return [sameTitle(what, each, shown, each.shortTitle === undefined ? 'title' : 'shortTitle')];
    const whole = byWhole(each);
    return whole !== each ? [sameTitle(what, each, whole, 'title')] : [];
  });
}

/** Finds the first of all that is called what one is: itself, where none before it is. */
function firstBy(all: readonly Called[], nameOf: (each: Called) => string): (each: Called) => Called {
  const first = new Map(all.toReversed().map((each) => [folded(nameOf(each)), each]));
  return (each) => first.get(folded(nameOf(each))) ?? each;
}

function sameTitle(what: string, { id, title, shortTitle, at }: Called, other: Called, key: keyof Titled): JsonMistake {
  const is = key === 'title' ? title : shortTitle;
  const message = `the ${what} ${JSON.stringify(id)} is called ${JSON.stringify(is)}, as ${JSON.stringify(other.id)} is; expected a title that tells the two apart`;
  return { code: 'scheme-same-title', at: [...at, key], message, hint: 'give one of the two another title' };
}
