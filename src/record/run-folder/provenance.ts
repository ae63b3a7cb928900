import type { ProvenanceDocument } from '../../formats/run.ts';
import { isObject, isTextList, parsedJson } from '../files/plain-json.ts';

/** When and how a run was made: what does not make its figures. */
export interface Provenance {
  /** ISO 8601. */
  readonly when: string;
  readonly version: string;
  /** The version of Node and the platform. */
  readonly machine: string;
  readonly arguments: readonly string[];
}

/** provenance.json. */
export function provenanceJson({ when, version, machine, arguments: given }: Provenance): string {
  const data: ProvenanceDocument = { format: 'quarterday/provenance/1', when, version, machine, arguments: given };
  return `${JSON.stringify(data, null, 2)}\n`;
}

/** Reads provenance.json, also that of another version, which may say more. Null where it does not say which one that was. */
export function readProvenance(text: string): Provenance | null {
  const data = parsedJson(text);
  if (!isObject(data) || typeof data.version !== 'string' || !/^\d+(\.\d+)*(-[\w.]+)?$/.test(data.version)) return null;
  const given = isTextList(data.arguments) ? data.arguments : [];
  return { when: String(data.when), version: data.version, machine: String(data.machine), arguments: given };
}
