import { type Day, formatDay } from '../../domain/day.ts';
import type { Facts, MeasureRow, Membership, PaidRow, Practice } from '../../domain/facts.ts';
import { type Finding, finding, type Outcome } from '../../domain/findings/finding.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';
import type { AccountFacts, Identity } from './account-facts.ts';
import { CodeAccounts } from './code-accounts.ts';

/** The accounts of a run: from here on nothing knows of codes that changed. */
export interface Accounts {
  readonly facts: AccountFacts;
  /** The place among the accounts for a claim of the practice at a place of practices.csv; null where no account is in force. */
  readonly placeOfClaim: (practice: number, claimedOn: Day) => number | null;
}

/** Rows of a table by practice code, with the day of a row. */
interface DatedTable<Row> {
  readonly file: string;
  readonly rows: ReadonlyMap<string, readonly Row[]>;
  readonly dayOf: (row: Row) => Day;
}

/** Brings every row to the account that it counts for as at a day (RULES, Succession). Without successions they stand there already. */
export function openAccounts(scheme: Scheme, facts: Facts, asAt: Day): Outcome<Accounts> {
  if ((facts.successions ?? []).length === 0) {
    return { value: { facts, placeOfClaim: (practice) => practice }, findings: [] };
  }
  const codes = new CodeAccounts(scheme, facts, asAt);
  const findings: Finding[] = [];
  const practices = facts.practices.filter(({ code }) => codes.isAccount(code));
  const places = new Map(practices.map(({ code }, place) => [code, place]));
  const elsewhere = new Map<string, Set<MeasureRow>>();

  /** To every account that a row counts for, the rows under its own code first. */
  function toAll<Row extends { readonly line: number }>(table: DatedTable<Row>): ReadonlyMap<string, readonly Row[]> {
    return brought(table, (code, row) => codes.all(code, table.dayOf(row)));
  }

  /** Lists count for one account: that of their own code, be it of a merger, or else the one that goes by numbers. */
  function toOne<Row extends { readonly line: number }>(table: DatedTable<Row>): ReadonlyMap<string, readonly Row[]> {
    return brought(table, (code, row) => {
      const account = codes.isAccount(code) ? code : codes.one(code, table.dayOf(row));
      return account === null ? [] : [account];
    });
  }

  function brought<Row extends { readonly line: number }>(
    { file, rows, dayOf }: DatedTable<Row>,
    accountsOf: (code: string, row: Row) => readonly string[],
  ): ReadonlyMap<string, readonly Row[]> {
    const own = new Map<string, Row[]>();
    const others = new Map<string, Row[]>();
    for (const [code, table] of rows) {
      for (const row of table) {
        const accounts = accountsOf(code, row);
        if (accounts.length === 0 && dayOf(row) <= asAt) findings.push(notInForce(file, row.line, code, dayOf(row)));
        for (const account of accounts) {
          const to = account === code ? own : others;
          add(to, account, row);
        }
      }
    }
    return new Map(practices.map(({ code }) => [code, [...(own.get(code) ?? []), ...(others.get(code) ?? [])]]));
  }

  function measures(): ReadonlyMap<string, readonly MeasureRow[]> {
    for (const [code, rows] of facts.measures) {
      for (const row of rows) {
        const one = codes.one(code, row.asAt);
        for (const account of codes.all(code, row.asAt)) {
          if (account === code || account === one) continue;
          elsewhere.set(account, (elsewhere.get(account) ?? new Set()).add(row));
        }
      }
    }
    return toAll({ file: 'measures.csv', rows: facts.measures, dayOf: ({ asAt: day }) => day });
  }

  /** What was paid to either code is one sum, and whoever had it is asked under the code that stands for it now. */
  function paid(): ReadonlyMap<string, readonly PaidRow[]> {
    const sums = new Map<string, PaidRow[]>();
    for (const [code, rows] of facts.paid) {
      for (const row of rows) {
        const account = codes.ofMoney(code, row.component);
        if (account === null) {
          if (row.posting !== null || row.paidOn <= asAt)
            findings.push(
              notInForce(row.posting === null ? 'paid.csv' : 'posted.csv', row.line, code, row.paidOn, asAt),
            );
          continue;
        }
        const of = { ...row, payeeCode: codes.codeNow(row.payeeCode) };
        add(sums, account, of);
      }
    }
    return sums;
  }

  function accountOf(practice: Practice): Practice {
    let { leftOn, noticeOn, ...row } = codes.codes.withoutCodeDays(practice);
    const joinedOn = codes.codes.joinedOn(practice);
    for (const code of codes.codes.followers(row.code, asAt).slice(1)) {
      const follower = facts.practices.find((each) => each.code === code);
      const its = follower && codes.codes.withoutCodeDays(follower);
      leftOn ??= its?.leftOn ?? null;
      noticeOn ??= its?.noticeOn ?? null;
    }
    return { ...row, joinedOn, leftOn, noticeOn };
  }

  function placeOfClaim(practice: number, claimedOn: Day): number | null {
    const code = facts.practices[practice]?.code;
    if (code === undefined) throw new Error(`no practice at place ${practice}`);
    const account = codes.one(code, claimedOn);
    return account === null ? null : (places.get(account) ?? null);
  }

  const byAccount: AccountFacts = {
    practices: practices.map(accountOf),
    memberships: inOrder(
      toAll({ file: 'memberships.csv', rows: facts.memberships ?? new Map(), dayOf: ({ from }) => from }),
    ),
    listSizes: facts.listSizes,
    otherLists: toOne({
      file: 'list-sizes.csv',
      rows: facts.otherLists ?? new Map(),
      dayOf: ({ asAt: day }) => day,
    }),
    firstLists: facts.firstLists ?? new Map(),
    evidence: toAll({ file: 'evidence.csv', rows: facts.evidence, dayOf: ({ receivedOn }) => receivedOn }),
    measures: measures(),
    decisions: toAll({ file: 'decisions.csv', rows: byDay(facts.decisions), dayOf: ({ decidedOn }) => decidedOn }),
    plans: toAll({ file: 'plans.csv', rows: facts.plans ?? new Map(), dayOf: ({ decidedOn }) => decidedOn }),
    paid: paid(),
    payees: toAll({ file: 'payees.csv', rows: facts.payees, dayOf: ({ agreedOn }) => agreedOn }),
  };
  const identities = new Map(
    practices.map(({ code }): [string, Identity] => [
      code,
      {
        codeNow: codes.codeNow(code),
        countedElsewhere: elsewhere.get(code) ?? new Set(),
        merger: codes.mergerOf(code),
      },
    ]),
  );
  return { value: { facts: { ...byAccount, identities }, placeOfClaim }, findings };
}

