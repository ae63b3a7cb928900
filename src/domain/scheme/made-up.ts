/** How an assumption begins that says what of a new scheme is made up: `new` writes it, and an agreed scheme has none left. */
export const madeUpReading = 'Made up, to be replaced by what the paper says: ';
