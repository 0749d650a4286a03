import { versionTags } from '@deadwax/linkage/compare/version-tags';
import { titleKey } from '@deadwax/linkage/normalise/keys';
import { findTrailingGroup } from '@deadwax/linkage/normalise/trailing-group';
import { splitCredit } from '@deadwax/linkage/variants/joined-credit';
import { untokenise } from './untokenise.ts';

export interface ParsedTitle {
  /** Key of the title without its groups. */
  readonly base: string;
  /** Keys of groups that belong to the title: `(Forgiveness)`. */
  readonly subtitles: readonly string[];
  readonly guests: readonly string[];
  /** Keys of groups that name another recording: `goldhouse remix`, `live in cork`. */
  readonly versions: readonly string[];
  readonly editions: readonly string[];
  readonly advisory: 'explicit' | 'clean' | null;
}

interface Parts {
  readonly subtitles: string[];
  readonly guests: string[];
  readonly versions: string[];
  readonly editions: string[];
  readonly advisories: Set<'explicit' | 'clean'>;
}

const CREDIT = /^(?:feat|featuring|ft|with)\b\.?\s+(.+)$/i;
const EXTRA = /^\+|^from\b|^(?:interlude|intro|outro|bonus tracks?|digital booklet)$/i;
const ADVISORY = /\b(?:(explicit)|clean|edited|amended)\b/i;
const NEUTRAL = /^(?:main|album|original|standard)? ?(?:version|recording)?$/i;
const EDITION =
  /\b(?:deluxe|editions?|bonus|exclusive|collection|ep|single|expanded|anniversary|remaster(?:ed)?|amazon|fan|complete)\b/i;
const VERSION =
  /\b(?:mix|edit|extended|version|performance|rendition|accompaniment|mash-?up|bootleg|a cappella|made famous|in the style of|original key)\b/i;
const BARE_CREDIT = /^(.+\S) ((?:feat|ft|featuring)\b.+)$/i;
const DASHED_TAIL = /^(.+\S)(?: - |: )(.+)$/;
const BARE_TAIL = /^(.+\S) (remix(?:es)?|karaoke|instrumental|ep)$/i;

/** Takes a title apart: what it is called, who guests, which version and edition it is, and whether it warns. */
export function parseTitle(text: string): ParsedTitle {
  const parts: Parts = { subtitles: [], guests: [], versions: [], editions: [], advisories: new Set() };
  const stem = takeTails(untokenise(text).replaceAll('{', '[').replaceAll('}', ']'), parts);
  const { advisories, ...rest } = parts;
  const [advisory = null] = advisories.size === 1 ? advisories : [];
  return { ...rest, base: titleKey(stem), advisory };
}

function takeGroups(text: string, parts: Parts): string {
  let stem = text;
  for (let group = findTrailingGroup(stem); group !== null; group = findTrailingGroup(stem)) {
    for (const piece of takeGroups(group.content, parts).split(/; /)) file(piece.trim(), parts);
    stem = group.stem;
  }
  return stem;
}

/** `X - EP`, `X: Live`, `X Remix` and `X feat. Y` say without brackets what others put in them. */
function takeTails(text: string, parts: Parts): string {
  const stem = takeGroups(text, parts);
  const [, head = '', tail = ''] = BARE_CREDIT.exec(stem) ?? DASHED_TAIL.exec(stem) ?? BARE_TAIL.exec(stem) ?? [];
  if (head === '' || kindOf(tail) === 'subtitle') return stem;
  file(tail, parts);
  return takeTails(head, parts);
}

type Kind = 'credit' | 'advisory' | 'extra' | 'version' | 'edition' | 'subtitle';

function kindOf(content: string): Kind {
  if (CREDIT.test(content)) return 'credit';
  if (NEUTRAL.test(content) || EXTRA.test(content)) return 'extra';
  if (ADVISORY.test(content)) return 'advisory';
  const tags = versionTags(content).filter((tag) => !tag.startsWith('series '));
  if (tags.length > 0 || /\bvideo\b/i.test(content)) return 'version';
  if (EDITION.test(content)) return 'edition';
  return VERSION.test(content) ? 'version' : 'subtitle';
}

function file(content: string, parts: Parts): void {
  const kind = kindOf(content);
  if (kind === 'credit') parts.guests.push(...splitCredit(CREDIT.exec(content)?.[1] ?? ''));
  else if (kind === 'advisory') parts.advisories.add(ADVISORY.exec(content)?.[1] === undefined ? 'clean' : 'explicit');
  else if (kind === 'version') parts.versions.push(titleKey(content.replace(/ bonus track$/i, '')));
  else if (kind === 'edition') parts.editions.push(titleKey(content.replace(/\b(?:version|edition)\b/gi, '').trim()));
  else if (kind === 'subtitle') parts.subtitles.push(titleKey(content));
}
