import { dayOf } from './calendar.ts';
import type { Case, Row, Scheme, Tables } from './written.ts';

// Succession: every row comes to stand under the code of the account that it counts for, so that what works out the money knows of no change of codes.

interface Step {
  readonly old: string;
  readonly new: string;
  readonly from: number;
}

/** The tables of a run by account, each row with its line. */
export function byAccount({ scheme, tables, asAt }: Case): Tables {
  const numbered = Object.fromEntries(
    Object.entries(tables).map(([file, rows]) => [file, rows.map((row, place) => ({ ...row, line: `${place + 2}` }))]),
  );
  const codes = new Codes(scheme, numbered, dayOf(asAt));
  const brought = Object.entries(numbered).map(([file, rows]) => {
    if (file === 'practices.csv') return [file, codes.accounts()] as const;
    if (file === 'successions.csv') return [file, rows] as const;
    return [file, codes.brought(file, rows)] as const;
  });
  return Object.fromEntries(brought);
}

const dates = ['received_on', 'claimed_on', 'decided_on', 'agreed_on', 'as_at', 'from'];

class Codes {
  readonly #steps: readonly Step[];
  readonly #practices: readonly Row[];
  readonly #asAt: number;
  readonly #isListed: (code: string) => boolean;
  readonly #listedAt: number;
  readonly #start: number;
  readonly #joiners: string | undefined;

