// Lines of shell that make every command tell all that it has to tell; each is taken as text and as JSON.

const dorset = 'dorset-ccip-2015-16';
const ofQ2 = `--data q2/data --ledger q2/ledger`;
const handOff = `quarterday hand-off --ledger q2/ledger --posting 1 --channel schemes/channels/one-row-a-payee.json --finance q2/finance`;
const settle = 'quarterday settle --ledger q2/ledger --map schemes/maps/status-report.json';
const accrue = `quarterday accrue ${dorset} ${ofQ2} --finance q2/finance --channel schemes/channels/one-row-a-component.json`;

/** Schemes, data folders and the manual: what is asked before any run. */
const before = [
  'quarterday schemes',
  ...[dorset, 'cambridgeshire-qef-2017-18', 'west-hampshire-qps-2019-20', 'bury-qinpc-phase-5'].map(
    (id) => `quarterday show ${id}`,
  ),
  'quarterday show fixtures/other-schemes/pools-with-ceilings.json',
  'quarterday new --kind pool --id mine --out mine.json',
  'quarterday schema',
  'quarterday schema payments.csv',
  'quarterday schema channel',
  'quarterday schema evidence.csv',
  'quarterday schema nothing || test $? -eq 2',
  `quarterday check ${dorset}`,
  `quarterday check ${dorset} --examples`,
  'quarterday check bury-qinpc-phase-5',
  `quarterday check ${dorset} --data fixtures/${dorset}/data`,
  'sed s/2500.00/2500.01/ fixtures/errors/example-fails/scheme.json > failing.json',
  'quarterday check failing.json --examples || test $? -eq 1',
  `quarterday template ${dorset} --out empty`,
  `quarterday template ${dorset} --out workbook --xlsx`,
  `quarterday import fixtures/${dorset}/data/claims.csv fixtures/first-hour/practices.csv --scheme ${dorset} --out imported`,
  ...['', 'scripts', 'run', 'merger', 'codes', 'draft-scheme'].map((word) => `quarterday help ${word}`.trim()),
  'quarterday completion bash',
];

/** A quarter of Dorset, from the run to the bank and the month end. */
const quarter = [
  `cp -r fixtures/${dorset} q2`,
  `quarterday run ${dorset} --period Q2 --as-at 2015-11-15 ${ofQ2} --out q2/runs`,
  'quarterday explain q2/runs/* --practice Z10005',
  'quarterday explain q2/runs/* --practice Z10001 --component locality-meetings',
  'quarterday explain q2/runs/* --practice PURBECK-LOC',
  'quarterday explain q2/runs/* --all --out q2/stories',
  'quarterday publish q2/runs/* --only statements,recoveries --out q2/papers',
  'quarterday verify q2/runs/*',
  ...['', ''].map(
    () => 'quarterday post q2/runs/* --ledger q2/ledger --approved-by "A. Name" --confirm-total 24062.79',
  ),
  `${handOff} --pay-on 2015-11-27 --by "B. Name" --out q2/to-pay`,
  ...['', ''].map(() => `${settle} --from q2/bank/first.csv --on 2015-12-02 --by "C. Name"`),
  'quarterday ledger q2/ledger --open',
  `${handOff} --pay-on 2015-12-11 --by "B. Name" --out q2/again --again QD1PZ10003 --reason "account closed"`,
  'quarterday ledger q2/ledger',
  'quarterday ledger q2/ledger --open',
  'quarterday ledger q2/ledger --practice Z10003',
  'quarterday verify --ledger q2/ledger',
  'quarterday verify q2/runs/* --recompute --ledger q2/ledger',
  `quarterday run ${dorset} --period Q2 --as-at 2016-01-31 ${ofQ2} --out q2/later`,
  'quarterday diff q2/runs/* q2/later/* || test $? -eq 3',
  'quarterday diff q2/runs/* q2/runs/*',
  `${accrue} --as-at 2015-11-30 --out q2/month-8`,
  `${accrue} --as-at 2015-12-31 --out q2/month-9 --prior q2/month-8/accruals.csv`,
  `quarterday due ${dorset} --as-at 2015-12-14 ${ofQ2} --within 30d`,
  `quarterday due ${dorset} --as-at 2015-12-14 ${ofQ2} --out q2/due`,
  `quarterday forecast ${dorset} --as-at 2015-12-14 ${ofQ2} --out q2/forecast`,
  `printf 'scheme,from,amount\\n${dorset},2015-04-01,250000.00\\n' > q2/finance/budget.csv`,
  "printf 'component,share,basis,by\\nintegrated-teams,80%%,as last year,A. Name\\n' > q2/assume.csv",
  `quarterday forecast ${dorset} --as-at 2016-02-14 ${ofQ2} --finance q2/finance --assume q2/assume.csv --against q2/forecast/forecast.csv`,
  'sed -i s/250.00/251.00/ q2/runs/*/payments.csv',
  'quarterday verify q2/runs/* --ledger q2/ledger || test $? -eq 3',
  'rm q2/ledger/000001-*',
  'quarterday verify --ledger q2/ledger || test $? -eq 3',
];

/** The end of the year, where things are late, fail, come back and are decided; and the other schemes. */
const states = [
  `quarterday run ${dorset} --period Q4 --as-at 2016-07-31 --data fixtures/${dorset}/data --out q4`,
  ...['03', '06', '07', '10', '11', '12', '14'].map((code) => `quarterday explain q4/* --practice Z100${code}`),
  'quarterday run west-hampshire-qps-2019-20 --period Q4 --as-at 2020-04-30 --data fixtures/west-hampshire-qps-2019-20/data --out wh',
  'quarterday explain wh/* --practice Z20003',
  'quarterday run cambridgeshire-qef-2017-18 --period third --as-at 2018-05-01 --data fixtures/cambridgeshire-qef-2017-18/data',
  'quarterday due cambridgeshire-qef-2017-18 --as-at 2018-02-01 --data fixtures/cambridgeshire-qef-2017-18/data',
  'quarterday forecast cambridgeshire-qef-2017-18 --as-at 2018-02-01 --data fixtures/cambridgeshire-qef-2017-18/data',
  'quarterday run fixtures/bury-qinpc-phase-5-illustrative/scheme.json --period Q4 --as-at 2027-06-30 --data fixtures/bury-qinpc-phase-5-illustrative/data',
  `printf '{ "defaults": { "as_at": "2015-11-15", "data": "fixtures/${dorset}/data", "scheme": "${dorset}" }, "runs": [' > job.json`,
  `printf '{ "period": "Q2", "out": "runs" }, { "period": "Q1" }, { "period": "Q4", "out": "runs" }] }' >> job.json`,
  'quarterday batch job.json || test $? -eq 1',
  'quarterday batch job.json || test $? -eq 1',
];

export const stories = { before, quarter, states } as const;
