/** A public file that people have and that is not a table of a data folder, as its columns tell it. */
export interface KnownFile {
  readonly kind: KnownKind;
  readonly says: string;
  readonly hint: string;
}

/** The public files that are known; `import` takes all of them but the list by area. */
export type KnownKind =
  | 'list-by-area'
  | 'list-by-five-years'
  | 'list-by-age'
  | 'list-across'
  | 'map'
  | 'directory'
  | 'network-members'
  | 'achievement'
  | 'commissioner-members';

const totals =
  'let quarterday import take the totals of it; or take the monthly file of totals ("Patients Registered at a GP Practice: Totals (GP practice-all persons)"), which can be saved as list-sizes.csv as it is';

/** Of a file that holds no totals at all. */
const otherFile =
  'take the monthly file of totals ("Patients Registered at a GP Practice: Totals (GP practice-all persons)"), which can be saved as list-sizes.csv as it is';

/** The names of its columns that tell a file, the most telling first. */
const known: readonly (KnownFile & { readonly columns: readonly string[] })[] = [
  {
    kind: 'list-by-area',
    columns: ['LSOA_CODE'],
    says: 'is the national list of registered patients by area (LSOA_CODE), a breakdown and no totals',
    hint: otherFile,
  },
  {
    kind: 'list-by-five-years',
    columns: ['AGE_GROUP_5'],
    says: 'is the national list of registered patients by five-year age (AGE_GROUP_5), a breakdown and no totals',
    hint: totals,
  },
  {
    kind: 'list-by-age',
    columns: ['ORG_CODE', 'SEX', 'AGE'],
    says: 'is the national list of registered patients by sex and single year of age (SEX, AGE), a breakdown and no totals',
    hint: totals,
  },
  {
    kind: 'list-across',
    columns: ['TOTAL_ALL'],
    says: 'is the national list of registered patients as published from 2013 to 2017: its day is in the name of the file only',
    hint: 'let quarterday import make the table of it; or keep the columns with the code and TOTAL_ALL as practice_code and patients, and add the column as_at with the day of the file',
  },
  {
    kind: 'map',
    columns: ['PRACTICE_CODE', 'PRACTICE_POSTCODE', 'PCN_CODE'],
    says: 'is the national map of practices',
    hint: 'let quarterday import make the table of it; or keep PRACTICE_CODE, PRACTICE_NAME and PCN_CODE as practice_code, practice_name and pcn_code, of the practices that take part, and delete the other columns',
  },
  {
    kind: 'directory',
    columns: ['ORGCODE', 'NAME'],
    says: 'is the national directory of practices (epraccur), where the columns are called otherwise',
    hint: 'let quarterday import make the table of it; or keep OrgCode as practice_code, Name as practice_name and CloseDate, as YYYY-MM-DD, as left_on, of the practices that take part, and delete the other columns',
  },
  {
    kind: 'network-members',
    columns: ['PARTNER_ORGANISATION_CODE', 'PCN_CODE'],
    says: 'is the national list of the members of networks, where the columns are called otherwise',
    hint: 'let quarterday import make the table of it; or keep Partner Organisation Code as practice_code, PCN Code as pcn_code and the start of the relationship, as YYYY-MM-DD, as from, and save it as memberships.csv',
  },
  {
    kind: 'achievement',
    columns: ['PRACTICE_CODE', 'INDICATOR_CODE', 'MEASURE', 'VALUE'],
    says: 'is the national file of achievement (QOF), which has one number a row',
    hint: 'let quarterday import make measures.csv of it, or write the numerator and the denominator of a practice and a measure into one row',
  },
];

/** The public file whose columns these are, or whose first row this is; null for any other. */
export function knownFileOf(cells: readonly string[]): KnownFile | null {
  const names = new Set(cells.map((cell) => cell.trim().toUpperCase().replaceAll(/[ -]+/g, '_')));
  const found = known.find(({ columns }) => columns.every((name) => names.has(name)));
  if (found) return found;
  return withoutNames.find(({ isLike }) => isLike(cells)) ?? null;
}

const isCode = (cell: string | undefined) => /^[A-Z]\d{5}$/.test(cell ?? '');
const isPlainDay = (cell: string | undefined) => /^\d{8}$/.test(cell ?? '');

/** Files of the national directory that have no names of columns: their number of cells and the kinds of some tell them. */
const withoutNames: readonly (KnownFile & { readonly isLike: (cells: readonly string[]) => boolean })[] = [
  {
    kind: 'directory',
    isLike: (cells) => cells.length === 27 && isCode(cells[0]) && isPlainDay(cells[10]),
    says: 'is the national directory of practices (epraccur), which has no names of columns',
    hint: 'let quarterday import make the table of it; or keep the first two columns as practice_code and practice_name, and the twelfth, as YYYY-MM-DD, as left_on, of the practices that take part, with these names in a first row',
  },
  {
    kind: 'commissioner-members',
    isLike: (cells) => cells.length === 6 && isCode(cells[0]) && isPlainDay(cells[3]) && /^[01]$/.test(cells[5] ?? ''),
    says: 'is the national list of the commissioners of practices (epcmem), which names no networks and has no names of columns',
    hint: 'leave it out: epraccur has the commissioner of a practice, and the list of the members of networks its network',
  },
];
