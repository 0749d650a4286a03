/** What each measurement takes; `world` says it by itself. */
export const usages: Readonly<Record<string, string>> = {
  http: `usage: script/bench http [pages|interactive|stream] [options]
  pages        pages of 1,000 rows beside an empty handler that reads the same body (default)
  interactive  single rows at a steady rate, alone and beside a bulk pull of pages of 1,000
  stream       one request of many rows as NDJSON: rows a second, and the memory of the server meanwhile

  --snapshot DIR     the snapshot to answer from; without it the sample that script/server builds
  --library FILE     a CSV with the columns artist and title, or queries of script/bench world (.ndjson); without it a few well-known records
  --workers N        threads that resolve (default one for each core), 0 for none
  --rounds N         rounds of each kind, in turns (default 5)
  --seconds N        of each round (default 4; interactive 10)
  --connections N    pages in flight (default 4)
  --rate N           interactive: rows asked a second (default 50)
  --rows N           stream: rows (default 1000000)
  --json FILE        write the figures
`,
  import: `usage: script/bench import [--size-mb N]… [--rounds N] [--json FILE]
       script/bench import --whole [--releases N] [--folder DIR] [--memory 2GB] [--json FILE]
  Discogs XML to rows, beside saxes doing the same; with --whole the whole way from dumps to a published snapshot.

  --size-mb N    of generated XML; may stand more than once (default 300 and 1000)
  --rounds N     (default 3)
  --releases N   of the dumps, from 400 (default 400000)
  --folder DIR   where dumps and snapshots are written (default .deadwax/bench)
  --memory SIZE  that the build may take (default 2GB)
`,
  index: `usage: script/bench index [--names N,…] [--queries N] [--peers all|none|NAME,…] [--seed N] [--json FILE] [--plot FILE.svg]
  How fast equal and mistyped names are found among made-up ones, beside what else could find them.

  --names    how many, from 100 (default 100000,1000000)
  --queries  of each kind, from 100 (default 5000)
  --peers    postgres, duckdb, sqlite, scan, fuse, miniSearch, orama (default all; each where it can hold as many)
`,
  kills: `usage: script/bench kills [--kills N] [--per-run N] [--rows N] [--seed N]
  --kills    processes killed in all (default 50)
  --per-run  of them during one pull (default 5)
  --rows     rows of each pull (default 600)
  --seed     of what is killed, and when (default 1)
`,
  plot: `usage: script/bench plot --x KEY --line NAME=KEY… --title TITLE --out FILE.svg RESULT.json…

Draws figures of benches, as they write them by --json, over a size; both axes go by powers of ten. A file holds one result or a
list of them. A key may lead into a result (exact.hitsPerSecond) and may be divided (bytes/1e6). A result without a line's key
has no point there.
`,
  pull: `usage: script/bench pull [--rows N] [--peer-rows N] [--json FILE]
  --rows       rows of the library (default 64000)
  --peer-rows  rows that both writers write, each into a database of its own (default 8000)
`,
  resolve: `usage: script/bench resolve --snapshot DIR --queries DIR [--rows N] [--rounds N] [--peers duckdb,postgres|none] [--json FILE]
  What a row costs from its text to its answer, on one thread, by how it was typed, beside peers.

  --snapshot DIR  as script/bench snapshot --out DIR makes it
  --queries DIR   as script/bench world --form parquet makes them
  --rows N        of each kind (default 20000)
  --rounds N      the best counts, after one that does not (default 3)
  --peers NAMES   (default duckdb)
`,
  search: `usage: script/bench search [--queries N] [--seed N] [--json FILE]
  How fast a station's library is searched, with and without the identity of its records, in turns.

  --queries N  (default 2500)
  --seed N     of library and queries (default 7)
`,
  snapshot: `usage: script/bench snapshot --world DIR [--out DIR] [--memory 2GB] [--json FILE]
  What a match index of a world's tables takes to build, to keep and to open.

  --world DIR    as script/bench world --form parquet makes it
  --out DIR      becomes a snapshot that a resolver opens; what is there is replaced (default .deadwax/bench/snapshot)
  --memory SIZE  that the build may take (default 2GB)
`,
};
