/** In bytes: a larger file is no table of practices. */
export const largestFile = 256 * 1024 * 1024;
/** In bytes: the old form holds its cells unpacked, ten to a hundred bytes each. */
export const largestOldWorkbook = 32 * 1024 * 1024;
/** In bytes, all parts of a workbook together once they are unpacked. */
export const largestUnpacked = 256 * 1024 * 1024;
export const mostMembers = 2_000;
/** In one workbook: a national list of 6,500 practices has 65,000, and a million take half a gigabyte to read. */
export const mostCells = 1_000_000;
