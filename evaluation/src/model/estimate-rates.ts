import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TextLevel } from '@deadwax/linkage/compare/compare-keys';
import model from '@deadwax/linkage/model.json' with { type: 'json' };
import { openIndexFile } from '@deadwax/snapshot/index/index-file';
import { MatchIndex } from '@deadwax/snapshot/index/match-index';
import { runHarness, tuningSeeds } from '../harness/run-harness.ts';
import { runAlbums } from '../labelled/albums.ts';
import { openCsvReference } from '../labelled/csv-reference.ts';
import { readAlbums, readArtists } from '../labelled/read-labelled.ts';
import { estimateChance, estimateSiblings } from './chance-rates.ts';
import { countTruePair, emptyCounts, meanShares } from './true-pair-rates.ts';

type Rates = { m: number; u?: number | number[]; sibling?: number };

const LEVELS = [
  'rewritten',
  'loose',
  'lost_letters',
  'one_edit',
  'reordered',
  'two_edits',
  'very_close',
  'close',
  'begun',
  'contained',
  'near',
] as const satisfies readonly TextLevel[];
/** Levels of the model that go by another name than the comparison they rest on. */
const RESTS_ON: Readonly<Record<string, TextLevel>> = { transliteration: 'loose', main_title: 'contained' };
/** Their worth goes by how many bear the name, or the words they share: no rate of chance. */
const BY_FREQUENCY = new Set(['contained', 'overlapping', 'uncredited']);
const SEED = 5;

/** The model's rates for artists and titles, estimated anew: true pairs from labelled rows and the tuning seeds, chance from real names. */
export async function estimateRates(
  workFolder: string,
  progress: (message: string) => void,
): Promise<typeof model.comparisons | null> {
  const [albums, artists] = [readAlbums(), readArtists()];
  if (albums === null || artists === null) return null;
  const harness = emptyCounts();
  const run = await runHarness({ seeds: tuningSeeds, workFolder, explain: true, progress });
  for (const { result, truth } of run.cases)
    if (truth.releases.size > 0) countTruePair(harness, result, (source, id) => truth.releases.has(`${source} ${id}`));
  const labelled = emptyCounts();
  const asked = await runAlbums({ workFolder, distractors: 0, explain: true, progress });
  for (const { query, result } of asked?.cases ?? [])
    countTruePair(labelled, result, (_, id) => id.replace(/#\d+$/, '') === query.truth);
  const index = await openNames(workFolder, albums.reference, artists.reference);
  const comparisons = structuredClone(model.comparisons);
  const chance = {
    artist: estimateChance(index.artistKeys, LEVELS, SEED),
    title: estimateChance(index.titleKeys, LEVELS, SEED),
  };
  const siblings = estimateSiblings(albums.reference, LEVELS);
  for (const field of ['artist', 'title'] as const) {
    const rates = comparisons[field] as Record<string, Rates>;
    const shares = meanShares(
      labelled[field],
      harness[field],
      Object.keys(rates).filter((level) => level !== 'uncredited'),
    );
    for (const [level, rate] of Object.entries(rates)) {
      if (level === 'uncredited') continue;
      rate.m = shares[level] as number;
      const text = RESTS_ON[level] ?? level;
      const u = chance[field][text];
      if (u && !(field === 'artist' && BY_FREQUENCY.has(level))) rate.u = u;
      if (field === 'title' && siblings[text] !== undefined) rate.sibling = siblings[text];
    }
  }
  return comparisons;
}

/** An index over every real name and title there is. */
async function openNames(
  workFolder: string,
  albums: NonNullable<ReturnType<typeof readAlbums>>['reference'],
  artists: NonNullable<ReturnType<typeof readArtists>>['reference'],
): Promise<MatchIndex> {
  await openCsvReference(workFolder, {
    name: 'names',
    key: 'names',
    records: [
      ...albums.map(({ artist, title }, place) => ({ id: `r${place}`, kind: 'release' as const, artist, title })),
      ...artists.map(({ name }, place) => ({ id: `a${place}`, kind: 'artist' as const, artist: name })),
    ],
  });
  const folder = readdirSync(workFolder).find((name) => name.startsWith('names-') && !name.endsWith('.csv')) as string;
  return new MatchIndex(openIndexFile(join(workFolder, folder, 'match.index')));
}
