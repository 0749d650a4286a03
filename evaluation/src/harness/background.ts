import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { generateWorld } from '@deadwax/bench/world/generate-world';
import { Random } from '@deadwax/bench/world/random';
import { normaliserVersion } from '@deadwax/linkage/normalise/version';
import { silentProgress } from '@deadwax/platform/progress';
import { sharedData } from '@deadwax/platform/shared-data';
import { buildSnapshot } from '@deadwax/snapshot/build/build-snapshot';
import { openWorkbench } from '@deadwax/snapshot/build/duckdb';
import { schemaVersion } from '@deadwax/snapshot/manifest';
import { builtInSources } from '@deadwax/sources/registry';
import type { Source } from '@deadwax/sources/source';
import type { Target } from './target.ts';

const WORLD = { seed: 41, artists: 3000, worksPerArtist: 2 } as const;

/** A snapshot of a generated world and, where they are, the real dump samples. Made once, then found again. */
export async function prepareBackground(folder: string): Promise<string> {
  const samples = sharedData('dumps', 'discogs');
  const key = createHash('sha256')
    .update(JSON.stringify([WORLD, samples !== null, normaliserVersion, schemaVersion]))
    .digest('hex')
    .slice(0, 10);
  const out = join(folder, `background-${key}`);
  if (existsSync(join(out, 'manifest.json'))) return out;
  const world = join(folder, `world-${key}`);
  await mkdir(world, { recursive: true });
  await generateWorld({ out: world, ...WORLD, write: { library: false } });
  const [discogs, musicbrainz, wikidata] = ['discogs', 'musicbrainz', 'wikidata'].map(sourceNamed) as [
    Source,
    Source,
    Source,
  ];
  const files = await discogs.discover(world);
  if (samples !== null) files.push(...(await discogs.discover(samples)));
  await buildSnapshot({
    out,
    inputs: [
      { source: discogs, files },
      { source: musicbrainz, files: await musicbrainz.discover(world) },
      { source: wikidata, files: await wikidata.discover(world) },
    ],
    allowTruncated: true,
    signal: new AbortController().signal,
    progress: silentProgress,
  });
  await rm(world, { recursive: true, force: true });
  return out;
}

function sourceNamed(name: string): Source {
  const source = builtInSources.find((each) => each.name === name);
  if (!source) throw new Error(`no source ${name}`);
  return source;
}

export interface BackgroundTargets {
  readonly targets: readonly Target[];
  readonly withheld: ReadonlySet<string>;
}

interface Found {
  readonly id: string;
  readonly title: string;
  readonly artistId: string;
  readonly artist: string;
  readonly releases: string;
  readonly twins: string;
  readonly namesakes: string;
}

const QUERY = (background: string) => `
  WITH master AS (
    SELECT r.id, r.title, any_value(c.artist_id) AS artist_id, any_value(c.name) AS artist
    FROM read_parquet('${background}/authority/release.parquet') r
    JOIN read_parquet('${background}/authority/release_credit.parquet') c ON c.source = r.source AND c.release_id = r.id
    JOIN read_parquet('${background}/authority/artist.parquet') a ON a.source = c.artist_source AND a.id = c.artist_id AND a.matchable
    WHERE r.source = 'discogs_master' GROUP BY r.id, r.title HAVING count(DISTINCT c.name) = 1 AND count(*) = 1
  ),
  namesake AS (
    SELECT DISTINCT r.source || ':' || r.id AS id, replace(r.title_key, 'volume', 'vol') AS t, string_split(c.artist_key, ' ') AS words
    FROM read_parquet('${background}/authority/release.parquet') r
    JOIN read_parquet('${background}/authority/release_credit.parquet') c ON c.source = r.source AND c.release_id = r.id
    WHERE r.source IN ('mb_release_group', 'mb_release', 'discogs_release', 'wikidata')
  ),
  alone AS (SELECT title_key(title) AS k, artist_key(artist) AS a FROM master GROUP BY ALL HAVING count(*) = 1)
  SELECT m.id, m.title, m.artist_id AS "artistId", m.artist,
    coalesce((SELECT string_agg(p.id, ' ' ORDER BY p.id) FROM read_parquet('${background}/authority/release.parquet') p WHERE p.source = 'discogs_release' AND p.group_id = m.id), '') AS releases,
    coalesce((SELECT string_agg(x.source_b || ':' || x.id_b, ' ' ORDER BY x.id_b) FROM read_parquet('${background}/authority/cross_reference.parquet') x
      WHERE x.source_a = 'discogs_master' AND x.id_a = m.id AND x.source_b IN ('mb_release_group', 'wikidata', 'discogs_release')), '') AS twins,
    coalesce((SELECT string_agg(DISTINCT n.id, ' ' ORDER BY n.id) FROM namesake n WHERE n.t = replace(title_key(m.title), 'volume', 'vol')
      AND list_has_any(n.words, list_filter(string_split(artist_key(m.artist), ' '), word -> length(word) > 2 OR NOT regexp_full_match(word, '[a-z0-9]+')))), '') AS namesakes
  FROM master m JOIN alone ON k = title_key(m.title) AND a = artist_key(m.artist)
  WHERE length(title_key(m.title)) >= 3 ORDER BY m.id`;

