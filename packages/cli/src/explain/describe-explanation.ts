import type { BulkResolveResult, Explanation } from '@deadwax/contract/schemas';
import { drawWaterfall } from './waterfall.ts';

const ALBUMS_SHOWN = 3;

/** A verdict and everything it rests on, for a terminal. */
export function describeExplanation(result: BulkResolveResult, explanation: Explanation): string {
  return [
    ...describeVerdict(result),
    ...explanation.families.flatMap((family) => describeFamily(family, explanation)),
    ...describeLinks(explanation),
    ...(explanation.what_would_change.length === 0 ? [] : ['', 'What would change it']),
    ...explanation.what_would_change.map((each) => `  ${each}`),
    '',
    `rules and model ${result.resolver_version}, snapshot ${result.snapshot}`,
    '',
  ].join('\n');
}

function describeVerdict({
  kind,
  method,
  confidence,
  unresolved_reason: reason,
  provenance,
  agreement_sources: agreed,
}: BulkResolveResult): string[] {
  const how = method === null ? (reason ?? '') : `${method}, confidence ${confidence?.toFixed(3)}`;
  const legs = provenance.flatMap(
    ({ source, external_id: id, method: by, confidence: worth, derived_from: from, url }) =>
      id === null
        ? []
        : [
            `  ${source.padEnd(20)} ${id.padEnd(38)} ${by} ${worth?.toFixed(3)}${from ? ` from ${from}` : ''}${url ? `  ${url}` : ''}`,
          ],
  );
  const misses = provenance.flatMap(({ source, external_id: id, reason: why }) =>
    id === null ? [`${source} (${why})`] : [],
  );
  return [
    `${kind}${how === '' ? '' : `: ${how}`}`,
    ...(agreed ? [`  agreeing: ${agreed.join(', ')}`] : []),
    ...legs,
    ...(misses.length === 0 ? [] : [`  no id: ${misses.join(', ')}`]),
  ];
}

function describeFamily(
  { family, artists, albums }: Explanation['families'][number],
  { least_log_odds: least, least_lead: lead }: Explanation,
): string[] {
  if (artists.length === 0 && albums.length === 0) return ['', `${family}: nothing like it`];
  const listed = artists
    .slice(0, 6)
    .map(
      ({ source, external_id: id, name, matched_name: matched, pass, chosen }) =>
        `  ${chosen ? '▶' : ' '} ${name}${matched === name ? '' : ` (as ${matched})`}  ${source} ${id}  by ${pass}`,
    );
  const shown = albums.slice(0, ALBUMS_SHOWN).flatMap((album, place) => describeAlbum(album, place, albums));
  const more =
    albums.length > ALBUMS_SHOWN
      ? [`  … and ${albums.length - ALBUMS_SHOWN} more, down to ${albums.at(-1)?.log_odds.toFixed(1)}`]
      : [];
  const rule = albums.length === 0 ? [] : [`  taken from +${least.toFixed(1)} bits, with a lead of ${lead.toFixed(1)}`];
  return ['', family, ...listed, ...shown, ...more, ...rule];
}

type Album = Explanation['families'][number]['albums'][number];

function describeAlbum(album: Album, place: number, albums: readonly Album[]): string[] {
  const { chosen, artist_name: artist, title, year, source, external_id: id, log_odds: odds, probability } = album;
  const behind = place === 0 ? '' : `, ${((albums[0]?.log_odds ?? odds) - odds).toFixed(1)} behind`;
  const heading = `${artist ?? '(no artist)'} – ${title}${year === null ? '' : ` (${year})`}`;
  return [
    '',
    `  ${chosen ? '▶' : ' '} ${heading}  ${source} ${id}  probability ${probability.toFixed(4)}${behind}`,
    ...drawWaterfall(album).map((line) => `  ${line}`),
  ];
}

function describeLinks({ cross_references: links }: Explanation): string[] {
  if (links.length === 0) return [];
  const lines = links.map(
    ({ source, external_id: id, with_source: other, with_external_id: otherId, relation, via }) =>
      `  ${source} ${id} ${relation} ${other} ${otherId}${via === null ? '' : ` (${via})`}`,
  );
  return ['', 'Cross-references', ...lines];
}
