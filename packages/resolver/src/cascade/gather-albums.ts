import { type Method, methodRank } from '@deadwax/linkage/model';
import { matchOdds } from '@deadwax/linkage/score/match-odds';
import { type Contribution, weigh, weighEqual } from '@deadwax/linkage/score/weights';
import type { MatchIndex } from '@deadwax/snapshot/index/match-index';
import type { TitleEvidence } from '../blocking/evidence.ts';
import { type Query, wholeKey } from '../blocking/query.ts';
import { type AlbumCandidate, isRelated } from './album-candidate.ts';
import { compareContext, compareQualifiers } from './compare-context.ts';
import type { SpelledTitle } from './passes/title/title-pass.ts';
import { titlePasses } from './passes.ts';
import type { RankedArtist } from './rank-artists.ts';
import { type FamilySize, shareOf, weighArtist, weighTitle } from './weigh-names.ts';

export interface Gathering {
  readonly query: Query;
  readonly index: MatchIndex;
  readonly size: FamilySize;
  /** Titles that chance has to offer under the artist; the artist's own count where it is null. */
  readonly siblings: number | null;
}

/** What is asked, with nothing beside it: it is passed on for every album. */
export function gatheringFor(
  { query, index, size }: Omit<Gathering, 'siblings'>,
  siblings: number | null = null,
): Gathering {
  return { query, index, size, siblings };
}

/** The albums of an artist under these titles, each weighed. Pressings of one group are one album. */
export function gatherAlbums(
  artist: RankedArtist,
  titles: readonly TitleEvidence[],
  gathering: Gathering,
): AlbumCandidate[] {
  const { index } = gathering;
  const albums: AlbumCandidate[] = [];
  for (const evidence of titles) {
    for (const { group, releases } of groupReleases(index.releasesOf(artist.artist, evidence.title), index)) {
      const album = weighAlbum(artist, { evidence, group, releases }, gathering);
      if (album !== null) albums.push(album);
    }
  }
  return albums;
}

interface Grouped {
  readonly group: number | null;
  readonly releases: number[];
}

function groupReleases(releases: readonly number[], index: MatchIndex): readonly Grouped[] {
  const groups: Grouped[] = [];
  for (const release of releases) {
    const group = index.isPressing(release) ? index.groupOf(release) : index.isGroup(release) ? release : null;
    const known = groups.find((each) => each.group === group);
    if (known) known.releases.push(release);
    else groups.push({ group, releases: [release] });
  }
  return groups;
}

function weighAlbum(
  artist: RankedArtist,
  { evidence, group, releases }: { evidence: TitleEvidence; group: number | null; releases: readonly number[] },
  gathering: Gathering,
): AlbumCandidate | null {
  const passed = passFor(evidence, releases, gathering);
  if (!passed) return null;
  const { spelled, titlePass } = passed;
  const { query, index, size, siblings } = gathering;
  const pressings = group === null ? [] : index.pressingsOf(group);
  const qualifier = compareQualifiers(query.input.artist_name, artist.evidence.text);
  const contributions: Contribution[] = [
    weighArtist(artist, size, index),
    ...(qualifier === null ? [] : [qualifier]),
    weighTitle(spelled, { pass: titlePass, group, own: releases }, size, index),
    ...compareContext(query.input, { releases, pressings }, index),
  ];
  const odds = matchOdds(contributions, {
    records: size.releases,
    siblings: siblings ?? index.releaseCount(artist.artist),
    equalNames: artist.evidence.level === 'equal' && titlePass.method !== 'trigram' && !isRelated(artist),
  });
  const method = weaker(artist.pass.method, titlePass.method);
  return { artist, titlePass, title: evidence.title, group, releases, contributions, odds, method };
}

/** Records that name no artist and bear the row's title as typed: the title is all there is, so it must be theirs alone. */
export function gatherUncredited(titles: readonly TitleEvidence[], gathering: Gathering): AlbumCandidate[] {
  const { query, index, size } = gathering;
  return titles.flatMap((evidence): AlbumCandidate[] => {
    const releases = [...index.releasesTitled(evidence.title)].filter(
      (release) => index.artistsOf(release).length === 0,
    );
    if (releases.length === 0) return [];
    const titlePass = passFor(evidence, releases, gathering)?.titlePass;
    if (!titlePass) return [];
    const contributions = [
      weigh('artist', 'uncredited'),
      weighEqual('title', titlePass.name, shareOf(releases.length, size.releases)),
      ...compareContext(query.input, { releases, pressings: [] }, index),
    ];
    const odds = matchOdds(contributions, { records: size.releases, siblings: 1, equalNames: true });
    return [
      { artist: null, titlePass, title: evidence.title, group: null, releases, contributions, odds, method: 'trigram' },
    ];
  });
}

function passFor(evidence: TitleEvidence, releases: readonly number[], { query, index }: Gathering) {
  const spelled = spell(evidence, releases, query, index);
  const titlePass = titlePasses.find((pass) => pass.accepts(spelled));
  return titlePass ? { spelled, titlePass } : null;
}

function spell(
  evidence: TitleEvidence,
  releases: readonly number[],
  { input, wholeTitle }: Query,
  index: MatchIndex,
): SpelledTitle {
  const isSame = (title: string) => title === input.album_title || wholeKey(title) === wholeTitle();
  const spelledSame = releases.some(
    (release) => isSame(index.releaseTitle(release)) || index.otherTitles(release).some(isSame),
  );
  return { ...evidence, spelledSame };
}

function weaker(a: Method, b: Method): Method {
  return methodRank(a) >= methodRank(b) ? a : b;
}
