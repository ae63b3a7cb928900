import type { MakeDocument } from '../../publish/document.ts';
import type { Host } from '../../terminal/host.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import type { DocumentKind, PublishRequest } from '../request.ts';

/** Loads what makes one kind of document, with whatever it needs beside the runs. Null where that has a mistake, which is noted. */
type OpenDocument = (request: PublishRequest, host: Host, terminal: Terminal) => Promise<MakeDocument | null>;

/** One place for each kind: each brings its own libraries when it is asked for, and not before. */
export const openDocument: Readonly<Record<DocumentKind, OpenDocument>> = {
  report: async () => (await import('../../publish/report-page/report-page.ts')).reportPage,
  workbook: async () => (await import('../../publish/workbook/workbook.ts')).workbook,
  statements: async (request, host, terminal) =>
    (await import('./open-statements.ts')).openStatements(request, host, terminal),
  recoveries: async () => (await import('../../publish/recoveries.ts')).recoveries,
};