/** Decisions of a code in order of their day: those before it stood for another count for its own account alone, and are used first. */
function byDay(decisions: Facts['decisions']): Facts['decisions'] {
  return new Map([...decisions].map(([code, rows]) => [code, [...rows].sort((a, b) => a.decidedOn - b.decidedOn)]));
}

/** By day, the rows of the old code after those of the new one, so that its own word holds on one day. */
function inOrder(byAccount: ReadonlyMap<string, readonly Membership[]>): ReadonlyMap<string, readonly Membership[]> {
  return new Map([...byAccount].map(([code, rows]) => [code, [...rows].reverse().sort((a, b) => a.from - b.from)]));
}

function add<Row>(rows: Map<string, Row[]>, account: string, row: Row): void {
  const before = rows.get(account);
  if (before === undefined) rows.set(account, [row]);
  else before.push(row);
}

/** What is wrong with a claim under a code that stands for another only later. */
export function claimNotInForce({ code }: Practice, line: number, claimedOn: Day): Finding {
  return notInForce('claims.csv', line, code, claimedOn);
}

/** What is wrong with a row under a code that stands for another only later. */
function notInForce(file: string, line: number, code: string, on: Day, by: Day = on): Finding {
  const message = `${code} stands for no other code on ${formatDay(by)}, by successions.csv, and has no account of its own; expected a row under a code that has one`;
  const hint =
    'write the row under the old code, or correct its day here or the day of the new code in successions.csv';
  return finding('account-not-in-force', { file, line, field: 'practice_code' }, { message, hint, value: code });
}
