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
  return `${JSON.stringify({ when, version, machine, arguments: given }, null, 2)}\n`;
}
