import * as z from 'zod';
import { unpaidStatuses } from '../domain/account.ts';
import { documentOf, type Told } from './document.ts';
import { count, day, keys, list, money, orNull, text } from './words.ts';

// What schemes, check, template and new print.

const status = z.enum(['agreed', 'draft']);

export const schemesForm = documentOf('quarterday/schemes/1', 'The schemes that come with the program.', {
  schemes: list(keys({ id: text, title: text, commissioner: text, status, start: day, end: day })),
});
export type SchemesDocument = Told<typeof schemesForm>;

const worked = keys({
  title: text,
  clause: text,
  lines: list(
    keys({
      practice: text,
      component: text,
      period: text,
      entitlement: money,
      payment: money,
      clawback: money,
      steps: list(keys({ formula: text, value: text })),
      not_paid: list(keys({ status: z.enum(unpaidStatuses), amount: money, reason: text })),
    }),
  ),
});
export type WorkedData = Told<typeof worked>;

export const checkForm = documentOf('quarterday/check/1', 'What was proved of a scheme.', {
  scheme: text,
  status,
  checks: count,
  examples: count.describe('Each to the penny.'),
  headlines: count,
  to_be_confirmed: count.describe('What a draft leaves open.'),
  data: orNull(text, 'The data folder that was checked against it.'),
  worked: list(worked, 'With --examples: the steps of each.').optional(),
});
export type CheckDocument = Told<typeof checkForm>;

export const templateForm = documentOf('quarterday/template/1', 'The files of an empty data folder.', {
  scheme: text,
  folder: text,
  files: list(text),
});
export type TemplateDocument = Told<typeof templateForm>;

export const newForm = documentOf('quarterday/new/1', 'A scheme to start from.', {
  kind: z.enum(['per-patient', 'events', 'pool', 'achievement']),
  scheme: text,
  file: text,
});
export type NewDocument = Told<typeof newForm>;
