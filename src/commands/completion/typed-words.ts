import type { Shell } from '../request.ts';

/** A command line up to the cursor as its shell would cut it: whole words, and the one that is being typed. */
export interface TypedWords {
  readonly whole: readonly string[];
  /** Empty where a blank stands before the cursor. */
  readonly last: string;
}

/** What one piece of a line comes to: a blank, or text of a word. */
interface Piece {
  readonly blank: boolean;
  readonly text: string;
}

/**
 * Cuts a line into words. Quotes and escapes are taken off as the shell takes them off; nothing is expanded and nothing is run,
 * so that `$(…)` is three signs and their text. A quote that is still open goes on to the cursor.
 */
export function typedWords(line: string, shell: Shell): TypedWords {
  const whole: string[] = [];
  let last: string | null = null;
  for (const { blank, text } of pieces(line, shell)) {
    if (!blank) last = (last ?? '') + text;
    else if (last !== null) {
      whole.push(last);
      last = null;
    }
  }
  return { whole, last: last ?? '' };
}

function* pieces(line: string, shell: Shell): Generator<Piece> {
  const pattern = shell === 'powershell' ? powershellPiece : shell === 'fish' ? fishPiece : posixPiece;
  for (const [piece] of line.matchAll(pattern)) {
    yield /^\s/.test(piece) ? { blank: true, text: '' } : { blank: false, text: textOf(piece, shell) };
  }
}

// A run of blanks; a text in quotes, closed or not; an escaped sign; a run of other signs.
const posixPiece = /\s+|'[^']*'?|"(?:[^"\\]|\\.)*\\?"?|\\[\s\S]?|[^\s'"\\]+/gs;
const fishPiece = /\s+|'(?:[^'\\]|\\.)*\\?'?|"(?:[^"\\]|\\.)*\\?"?|\\[\s\S]?|[^\s'"\\]+/gs;
const powershellPiece = /\s+|'(?:[^']|'')*'?|"(?:[^"`]|`.|"")*`?"?|`[\s\S]?|[^\s'"`]+/gs;

function textOf(piece: string, shell: Shell): string {
  const escapes = shell === 'powershell' ? '`' : '\\';
  const [first = ''] = piece;
  if (first === escapes) return piece.slice(1);
  if (first !== "'" && first !== '"') return piece;
  const inner = piece.length > 1 && piece.endsWith(first) ? piece.slice(1, -1) : piece.slice(1);
  if (shell === 'powershell') {
    const undoubled = inner.replaceAll(first + first, first);
    return first === '"' ? undoubled.replace(/`(.)/gs, '$1') : undoubled;
  }
  if (first === '"') return inner.replace(/\\(["\\$`\n])/g, '$1');
  return shell === 'fish' ? inner.replace(/\\(['\\])/g, '$1') : inner;
}
