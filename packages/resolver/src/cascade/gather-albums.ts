import { type Method, methodRank } from '@deadwax/linkage/model';
import { matchForm } from '@deadwax/linkage/normalise/match-form';
import { matchOdds } from '@deadwax/linkage/score/match-odds';
import type { Contribution } from '@deadwax/linkage/score/weights';
import type { MatchIndex } from '@deadwax/snapshot/index/match-index';
import type { TitleEvidence } from '../blocking/evidence.ts';
import type { Query } from '../blocking/query.ts';
import type { AlbumCandidate } from './album-candidate.ts';
import { compareContext, compareQualifiers } from './compare-context.ts';
import type { SpelledTitle } from './passes/title/title-pass.ts';
import { titlePasses } from './passes.ts';
import type { RankedArtist } from './rank-artists.ts';
import { type FamilySize, weighArtist, weighTitle } from './weigh-names.ts';

export interface Gathering {
  readonly query: Query;
  readonly index: MatchIndex;
  readonly size: FamilySize;
  /** Titles that chance has to offer under the artist; the artist's own count where it is null. */
  readonly siblings: number | null;
}

/** The albums of an artist under these titles, each weighed. Pressings of one group are one album. */
export function gatherAlbums(
  artist: RankedArtist,
  titles: readonly TitleEvidence[],
  gathering: Gathering,
): AlbumCandidate[] {
  const { index } = gathering;
  return titles.flatMap((evidence) => {
    const byGroup = new Map<number | null, number[]>();
    for (const release of index.releasesOf(artist.artist, evidence.title)) {
      const group = index.isPressing(release) ? index.groupOf(release) : index.isGroup(release) ? release : null;
      byGroup.set(group, [...(byGroup.get(group) ?? []), release]);
    }
    return [...byGroup].flatMap(([group, releases]) => weighAlbum(artist, { evidence, group, releases }, gathering));
  });
}

function weighAlbum(
  artist: RankedArtist,
  { evidence, group, releases }: { evidence: TitleEvidence; group: number | null; releases: readonly number[] },
  { query, index, size, siblings }: Gathering,
): AlbumCandidate[] {
  const spelled = spell(evidence, releases, query, index);
  const titlePass = titlePasses.find((pass) => pass.accepts(spelled));
  if (!titlePass) return [];
  const pressings = group === null ? [] : [...index.pressingsOf(group)];
  const qualifier = compareQualifiers(query.input.artist_name, artist.evidence.text);
  const contributions: Contribution[] = [
    weighArtist(artist, size),
    ...(qualifier === null ? [] : [qualifier]),
    weighTitle(spelled, titlePass, size, index),
    ...compareContext(query.input, { releases, pressings }, index),
  ];
  const odds = matchOdds(contributions, {
    records: size.releases,
    siblings: siblings ?? index.releaseCount(artist.artist),
    titleLevel: titlePass.name,
  });
  const method = weaker(artist.pass.method, titlePass.method);
  return [{ artist, titlePass, title: evidence.title, group, releases, contributions, odds, method }];
}

function spell(
  evidence: TitleEvidence,
  releases: readonly number[],
  { input }: Query,
  index: MatchIndex,
): SpelledTitle {
  const wanted = matchForm(input.album_title);
  const spelledSame = releases.some((release) =>
    [index.releaseTitle(release), ...index.otherTitles(release)].some((title) => matchForm(title) === wanted),
  );
  return { ...evidence, spelledSame };
}

function weaker(a: Method, b: Method): Method {
  return methodRank(a) >= methodRank(b) ? a : b;
}
