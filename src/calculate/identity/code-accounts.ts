import { addDays, type Day } from '../../domain/day.ts';
import type { Facts, Practice } from '../../domain/facts.ts';
import { countsAnew, countsOwnList, countsPatients } from '../../domain/scheme/lists-needed.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';
import { earnsByNoList } from '../../domain/scheme/stay.ts';
import { Successions } from '../../domain/successions.ts';
import type { Merger } from './account-facts.ts';

/** Which account the rows of a code count for (RULES, Succession). */
export class CodeAccounts {
  readonly codes: Successions;
  readonly #scheme: Scheme;
  readonly #facts: Facts;
  readonly #asAt: Day;
  readonly #own = new Set<string>();
  /** New codes of mergers that have an account for the components that count patients anew, and for no other. */
  readonly #anew = new Set<string>();

  constructor(scheme: Scheme, facts: Facts, asAt: Day) {
    this.#scheme = scheme;
    this.#facts = facts;
    this.#asAt = asAt;
    this.codes = new Successions(facts.successions ?? [], facts.practices);
    for (const practice of facts.practices) if (this.#hasItsOwn(practice)) this.#own.add(practice.code);
    if (!scheme.components.some(countsAnew)) return;
    for (const { code } of facts.practices) if (!this.#own.has(code) && this.#isMerged(code)) this.#anew.add(code);
  }

  /** Whether a code has an account, be it for some components alone. */
  isAccount(code: string): boolean {
    return this.#own.has(code) || this.#anew.has(code);
  }

  /** Every account that a row of a day counts for: its own, and those that the code stands for by then. */
  all(code: string, on: Day): readonly string[] {
    const accounts = new Set(this.isAccount(code) ? [code] : []);
    const before = this.codes.into(code);
    for (const { oldCode, from } of before) {
      if (from <= on) for (const account of this.all(oldCode, on)) accounts.add(account);
    }
    // The list was counted when the code had ended already: its account is that of the code that followed.
    if (before.length === 0 && accounts.size === 0) return [this.#accountAfter(code)];
    return [...accounts].sort();
  }

  /** The one account that a row counts for which is paid by its number: its own, else that of the lowest code that it stands for. */
  one(code: string, on: Day): string | null {
    if (this.#own.has(code)) return code;
    const before = this.codes.into(code);
    if (before.length === 0) return this.#accountAfter(code);
    const accounts = before.filter(({ from }) => from <= on).map(({ oldCode }) => this.one(oldCode, on));
    return accounts.filter((account) => account !== null).sort()[0] ?? null;
  }

  /** The account that money for a component counts for, whatever its day. */
  ofMoney(code: string, component: string): string | null {
    const paidFor = this.#scheme.components.find(({ id }) => id === component);
    if (this.#anew.has(code) && paidFor && countsAnew(paidFor)) return code;
    return this.one(code, this.#asAt);
  }

  /** The code that stands for another now. */
  codeNow(code: string): string {
    return this.codes.followers(code, this.#asAt).at(-1) ?? code;
  }

  /** What a merger makes of an account where patients are counted anew. */
  mergerOf(account: string): Merger | null {
    const beginning = this.codes.beginningOf(account);
    if (this.#anew.has(account) && beginning !== null) return { kind: 'joins', on: beginning };
    for (const code of this.codes.followers(account, this.#asAt)) {
      const end = this.codes.endOf(code);
      if (end === null || end.from > this.#asAt) return null;
      if (this.#isMerged(end.newCode)) return { kind: 'leaves', on: addDays(end.from, -1) };
    }
    return null;
  }

  #hasItsOwn({ code, joinedOn }: Practice): boolean {
    const { listSizes, otherLists } = this.#facts;
    const beginning = this.codes.beginningOf(code);
    if (beginning === null) return !this.#isListedUnderFollower(code);
    const wasThere = joinedOn !== null && joinedOn < beginning;
    if (!countsPatients(this.#scheme)) return wasThere;
    if (listSizes.has(code) || (wasThere && earnsByNoList(this.#scheme, { joinedOn }))) return true;
    const lists = countsOwnList(this.#scheme) ? [] : (otherLists?.get(code) ?? []);
    return lists.some(({ asAt }) => asAt < beginning);
  }

  #isListedUnderFollower(code: string): boolean {
    const { listSizes } = this.#facts;
    if (!countsOwnList(this.#scheme) || listSizes.has(code)) return false;
    return this.codes.followers(code, this.#scheme.population.at).some((follower) => listSizes.has(follower));
  }

  #accountAfter(code: string): string {
    // The list of the scheme counts whatever the day of the run is, and so does the code that it was counted under.
    const { at } = this.#scheme.population;
    const followers = [this.#asAt, at].flatMap((by) => this.codes.followers(code, by));
    const [follower] = followers.filter((each) => this.isAccount(each));
    if (follower === undefined) throw new Error(`${code} has no account, and no code that follows it has one`);
    return follower;
  }

  /** Whether several codes became one: several old ones, or a new one that was there before. */
  #isMerged(newCode: string): boolean {
    const old = this.codes.into(newCode).filter(({ from }) => from <= this.#asAt);
    return old.length > 1 || (old.length === 1 && this.#own.has(newCode));
  }
}
