import * as z from 'zod';
import { batchForm, publishedForm } from './batch.ts';
import { diffForm } from './diff.ts';
import { explainAllForm, explainForm, explainPayeeForm } from './explain.ts';
import { findingForm } from './finding.ts';
import { codeForm, codesForm, columnsForm, commandForm, foundForm, helpForm, kindsForm, topicForm } from './help.ts';
import { importedForm, importForm } from './import.ts';
import { ledgerForm, ledgerOpenForm, ledgerPracticeForm, postForm, verifyForm } from './ledger.ts';
import { accrueForm, handOffForm, settleForm } from './money.ts';
import { dueForm, forecastForm } from './outlook.ts';
import { handOffRecordForm, postingForm, settlementForm } from './records.ts';
import { paymentRunForm, provenanceForm, runForm, summaryForm } from './run.ts';
import { checkForm, newForm, schemesForm, templateForm, workedForm } from './scheme.ts';
import { showForm } from './show.ts';

/** A JSON document that the program prints or writes. */
export interface ToldDocument {
  readonly kind: string;
  readonly holds: string;
  readonly schema: () => unknown;
}

const forms = [
  findingForm,
  schemesForm,
  showForm,
  checkForm,
  workedForm,
  templateForm,
  newForm,
  importedForm,
  importForm,
  paymentRunForm,
  summaryForm,
  runForm,
  provenanceForm,
  explainForm,
  explainPayeeForm,
  explainAllForm,
  diffForm,
  dueForm,
  forecastForm,
  publishedForm,
  postForm,
  verifyForm,
  ledgerForm,
  ledgerPracticeForm,
  ledgerOpenForm,
  postingForm,
  handOffRecordForm,
  settlementForm,
  handOffForm,
  settleForm,
  accrueForm,
  batchForm,
  helpForm,
  topicForm,
  foundForm,
  commandForm,
  codesForm,
  codeForm,
  kindsForm,
  columnsForm,
];

/** Every JSON document that the program prints or writes, by its kind. */
export const documents: readonly ToldDocument[] = forms.map((form) => {
  const [, kind = ''] = form.shape.format.value.split('/');
  return { kind, holds: form.description ?? '', schema: () => z.toJSONSchema(form) };
});
