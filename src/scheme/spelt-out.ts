import { withSeparators } from '../domain/money/money.ts';
import type { JsonMistake, Path } from '../json/mistake.ts';
import type { WrittenScheme } from './grammar/scheme.ts';

/** So many blocks may stand in a scheme in place of names: more than any paper needs, and few enough for every check to be quick. */
const mostBlocksOfNames = 5000;

/**
 * Names that stand for names double what there is with every step: a few lines would stand for more than any machine can walk through. The
 * first name with which a scheme has too much is told, before any of them is put in its place.
 */
export function namesStandForFew(scheme: Pick<WrittenScheme, 'quantities'>): readonly JsonMistake[] {
  if (scheme.quantities.length === 0) return [];
  const sizes = new Map<string, number>();
  let standing = 0;
  let tooMany: Path | null = null;

  /** How many blocks there are in a part of the scheme, with those that names stand for. */
  function count(node: unknown, at: Path): number {
    if (typeof node !== 'object' || node === null) return 0;
    const isBlock = 'kind' in node;
    const named = isBlock && node.kind === 'named' && 'name' in node ? (sizes.get(String(node.name)) ?? 0) : 0;
    standing += named;
    if (standing > mostBlocksOfNames) tooMany ??= at;
    let blocks = (isBlock ? 1 : 0) + named;
    for (const [key, value] of Object.entries(node)) {
      blocks += count(value, [...at, Array.isArray(node) ? Number(key) : key]);
    }
    return blocks;
  }

  for (const [index, { id, is }] of scheme.quantities.entries()) {
    const size = count(is, ['quantities', index, 'is']);
    if (!sizes.has(id)) sizes.set(id, size);
  }
  const { quantities: _, ...others } = scheme;
  count(others, []);
  if (tooMany === null) return [];
  const most = withSeparators(String(mostBlocksOfNames));
  const message = `with this name, the names of the scheme stand for more than ${most} blocks in all; expected fewer`;
  const hint = 'each place where a name stands counts as all that it stands for: name it in fewer places';
  return [{ code: 'scheme-names-stand-for-too-much', at: tooMany, message, hint }];
}
