import { countsPatients } from '../../domain/scheme/lists-needed.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';
import type { JsonMistake } from '../../json/mistake.ts';

/** A scheme that counts patients says which and when, and its examples have lists. */
export function patientsAreOfAPopulation(scheme: Scheme): JsonMistake[] {
  if (!countsPatients(scheme)) return [];
  const said: JsonMistake[] =
    scheme.population.isSaid === false
      ? [
          {
            code: 'json-missing-key',
            at: [],
            message:
              'the scheme counts patients, and "population" is missing; expected whom it counts, and at which date',
            hint: 'add "population", such as { "at": "2020-04-01", "clause": "2" }',
          },
        ]
      : [];
  const listed = scheme.examples.flatMap(({ practices }, index) =>
    practices.flatMap(({ name, patients }, place): JsonMistake[] => {
      if (patients !== undefined) return [];
      const message = `the scheme counts patients, and ${JSON.stringify(name)} has none; expected "patients"`;
      const at = ['examples', index, 'practices', place];
      return [{ code: 'json-missing-key', at, message, hint: 'add "patients", the list of the example' }];
    }),
  );
  return [...said, ...listed];
}
