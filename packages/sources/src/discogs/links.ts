import { parseTargetUrl } from '../urls/parse-target.ts';

/** What an address in a Discogs record leads to. */
export interface Link {
  /** A fine-grained source (`bandcamp`, `spotify_artist`, …), `wikipedia`, or null for any other page. */
  readonly kind: string | null;
  readonly externalId: string | null;
}

const NO_LINK: Link = { kind: null, externalId: null };

/** One look spares most addresses the parsing. */
const WIKIPEDIA = /\bwikipedia\.org\/wiki\//i;

/** Addresses are typed by hand: `www.…` and `foo.bandcamp.com` without a scheme are common. */
function withScheme(address: string): string {
  const trimmed = address.trim();
  return /^https?:\/\//i.test(trimmed) ? trimmed : `http://${trimmed}`;
}

/** `en:Jesper_Dahlbäck`: language and page, as Wikidata's sitelinks have them but for the blanks. */
function parseWikipedia(address: string): Link {
  const url = URL.parse(address);
  const language = /^(?<language>[a-z][a-z-]*)\.(?:m\.)?wikipedia\.org$/.exec(url?.hostname ?? '')?.groups?.language;
  const page = /^\/wiki\/(?<page>[^/].*)$/.exec(url?.pathname ?? '')?.groups?.page;
  if (language === undefined || language === 'www' || page === undefined) return NO_LINK;
  return { kind: 'wikipedia', externalId: `${language}:${decodePage(page)}` };
}

function decodePage(page: string): string {
  try {
    return decodeURIComponent(page);
  } catch {
    return page;
  }
}

/** An item linked from an artist is the artist's; the address alone does not tell. */
export function parseArtistLink(address: string): Link {
  if (/\s/.test(address.trim())) return NO_LINK;
  const target = parseTargetUrl(withScheme(address));
  if (target !== null) {
    return { kind: target.source === 'wikidata' ? 'wikidata_artist' : target.source, externalId: target.id };
  }
  return WIKIPEDIA.test(address) ? parseWikipedia(withScheme(address)) : NO_LINK;
}

/** A label's item is neither an artist's nor an album's. */
export function parseLabelLink(address: string): Link {
  const link = parseArtistLink(address);
  return link.kind === 'wikidata_artist' ? { kind: 'wikidata_label', externalId: link.externalId } : link;
}
