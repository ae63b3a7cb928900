import { type MakeDocument, showPractices } from '../../src/publish/document.ts';
import type { Publication } from '../../src/publish/publication.ts';

/** The bytes of a document of one file. */
export async function bytesOf(make: MakeDocument, publication: Publication): Promise<Buffer> {
  const made = await make(publication);
  await showPractices(publication, [made], () => {});
  const pieces: Buffer[] = [];
  for await (const { content } of made.files()) for (const piece of content) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}