/** Records of the background to ask for: some of the generated world, some of the real samples; some left out. */
export async function aimAtBackground(background: string, seed: number): Promise<BackgroundTargets> {
  const spill = join(background, '..', `spill-${process.pid}`);
  await mkdir(spill, { recursive: true });
  const workbench = await openWorkbench({ folder: spill });
  let found: Found[];
  try {
    found = (await workbench.rows(QUERY(background))) as unknown as Found[];
  } finally {
    workbench.close();
    await rm(spill, { recursive: true, force: true });
  }
  const random = new Random(seed * 104_729);
  const withheld = new Set<string>();
  const targets = [
    ...pick(
      found.filter(({ id }) => Number(id) >= 500_000_000),
      { scenario: 'generated world', count: 40 },
      random,
    ),
    ...pick(
      found.filter(({ id }) => Number(id) < 500_000_000),
      { scenario: 'real samples', count: 60 },
      random,
    ),
  ].map(({ record, scenario }) => toTarget(record, { scenario, leaveOut: random.chance(0.42) }, withheld));
  return { targets, withheld };
}

function pick(
  found: readonly Found[],
  { scenario, count }: { scenario: string; count: number },
  random: Random,
): { record: Found; scenario: string }[] {
  const left = [...found];
  const picked: { record: Found; scenario: string }[] = [];
  while (picked.length < count && left.length > 0) {
    const [record] = left.splice(random.below(left.length), 1);
    if (record) picked.push({ record, scenario });
  }
  return picked;
}

function toTarget(
  record: Found,
  { scenario, leaveOut }: { scenario: string; leaveOut: boolean },
  withheld: Set<string>,
): Target {
  const twins = `${record.twins} ${record.namesakes}`
    .split(' ')
    .filter(Boolean)
    .map((twin) => twin.replace(':', ' '));
  const ids = [
    `discogs_master ${record.id}`,
    ...record.releases
      .split(' ')
      .filter(Boolean)
      .map((id) => `discogs_release ${id}`),
    ...twins,
  ];
  if (leaveOut) for (const id of ids) withheld.add(id);
  return {
    scenario,
    row: {
      artist: record.artist.replace(/ \(\d+\)$/, ''),
      title: record.title,
      label: null,
      year: null,
      format: null,
      catalogNumber: null,
      barcode: null,
    },
    truth: {
      artists: new Set([`discogs_artist ${record.artistId}`]),
      releases: new Set(leaveOut ? [] : ids),
      pressing: null,
      open: false,
    },
    keep: { artist: [], title: /\d|\b(?:vol|part|live|remix)/i.test(record.title) ? record.title.split(' ') : [] },
    not: ['last word dropped', 'subtitle dropped', 'number spelled', 'bracket tag'],
  };
}
