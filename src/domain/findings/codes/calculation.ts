import type { CodeEntry } from './entry.ts';

export const calculationCodes = {
  'accepted-claim-missing': {
    severity: 'warning',
    title: 'A late claim was accepted that is not there',
    meaning:
      'A decision accepts a late claim by its event_id, and claims.csv has no claim of the practice with that id. The decision changes nothing.',
    fix: 'Copy the event_id from the row of the late claim, or add the claim to claims.csv.',
  },
  'as-at-before-period': {
    severity: 'error',
    title: 'As-at date before the period',
    meaning:
      'A run looks at what had happened by its as-at date. Before a period starts nothing of it can have happened.',
    fix: 'Give an as-at date on or after the first day of the period, or run an earlier period.',
  },
  'as-at-before-period-end': {
    severity: 'warning',
    title: 'As-at date before the period ends',
    meaning: 'The run is allowed, as a look ahead: events, evidence and decisions after the as-at date are not seen.',
    fix: 'Run the period again as at a day after its end before you pay it.',
  },
  'notice-without-period': {
    severity: 'warning',
    title: 'Notice in a scheme without a notice period',
    meaning: 'The scheme does not say how long a notice runs, so a date in notice_on changes nothing.',
    fix: 'Enter the day on which the practice leaves in left_on.',
  },
  'paid-below-zero': {
    severity: 'error',
    title: 'Paid total below zero',
    meaning:
      'Payments and recoveries of one practice and component, of all periods up to one, add up to less than nothing, or do so for one payee: more would have been recovered than was ever paid. A single period may stand below nothing only where the component can fall.',
    fix: 'Add the missing payment to paid.csv, or correct the sign, the amount or the payee of the recovery.',
  },
  'payee-changed': {
    severity: 'warning',
    title: 'Money comes back from an earlier payee',
    meaning:
      'Whoever is paid for a component today is not who had the money that comes back. A clawback is asked of those who were paid, as paid.csv and the ledger say it, from the latest payment back to the first.',
    fix: 'Tell both payees before the money is taken. If paid.csv names the wrong payee, correct its payee_code.',
  },
  'pool-without-patients': {
    severity: 'error',
    title: 'A pool without patients',
    meaning: 'A budget is shared by list size, and the lists of all practices add up to zero.',
    fix: 'Correct the patients column of list-sizes.csv.',
  },
  'practice-without-group': {
    severity: 'error',
    title: 'A practice without its locality or network',
    meaning:
      'The scheme takes the practices of a locality or a network together, and this practice names none, so nobody could tell with whom it belongs.',
    fix: 'Fill in the column locality, or pcn_code, of practices.csv for every practice.',
  },
  'account-not-in-force': {
    severity: 'error',
    title: 'A row under a code that has no account yet',
    meaning:
      'By successions.csv the code stands for another only from a later day on, and it has no account of its own, so nobody could tell for whom the row counts.',
    fix: 'Write the row under the old code, or correct its day, or the day in successions.csv.',
  },
} satisfies Record<string, CodeEntry>;
