import { csvKinds, jsonKinds } from '../schema/kinds.ts';
import { type Offers, offered } from './offers.ts';

/** The kinds of documents and tables that `schema` tells of. */
export function kindsThere(): Offers {
  return offered([...jsonKinds, ...csvKinds].map(({ kind, holds }) => ({ word: kind, says: holds })));
}
