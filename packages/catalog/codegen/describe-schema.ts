import { type Kysely, sql } from 'kysely';

/** The schema `public` as SQL, in a fixed order: what the migrations came to, for a reader and for a diff. */
export async function describeSchema<Tables>(db: Kysely<Tables>): Promise<string> {
  const parts = [
    await texts(
      db,
      "SELECT format('CREATE EXTENSION %I;', extname) FROM pg_extension WHERE extname <> 'plpgsql' ORDER BY extname",
    ),
    await texts(db, FUNCTIONS),
    await texts(db, TABLES),
    await texts(db, VIEWS),
    await texts(db, INDEXES),
    await texts(db, TRIGGERS),
  ];
  const head = '-- What the migrations come to. Written by `npm run schema`: change a migration, not this file.';
  return `${[head, ...parts.flat()].join('\n\n')}\n`;
}

async function texts<Tables>(db: Kysely<Tables>, query: string): Promise<string[]> {
  const { rows } = await sql.raw<Record<string, string>>(query).execute(db);
  return rows.map((row) => String(Object.values(row)[0]).trim());
}

const OURS = `NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = %.oid AND d.deptype = 'e')`;
const ours = (alias: string) => OURS.replace('%', alias);

const FUNCTIONS = `
  SELECT rtrim(pg_get_functiondef(p.oid), E'\\n') || ';'
  FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
  WHERE n.nspname = 'public' AND ${ours('p')} ORDER BY p.proname, p.oid::regprocedure::text`;

const TABLES = `
  SELECT format(E'CREATE TABLE %I (\\n%s\\n);', c.relname, (
    SELECT string_agg('  ' || line, E',\\n' ORDER BY place, line) FROM (
      SELECT 0 AS place, lpad(a.attnum::text, 4, '0') AS rank,
        format('%I %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
          CASE
            WHEN a.attgenerated = 's' THEN ' GENERATED ALWAYS AS (' || pg_get_expr(e.adbin, e.adrelid) || ') STORED'
            WHEN a.attidentity = 'a' THEN ' GENERATED ALWAYS AS IDENTITY'
            WHEN e.adbin IS NOT NULL THEN ' DEFAULT ' || pg_get_expr(e.adbin, e.adrelid)
            ELSE '' END,
          CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END) AS line
      FROM pg_attribute a LEFT JOIN pg_attrdef e ON e.adrelid = a.attrelid AND e.adnum = a.attnum
      WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      UNION ALL
      SELECT 1, k.conname, format('CONSTRAINT %I %s', k.conname, pg_get_constraintdef(k.oid))
      FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype IN ('p', 'u', 'f', 'c')
    ) AS lines
  ))
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = 'public' AND c.relkind = 'r' AND ${ours('c')} ORDER BY c.relname`.replace(
  'ORDER BY place, line',
  'ORDER BY place, rank',
);

const VIEWS = `
  SELECT format(E'CREATE MATERIALIZED VIEW %I AS\\n%s', c.relname, pg_get_viewdef(c.oid))
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = 'public' AND c.relkind = 'm' ORDER BY c.relname`;

const INDEXES = `
  SELECT replace(pg_get_indexdef(i.indexrelid), 'public.', '') || ';'
  FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = 'public'
    AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u'))
  ORDER BY c.relname`;

const TRIGGERS = `
  SELECT replace(pg_get_triggerdef(t.oid), 'public.', '') || ';'
  FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE NOT t.tgisinternal ORDER BY c.relname, t.tgname`;
