import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { migrationsFolder } from '../../src/database/open-catalog-database.ts';

/**
 * Rules that a migration lays on tables that may hold rows. Each can fail on a station's data, and then has to say on which: a
 * block before it counts the rows that break it and raises with their number.
 */
function findUnguarded(migration: string): string[] {
  const text = migration.replaceAll(/--.*$/gm, '').replaceAll(/\s+/g, ' ');
  const made = new Set([...text.matchAll(/CREATE (?:TABLE|MATERIALIZED VIEW) (\w+)/gi)].map(([, table]) => table));
  const guarded = new Set(
    [...text.matchAll(/DO \$\$.*?\$\$/gi)]
      .filter(([block]) => /RAISE EXCEPTION/i.test(block))
      .flatMap(([block]) => [...block.matchAll(/FROM (\w+)/gi)].map(([, table]) => table)),
  );
  const altered = [...text.matchAll(/ALTER TABLE (?:ONLY )?(\w+) (.*?);/gi)].flatMap(([, table = '', change = '']) =>
    splitActions(change)
      .filter(canFail)
      .map((action) => `${table}: ${action}`),
  );
  const indexed = [...text.matchAll(/CREATE UNIQUE INDEX (?:CONCURRENTLY )?\w+ ON (\w+)/gi)].map(
    ([, table]) => `${table}: UNIQUE INDEX`,
  );
  return [...altered, ...indexed].filter((rule) => {
    const [table] = rule.split(':');
    return !made.has(table) && !guarded.has(table);
  });
}

/** Actions of one ALTER TABLE: at the commas that stand in no parentheses. */
function splitActions(change: string): string[] {
  const actions = [''];
  let depth = 0;
  for (const each of change) {
    depth += each === '(' ? 1 : each === ')' ? -1 : 0;
    if (each === ',' && depth === 0) actions.push('');
    else actions.push(`${actions.pop()}${each}`);
  }
  return actions.map((action) => action.trim());
}

/** A new column is empty, or the same in every row, or made from the row: its own rules are known before. */
function canFail(action: string): boolean {
  if (/^ADD COLUMN/i.test(action)) return /\bUNIQUE\b/i.test(action) && /\bDEFAULT\b|\bGENERATED\b/i.test(action);
  return /\b(UNIQUE|CHECK|PRIMARY KEY|FOREIGN KEY|EXCLUDE|SET NOT NULL)\b/i.test(action);
}

describe('a migration that lays a rule on a table with rows', () => {
  const counted = (table: string) =>
    `DO $$ DECLARE n integer; BEGIN SELECT count(*) INTO n FROM ${table} WHERE a IS NULL;
     IF n > 0 THEN RAISE EXCEPTION '% rows have no a', n; END IF; END $$;`;
  it.each([
    ['a new table', 'CREATE TABLE t (a integer NOT NULL UNIQUE); ALTER TABLE t ADD CHECK (a > 0);', 0],
    ['a new column', 'ALTER TABLE t ADD COLUMN a integer CHECK (a IN (1, 2)), ADD COLUMN b integer REFERENCES u;', 0],
    ['a new column that all rows have the same in', 'ALTER TABLE t ADD COLUMN a integer UNIQUE DEFAULT 1;', 1],
    ['NOT NULL', 'ALTER TABLE t ALTER COLUMN a SET NOT NULL;', 1],
    ['a check', 'ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0);', 1],
    ['a check and a key', 'ALTER TABLE t ADD CHECK (a > 0), ADD FOREIGN KEY (a) REFERENCES u;', 2],
    ['a unique index', 'CREATE UNIQUE INDEX i ON t (a);', 1],
    ['an index', 'CREATE INDEX i ON t (a);', 0],
    ['a rule in a comment', '-- ALTER TABLE t ADD CHECK (a > 0);\nSELECT 1;', 0],
    ['rows that were counted first', `${counted('t')} ALTER TABLE t ALTER COLUMN a SET NOT NULL;`, 0],
    ['rows of another table that were', `${counted('u')} ALTER TABLE t ALTER COLUMN a SET NOT NULL;`, 1],
  ])('is told by: %s', (_, migration, expected) => {
    expect(findUnguarded(migration)).toHaveLength(expected);
  });

  it.each(readdirSync(migrationsFolder).filter((file) => file.endsWith('.sql')))(
    'counts who breaks it first: %s',
    (file) => {
      expect(findUnguarded(readFileSync(join(migrationsFolder, file), 'utf8'))).toEqual([]);
    },
  );
});

describe('the numbers of migrations', () => {
  const names = readdirSync(migrationsFolder).filter((name) => name.endsWith('.sql'));
  // Applied long ago under these names, by which they are known: neither may be renamed.
  const known = ['0030_job_progress.sql', '0030_search_costs.sql'];

  it('are of four digits, and each of one migration', () => {
    const others = names.filter((name) => !known.includes(name));
    const numbers = others.map((name) => /^(\d{4})_[a-z_]+\.sql$/.exec(name)?.[1]);
    expect(numbers).not.toContain(undefined);
    expect(numbers.filter((number, place) => number === '0030' || numbers.indexOf(number) !== place)).toEqual([]);
  });
});