  constructor(scheme: Scheme, tables: Tables, asAt: number) {
    this.#steps = (tables['successions.csv'] ?? []).map(({ old_code = '', new_code = '', from = '' }) => {
      return { old: old_code, new: new_code, from: dayOf(from) };
    });
    this.#practices = tables['practices.csv'] ?? [];
    this.#asAt = asAt;
    this.#listedAt = dayOf(scheme.population.at);
    this.#start = dayOf(scheme.term.start);
    this.#joiners = scheme.joining?.list;
    const { at, acceptedInstead = [], kind = 'registered' } = scheme.population;
    const lists = (tables['list-sizes.csv'] ?? []).filter(({ population, as_at = '' }) => {
      return (population || 'registered') === kind && [at, ...acceptedInstead].includes(as_at);
    });
    this.#isListed = (code) => lists.some(({ practice_code }) => practice_code === code);
  }

  #into(code: string): readonly Step[] {
    return this.#steps.filter((step) => step.new === code);
  }

  /** An account belongs to the code under which its list was counted; a new code that had none at the date of the scheme has no account. */
  #hasOne(code: string): boolean {
    const into = this.#into(code);
    if (into.length === 0)
      return this.#isListed(code) || !this.#followers(code, this.#listedAt).some((each) => this.#isCounted(each));
    return this.#isCounted(code) || this.#joinedWithoutAList(code);
  }

  /** Whether a list counts that stands under a code: none does of one that joined, where such a one earns nothing by it. */
  #isCounted(code: string): boolean {
    return this.#isListed(code) && !this.#needsNoList(this.#daysOf(code).joined_on);
  }

  #needsNoList(joined_on: string | undefined): boolean {
    return this.#joiners === 'none' && joined_on !== undefined && dayOf(joined_on) > this.#start;
  }

  /** One that joined before its code stood for another, in a scheme in which who joins earns nothing by a list, needs none. */
  #joinedWithoutAList(code: string): boolean {
    const { joined_on = '' } = this.#practices.find(({ practice_code }) => practice_code === code) ?? {};
    const wasThere = joined_on !== '' && this.#into(code).every(({ from }) => dayOf(joined_on) < from);
    return wasThere && this.#needsNoList(joined_on);
  }

  /** The codes that stand for another by a day, one after the other. */
  #followers(code: string, by: number): readonly string[] {
    const step = this.#steps.find(({ old, from }) => old === code && from <= by);
    return step ? [step.new, ...this.#followers(step.new, by)] : [];
  }

  /** The code that stands for another at the day of the run. */
  #now(code: string): string {
    return this.#followers(code, this.#asAt).at(-1) ?? code;
  }

  /** All accounts that a row of a code counts for on a day. */
  #all(code: string, on: number): readonly string[] {
    const before = this.#into(code).filter(({ from }) => from <= on);
    const own = this.#hasOne(code) || this.#into(code).length > 0 ? code : this.#followers(code, this.#listedAt).at(-1);
    const accounts = [...(own && this.#hasOne(own) ? [own] : []), ...before.flatMap(({ old }) => this.#all(old, on))];
    return [...new Set(accounts)];
  }

  /** The one account that a row counts for that is paid by its number: its own, or else the lowest. */
  #one(code: string, on: number): string | undefined {
    if (this.#hasOne(code)) return code;
    return [...this.#all(code, on)].sort()[0];
  }

  brought(file: string, rows: readonly Row[]): readonly Row[] {
    const all = rows.flatMap((row): { row: Row; isOwn: boolean }[] => {
      const { practice_code: code = '' } = row;
      const column = dates.find((each) => row[each]);
      const on = file === 'paid.csv' ? this.#asAt : dayOf((column && row[column]) ?? '');
      const one = this.#one(code, on);
      const isOne = file === 'claims.csv' || file === 'paid.csv' || file === 'list-sizes.csv';
      const accounts = isOne ? (one === undefined ? [] : [one]) : this.#all(code, on);
      const payee = file === 'paid.csv' ? { payee_code: this.#now(row.payee_code || code) } : {};
      return accounts.map((account) => {
        const elsewhere = file === 'measures.csv' && account !== one && account !== code ? { elsewhere: 'yes' } : {};
        // Of a merger each account goes on with its own list: those of the new code are of all together.
        const ofAll = file === 'list-sizes.csv' && this.#all(code, on).length > 1 ? { of_all: 'yes' } : {};
        return { row: { ...row, ...payee, ...elsewhere, ...ofAll, practice_code: account }, isOwn: account === code };
      });
    });
    // Money keeps its order; of others the own row of the old code goes before those of the new one.
    if (file === 'paid.csv') return all.map(({ row }) => row);
    const own = all.filter(({ isOwn }) => isOwn).map(({ row }) => row);
    const others = all.filter(({ isOwn }) => !isOwn).map(({ row }) => row);
    if (file !== 'measures.csv' && file !== 'list-sizes.csv') return [...others, ...own];
    const key = ({ practice_code, measure, item, as_at, population }: Row) =>
      [practice_code, measure, item, as_at, population].join();
    const told = new Set(own.map(key));
    return [...own, ...others.filter((row) => !told.has(key(row)))];
  }

  /** The practices that have an account, with the days that are a joining or a leaving and not the beginning or the end of a code. */
  accounts(): readonly Row[] {
    const own = this.#practices.filter(({ practice_code = '' }) => this.#hasOne(practice_code));
    return own.map((row) => {
      const { practice_code = '' } = row;
      const days = this.#daysOf(practice_code);
      let { left_on, notice_on } = days;
      for (const follower of this.#followers(practice_code, this.#asAt)) {
        const its = this.#daysOf(follower);
        left_on ||= its.left_on;
        notice_on ||= its.notice_on;
      }
      return {
        ...row,
        joined_on: days.joined_on ?? '',
        left_on: left_on ?? '',
        notice_on: notice_on ?? '',
        now: this.#now(practice_code),
      };
    });
  }

  /** A new code is no joining: it goes on from the first of the old ones that joined, unless one was there from the start. */
  #joinedBefore(code: string): { joined_on?: string } {
    const days = this.#into(code).map(({ old }) => this.#daysOf(old).joined_on ?? '');
    const [first = ''] = days.sort();
    return first === '' ? {} : { joined_on: first };
  }

  #daysOf(code: string): { joined_on?: string; left_on?: string; notice_on?: string } {
    const row = this.#practices.find(({ practice_code }) => practice_code === code) ?? {};
    const { joined_on, left_on, notice_on } = row;
    const ends = this.#steps.find(({ old }) => old === code);
    const begins = Math.min(...this.#into(code).map(({ from }) => from));
    return {
      ...(joined_on && dayOf(joined_on) >= begins ? this.#joinedBefore(code) : joined_on ? { joined_on } : {}),
      ...(left_on && !(ends && dayOf(left_on) >= ends.from - 1) ? { left_on } : {}),
      ...(notice_on ? { notice_on } : {}),
    };
  }
}
