import * as z from 'zod';
import { unpaidStatuses } from '../domain/account.ts';
import { documentForm, moneyForm, type Told } from './document.ts';
import { count, day, keys, list, money, orNull, prose } from './words.ts';

// What schemes, check, template and new print.

const status = z.enum(['agreed', 'draft']);

export const schemesForm = documentForm('quarterday/schemes/1', 'The schemes that come with the program.', {
  schemes: list(keys({ id: prose, title: prose, commissioner: prose, status, start: day, end: day })),
});
export type SchemesDocument = Told<typeof schemesForm>;

const worked = keys({
  title: prose,
  clause: prose,
  lines: list(
    keys({
      practice: prose,
      component: prose,
      period: prose,
      entitlement: money,
      payment: money,
      clawback: money,
      steps: list(
        keys({ label: prose.describe('By which an example names it in its `working`.'), formula: prose, value: prose }),
      ),
      not_paid: list(keys({ status: z.enum(unpaidStatuses), amount: money, reason: prose })),
    }),
  ),
});
export type WorkedData = Told<typeof worked>;

export const checkForm = moneyForm('quarterday/check/1', 'What was proved of a scheme.', {
  scheme: prose,
  status,
  checks: count,
  examples: count.describe('Each to the penny.'),
  headlines: count,
  to_be_confirmed: count.describe('What a draft leaves open.'),
  data: orNull(prose, 'The data folder that was checked against it.'),
  first_run: keys({ period: prose, as_at: day }, 'What run takes for the first period: the day after it is over.'),
  worked: list(worked, 'With --examples: the steps of each.').optional(),
});
export type CheckDocument = Told<typeof checkForm>;

export const workedForm = documentForm(
  'quarterday/worked/1',
  'What check --examples prints where something is wrong: the steps, and no proof.',
  { scheme: prose, worked: list(worked) },
);
export type WorkedDocument = Told<typeof workedForm>;

export const templateForm = documentForm('quarterday/template/1', 'The files of an empty data folder.', {
  scheme: prose,
  folder: prose,
  files: list(prose),
});
export type TemplateDocument = Told<typeof templateForm>;

export const newForm = documentForm('quarterday/new/1', 'A scheme to start from.', {
  kind: z.enum(['per-patient', 'events', 'pool', 'achievement']),
  scheme: prose,
  file: prose,
});
export type NewDocument = Told<typeof newForm>;
