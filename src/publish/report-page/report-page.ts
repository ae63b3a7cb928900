import type { DocumentFile } from '../document.ts';
import type { Publication } from '../publication.ts';

/** report.html */
export function* reportPage(publication: Publication): Generator<DocumentFile> {
  yield { name: 'report.html', content: [publication.commissioner] };
}
