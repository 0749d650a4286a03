import { leastLead, weigh } from '@deadwax/linkage/score/weights';
import type { MatchIndex } from '@deadwax/snapshot/index/match-index';
import { type AlbumCandidate, floorOf, reachesFloor } from '../cascade/album-candidate.ts';
import type { FamilyAnswer } from '../cascade/resolve-family.ts';
import type { Explained } from './present-explanation.ts';

/** What would change a verdict, in sentences a cataloguer can act on. */
export function suggestChanges({ answers, composition, index }: Explained): string[] {
  const suggestions = answers.flatMap((answer) => suggestForFamily(answer, index));
  const { verdict, conflicts, legs } = composition;
  for (const { source, externalId, withSource, withExternalId } of conflicts)
    suggestions.push(
      `${source} ${externalId} and ${withSource} ${withExternalId} are held apart by a cross-reference: if that is wrong, mend it at its source, or pin the right id.`,
    );
  const families = new Set(legs.filter(({ derivedFrom }) => derivedFrom === null).map(({ family }) => family));
  if (verdict && verdict.agreementSources === null && conflicts.length === 0)
    suggestions.push(
      families.size > 1
        ? 'A link between the sources that found it on their own would make it an agreement.'
        : 'A second source that finds it on its own, with a link between the two, would make it an agreement.',
    );
  return suggestions;
}

function suggestForFamily({ family, albums, legs }: FamilyAnswer, index: MatchIndex): string[] {
  const [best, next] = albums;
  if (!best || legs.some(({ grain, externalId }) => grain !== 'artist' && externalId !== null)) return [];
  if (!reachesFloor(best)) return [belowFloor(family, best)];
  if (!next) return [];
  const telling = tellApart(best, next, index);
  const lead = (best.odds - next.odds).toFixed(1);
  return [
    `${family}: the two likeliest albums are ${lead} bits apart, ${leastLead} are needed${telling.length === 0 ? '; nothing the row could say tells them apart.' : `: ${telling.join(', ')} would tell them apart.`}`,
  ];
}

function belowFloor(family: string, album: AlbumCandidate): string {
  const { odds, contributions } = album;
  const said = new Set<string>(contributions.map(({ comparison }) => comparison));
  const offers = (['label', 'year', 'catalog_number', 'barcode'] as const)
    .filter((field) => !said.has(field))
    .map((field) => `${field.replace('_', ' ')} (+${Math.min(weigh(field, 'same').weight, 6).toFixed(1)})`);
  const offered = offers.length === 0 ? '' : ` Worth most, if they agree: ${offers.join(', ')}.`;
  return `${family}: the likeliest album lacks ${(floorOf(album) - odds).toFixed(1)} bits.${offered}`;
}

function tellApart(a: AlbumCandidate, b: AlbumCandidate, index: MatchIndex): string[] {
  const facts = (album: AlbumCandidate) => {
    const all = [...album.releases, ...(album.group === null ? [] : index.pressingsOf(album.group))];
    return {
      year: new Set(all.map((release) => index.releaseYear(release))),
      label: new Set(all.flatMap((release) => index.labelsOf(release).map(({ name }) => name))),
      format: new Set(all.map((release) => index.releaseFormat(release))),
    };
  };
  const [one, other] = [facts(a), facts(b)];
  const list = (values: Iterable<string | number | null>) =>
    [...values]
      .filter((each) => each !== null)
      .slice(0, 3)
      .join('/');
  return (['year', 'label', 'format'] as const).flatMap((field) => {
    const [left, right] = [one[field] as Set<string | number | null>, other[field] as Set<string | number | null>];
    const differs = left.size > 0 && right.size > 0 && [...left].every((value) => !right.has(value));
    return differs && list(left) !== '' && list(right) !== '' ? [`a ${field} (${list(left)} or ${list(right)})`] : [];
  });
}
