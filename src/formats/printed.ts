import type { BatchDocument, PublishedDocument } from './batch.ts';
import type { DiffDocument } from './diff.ts';
import type { ExplainAllDocument, ExplainDocument, ExplainPayeeDocument } from './explain.ts';
import type {
  CodeDocument,
  CodesDocument,
  ColumnsDocument,
  CommandDocument,
  FoundDocument,
  HelpDocument,
  KindsDocument,
  TopicDocument,
} from './help.ts';
import type { ImportedDocument } from './import.ts';
import type {
  LedgerDocument,
  LedgerOpenDocument,
  LedgerPracticeDocument,
  PostDocument,
  VerifyDocument,
} from './ledger.ts';
import type { AccrueDocument, HandOffDocument, SettleDocument } from './money.ts';
import type { DueDocument, ForecastDocument } from './outlook.ts';
import type { PaymentRunDocument } from './run.ts';
import type { CheckDocument, NewDocument, SchemesDocument, TemplateDocument, WorkedDocument } from './scheme.ts';
import type { ShowDocument } from './show.ts';

/** What a command may print as JSON: one of these and nothing else, so that none is printed without a form. */
export type PrintedDocument =
  | AccrueDocument
  | BatchDocument
  | CheckDocument
  | CodeDocument
  | CodesDocument
  | ColumnsDocument
  | CommandDocument
  | DiffDocument
  | DueDocument
  | ExplainAllDocument
  | ExplainDocument
  | ExplainPayeeDocument
  | ForecastDocument
  | FoundDocument
  | HandOffDocument
  | HelpDocument
  | ImportedDocument
  | KindsDocument
  | LedgerDocument
  | LedgerOpenDocument
  | LedgerPracticeDocument
  | NewDocument
  | PaymentRunDocument
  | PostDocument
  | PublishedDocument
  | SchemesDocument
  | SettleDocument
  | ShowDocument
  | TemplateDocument
  | TopicDocument
  | VerifyDocument
  | WorkedDocument;
