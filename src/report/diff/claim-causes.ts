import { type Day, sayDay } from '../../domain/day.ts';
import type { Claim } from '../../domain/facts.ts';
import { formatPounds, withSeparators } from '../../domain/money/money.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';
import type { Words } from '../../domain/words/words.ts';
import type { Cause } from './cause.ts';
import { rowCauses, type TableOfRows } from './row-changes.ts';
import { touchedBy } from './touched.ts';

/** Of so many practices the claims are told one by one; of others how many there are, as claims may be millions. */
const practicesTold = 100;

/** Takes the claims of two runs, those of certain practices alone, and says in what they differ. */
export class ClaimCauses {
  readonly #claims: ReadonlyMap<string, { readonly before: Claims; readonly after: Claims }>;
  readonly #table: TableOfRows<Claim>;
  readonly #touches: readonly string[];

  constructor(practices: readonly string[], schemes: readonly [Scheme, Scheme]) {
    const claims = practices.map((code, index) => {
      const isTold = index < practicesTold;
      return [code, { before: new Claims(isTold), after: new Claims(isTold) }] as const;
    });
    this.#claims = new Map(claims);
    this.#table = claimRows(schemes);
    this.#touches = turningOnEvents(schemes);
  }

  /** One claim of one of the runs. */
  take(run: 'before' | 'after', code: string, claim: Claim): void {
    this.#claims.get(code)?.[run].take(claim);
  }

  /** What differs in the claims of a practice, known to each run by its as-at date. */
  causes(code: string, asAt: { readonly before: Day; readonly after: Day }): Cause[] {
    const claims = this.#claims.get(code);
    if (!claims) return [];
    const { before, after } = claims;
    if (before.rows && after.rows) {
      return rowCauses(this.#table, { rows: before.rows, asAt: asAt.before }, { rows: after.rows, asAt: asAt.after });
    }
    if (before.count === after.count) return [];
    const counts = [before.count, after.count].map((count) => withSeparators(String(count)));
    return [
      { kind: 'claim', says: `claims ${counts.join(' → ')} (claims.csv)`, file: 'claims.csv', touches: this.#touches },
    ];
  }
}

class Claims {
  readonly rows: Claim[] | null;
  count = 0;

  constructor(isTold: boolean) {
    this.rows = isTold ? [] : null;
  }

  take(claim: Claim): void {
    this.count += 1;
    this.rows?.push(claim);
  }
}

function claimRows(schemes: readonly [Scheme, Scheme]): TableOfRows<Claim> {
  const [, { words }] = schemes;
  const components = turningOnEvents(schemes);
  return {
    kind: 'claim',
    noun: 'claim',
    file: 'claims.csv',
    about: ({ event, eventId, eventDate }) => `${event} ${eventId} of ${sayDay(eventDate)}`,
    says: (claim) => sayClaim(words, claim),
    knownFrom: ({ claimedOn }) => claimedOn,
    // A meeting counts once whatever its kind, so that a claim of one kind can touch another.
    touches: () => components,
  };
}

function sayClaim(words: Words, { claimedOn, person, amount }: Claim): string {
  const whose = person === undefined ? '' : ` for ${person}`;
  const cost = amount === undefined ? '' : `, ${formatPounds(words, amount)}`;
  return `claimed ${sayDay(claimedOn)}${whose}${cost}`;
}

/** The components that turn on any kind of event. */
export function turningOnEvents(schemes: readonly Scheme[]): string[] {
  return touchedBy(schemes, ({ events }) => events.size > 0);
}
