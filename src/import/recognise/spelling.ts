/** The name of a column as public files spell it, whatever its letters and separators: `Number of Patients` is NUMBER_OF_PATIENTS. */
export function publicName(cell: string): string {
  return cell.trim().toUpperCase().replaceAll(/[ -]+/g, '_');
}
