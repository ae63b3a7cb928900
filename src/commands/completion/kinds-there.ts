import { tableKinds, writtenKinds } from '../schema/written-kinds.ts';
import { type Offers, offered } from './offers.ts';

/** The kinds of files that `schema` tells of. */
export function kindsThere(): Offers {
  const documents = writtenKinds.map(({ kind, holds }) => ({ word: kind, says: holds }));
  return offered([...documents, ...tableKinds.map(({ file, holds }) => ({ word: file, says: holds }))]);
}
