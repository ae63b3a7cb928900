/** A public file that people have and that is not a table of a data folder, as its columns tell it. */
export interface KnownFile {
  readonly says: string;
  readonly hint: string;
}

const totals =
  'take the monthly file of totals ("Patients Registered at a GP Practice: Totals (GP practice-all persons)"), which can be saved as list-sizes.csv as it is';

/** The names of its columns that tell a file, the most telling first. */
const known: readonly (KnownFile & { readonly columns: readonly string[] })[] = [
  {
    columns: ['LSOA_CODE'],
    says: 'is the national list of registered patients by area (LSOA_CODE), a breakdown and no totals',
    hint: totals,
  },
  {
    columns: ['AGE_GROUP_5'],
    says: 'is the national list of registered patients by five-year age (AGE_GROUP_5), a breakdown and no totals',
    hint: totals,
  },
  {
    columns: ['ORG_CODE', 'SEX', 'AGE'],
    says: 'is the national list of registered patients by sex and single year of age (SEX, AGE), a breakdown and no totals',
    hint: totals,
  },
  {
    columns: ['TOTAL_ALL'],
    says: 'is the national list of registered patients as published from 2013 to 2017: its day is in the name of the file only',
    hint: 'keep the columns with the code and TOTAL_ALL as practice_code and patients, and add the column as_at with the day of the file',
  },
  {
    columns: ['PRACTICE_CODE', 'PRACTICE_POSTCODE', 'PCN_CODE'],
    says: 'is the national map of practices',
    hint: 'keep PRACTICE_CODE, PRACTICE_NAME and PCN_CODE as practice_code, practice_name and pcn_code, of the practices that take part, and delete the other columns',
  },
  {
    columns: ['ORGCODE', 'NAME'],
    says: 'is the national directory of practices (epraccur), where the columns are called otherwise',
    hint: 'keep OrgCode as practice_code, Name as practice_name and CloseDate, as YYYY-MM-DD, as left_on, of the practices that take part, and delete the other columns',
  },
  {
    columns: ['PARTNER_ORGANISATION_CODE', 'PCN_CODE'],
    says: 'is the national list of the members of networks, where the columns are called otherwise',
    hint: 'keep Partner Organisation Code as practice_code, PCN Code as pcn_code and the start date of the relationship, as YYYY-MM-DD, as from, and save it as memberships.csv',
  },
];

/** The public file whose columns these are, or whose first row this is; null for any other. */
export function knownFileOf(cells: readonly string[]): KnownFile | null {
  const names = new Set(cells.map((cell) => cell.trim().toUpperCase().replaceAll(/[ -]+/g, '_')));
  const found = known.find(({ columns }) => columns.every((name) => names.has(name)));
  if (found) return found;
  // epraccur has no header: 27 columns, the first a code, the eleventh a day without separators.
  const isDirectory = cells.length === 27 && /^[A-Z]\d{5}$/.test(cells[0] ?? '') && /^\d{8}$/.test(cells[10] ?? '');
  return isDirectory
    ? {
        says: 'is the national directory of practices (epraccur), which has no names of columns',
        hint: 'keep the first two columns as practice_code and practice_name, and the twelfth, as YYYY-MM-DD, as left_on, of the practices that take part, with these names in a first row',
      }
    : null;
}
