import type { Explanation } from '@deadwax/contract/schemas';
import type { Composition } from '@deadwax/linkage/compose/compose';
import type { SoundLeg } from '@deadwax/linkage/compose/leg';
import { modelVersion } from '@deadwax/linkage/model';
import { probabilityOf } from '@deadwax/linkage/score/match-odds';
import { leastLead, leastOdds } from '@deadwax/linkage/score/weights';
import type { MatchIndex } from '@deadwax/snapshot/index/match-index';
import type { AlbumCandidate } from '../cascade/album-candidate.ts';
import { representative } from '../cascade/decide-pressing.ts';
import type { SourceLeg } from '../cascade/leg.ts';
import type { RankedArtist } from '../cascade/rank-artists.ts';
import type { FamilyAnswer } from '../cascade/resolve-family.ts';
import type { Relate } from '../composition/relate-legs.ts';
import { suggestChanges } from './suggest-changes.ts';

const MOST_SHOWN = 10;

export interface Explained {
  readonly answers: readonly FamilyAnswer[];
  readonly legs: readonly SourceLeg[];
  readonly composition: Composition<SourceLeg>;
  readonly relate: Relate;
  readonly index: MatchIndex;
}

/** Everything a verdict rests on, in the contract's words. */
export function presentExplanation(explained: Explained): Explanation {
  const { answers, legs, index } = explained;
  const chosen = new Set(legs.map(({ source, externalId }) => `${source} ${externalId}`));
  return {
    model_version: modelVersion,
    least_log_odds: leastOdds,
    least_lead: leastLead,
    families: answers.map(({ family, equal, like, albums }) => ({
      family,
      artists: [...equal, ...like()]
        .filter(({ artist }) => !index.isPlaceholder(artist))
        .slice(0, MOST_SHOWN)
        .map((artist) => explainArtist(artist, chosen, index)),
      albums: albums.slice(0, MOST_SHOWN).flatMap((album) => explainAlbum(album, chosen, index)),
    })),
    cross_references: explainLinks(explained),
    what_would_change: suggestChanges(explained),
  };
}

function explainArtist(
  { artist, pass, evidence }: RankedArtist,
  chosen: ReadonlySet<string>,
  index: MatchIndex,
): Explanation['families'][number]['artists'][number] {
  const source = index.artistSource(artist).name;
  const id = index.artistId(artist);
  return {
    source,
    external_id: id,
    name: index.artistName(artist),
    matched_name: evidence.text,
    pass: pass.name,
    chosen: chosen.has(`${source} ${id}`),
  };
}

function explainAlbum(
  { group, releases, artist, titlePass, odds, contributions }: AlbumCandidate,
  chosen: ReadonlySet<string>,
  index: MatchIndex,
): Explanation['families'][number]['albums'] {
  const release = group ?? representative(releases, index);
  if (release === null) return [];
  const source = index.releaseSource(release).name;
  const ids = [release, ...releases].map((each) => `${index.releaseSource(each).name} ${index.releaseId(each)}`);
  return [
    {
      source,
      external_id: index.releaseId(release),
      title: index.releaseTitle(release),
      artist_name: index.releaseCredit(release),
      year: index.releaseYear(release),
      artist_pass: artist?.pass.name ?? null,
      title_pass: titlePass.name,
      log_odds: Math.round(odds * 1000) / 1000,
      probability: Math.round(probabilityOf(odds) * 1e6) / 1e6,
      chosen: ids.some((id) => chosen.has(id)),
      comparisons: contributions.map(({ comparison, level, weight }) => ({ comparison, level, weight })),
    },
  ];
}

function explainLinks({ legs, composition, relate, index }: Explained): Explanation['cross_references'] {
  const derived = legs.flatMap((leg) => {
    const parent = legs.find(({ source }) => source === leg.derivedFrom);
    return parent && parent.family !== leg.family ? [explainLink(parent, leg, { relation: 'derives', index })] : [];
  });
  const stated = composition.legs.flatMap((a: SourceLeg & SoundLeg, place: number) =>
    composition.legs.slice(place + 1).flatMap((b: SourceLeg & SoundLeg) => {
      const relation = a.family === b.family ? 'silent' : relate(a, b);
      return relation === 'silent' ? [] : [explainLink(a, b, { relation, index })];
    }),
  );
  return [...stated, ...derived];
}

function explainLink(
  a: SourceLeg,
  b: SourceLeg,
  { relation, index }: { relation: Explanation['cross_references'][number]['relation']; index: MatchIndex },
): Explanation['cross_references'][number] {
  const link = index
    .linksOf(a.source, a.externalId ?? '')
    .find(({ source, id }) => source === b.source && id === b.externalId);
  return {
    source: a.source,
    external_id: a.externalId ?? '',
    with_source: b.source,
    with_external_id: b.externalId ?? '',
    relation,
    via: link?.via ?? null,
  };
}
