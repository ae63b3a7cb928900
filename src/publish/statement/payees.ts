import type { Publication, PublishedPractice, RunPublished } from '../publication.ts';
import type { Payee, PayeeScheme } from './payee.ts';

/** Where a payee is told of something: the places of its practices in each run. */
type Places = Map<RunPublished, number[]>;

/** The payees of a publication. */
export interface Payees extends Iterable<Payee> {
  readonly count: number;
}

/** Every payee of a publication, in order of code, each put together when its turn comes: no more than one of them is held. */
export function payeesOf(publication: Publication): Payees {
  const places = placesOf(publication.runs);
  return {
    count: places.size,
    *[Symbol.iterator]() {
      for (const code of [...places.keys()].sort()) yield payeeOf(code, places.get(code) ?? new Map(), publication);
    },
  };
}

function placesOf(runs: readonly RunPublished[]): ReadonlyMap<string, Places> {
  const places = new Map<string, Places>();
  for (const run of runs) {
    for (const index of run.practices.keys()) {
      for (const code of toldBy(run.practiceAt(index))) {
        const own: Places = places.get(code) ?? new Map();
        places.set(code, own);
        own.set(run, [...(own.get(run) ?? []), index]);
      }
    }
  }
  return places;
}

/** The payees that a statement of a practice names: those with a payment or a clawback, or else the one that is told nothing. */
function toldBy({ story }: PublishedPractice): readonly string[] {
  const { toldNothing } = story.account;
  return [...new Set([...story.payees.map(({ payee }) => payee), ...(toldNothing === null ? [] : [toldNothing])])];
}

function payeeOf(code: string, places: Places, { runs, finance }: Publication): Payee {
  const schemes = runs.flatMap((run): PayeeScheme[] => {
    const own = places.get(run);
    return own === undefined ? [] : [{ run, practices: own.map((index) => run.practiceAt(index)) }];
  });
  const practice = schemes
    .flatMap(({ practices }) => practices.map(({ story }) => story.account.practice))
    .find((each) => each.code === code);
  const named = schemes.map(({ run }) => run.payeeNames.get(code)).find((name) => name !== undefined);
  return { code, name: practice?.name ?? named ?? null, contact: finance?.contacts.get(code) ?? null, schemes };
}
