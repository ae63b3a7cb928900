/** What the program says to somebody who types its name and nothing more. */
export const whereToBegin = `quarterday works out what practices are owed under local incentive schemes: payments, clawbacks, and why.

  quarterday help start        from nothing to the first posting, with a scheme of your own
  quarterday help quarter      a quarter's work, line by line, on made-up practices
  quarterday help proof        prove a figure that somebody else worked out
  quarterday schemes           the schemes that come with the program; show SCHEME reads one out
  quarterday help              every page of the manual, and every command
  quarterday help late claim   whatever you look for: pages, commands, columns, errors
  quarterday run --help        the options of a command, with examples to copy
`;
