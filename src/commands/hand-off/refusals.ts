import { type Finding, finding } from '../../domain/findings/finding.ts';

/** One of two options that belong together is missing. */
export function reasonMissing(field: '--again' | '--reason'): Finding {
  const message = '--again and --reason belong together';
  const hint = field === '--reason' ? 'say with --reason why the sum is sent again' : 'name the sum with --again';
  return finding('missing-argument', { field }, { message, hint });
}

/** Nothing is paid on the day that was given. */
export function noWorkingDay(value: string): Finding {
  const message = 'is no working day; the channel pays on working days';
  return finding('no-working-day', { field: '--pay-on' }, { message, value, hint: 'give another day' });
}

/** The file was wanted before there was anything to hand over. */
export function lastDayPassed(last: string, postings: readonly number[]): Finding {
  const message = `the file was wanted by ${last}, before posting ${postings.join(', ')} was made`;
  const hint = 'give a later day with --pay-on, or make sure that the file is still taken';
  return finding('last-day-passed', { field: '--pay-on' }, { message, hint });
}

/** No payee is above zero. */
export function nothingToHandOver(): Finding {
  const message = 'no payee of these postings is above zero, so that there is no file for the channel';
  return finding('nothing-to-hand-over', { field: '--posting' }, { message, hint: 'see to-recover.csv' });
}
