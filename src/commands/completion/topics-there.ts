import { codes } from '../../domain/findings/codes.ts';
import { type Offers, offered } from './offers.ts';

/** What `help` explains. */
export function topicsThere(): Offers {
  return offered(Object.entries(codes).map(([code, { title }]) => ({ word: code, says: title })));
}
