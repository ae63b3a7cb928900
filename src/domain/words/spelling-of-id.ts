import { folded } from './folded.ts';

const plainAscii = /^[!-~]*$/;

/** An id as it is heard: folded, and of a number without the zeros before it. Two ids that come to the same are most likely one. */
export function spellingOfId(id: string): string {
  const plain = plainAscii.test(id) ? id.toLowerCase() : folded(id);
  return /^0\d+$/.test(plain) ? plain.replace(/^0+(?=\d)/, '') : plain;
}
