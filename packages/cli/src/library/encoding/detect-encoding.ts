import type { SingleByteEncoding } from './letter-model.ts';
import type { ByteSurvey } from './survey-bytes.ts';

export interface Encoding {
  /** Label that TextDecoder takes. */
  readonly label: string;
  /** The name a person knows. */
  readonly name: string;
  /** Bytes of the byte order mark at the start, 0 for none. */
  readonly markLength: number;
  /** Reading of the bytes that are not what the label promises. */
  readonly fallback: SingleByteEncoding;
  /** False when no reading of the letters looks like words. */
  readonly sure: boolean;
}

const names: Readonly<Record<string, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 (little-endian)',
  'utf-16be': 'UTF-16 (big-endian)',
  'windows-1252': 'Windows-1252',
  macintosh: 'Mac Roman',
};

const marks = [
  { label: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { label: 'utf-16le', bytes: [0xff, 0xfe] },
  { label: 'utf-16be', bytes: [0xfe, 0xff] },
] as const;

/** Below this mean mark, the letters of neither single-byte reading stand where letters stand. */
const plausible = 0.15;
/** Above this share of letters in runs, the script is not Latin. */
const mostInRuns = 0.4;

/** Says how a file is encoded by its mark, its UTF-8 sequences, its NUL bytes, or where its letters stand. */
export function detectEncoding(survey: ByteSurvey): Encoding {
  const fallback = chooseSingleByte(survey);
  const mark = marks.find(({ bytes }) => bytes.every((byte, index) => survey.head[index] === byte));
  if (mark) return present(mark.label, { markLength: mark.bytes.length, fallback: fallback.label });
  const [even, odd] = survey.nulls;
  const half = survey.size / 2;
  if (odd > half * 0.3 && even < odd / 10) return present('utf-16le', { fallback: fallback.label });
  if (even > half * 0.3 && odd < even / 10) return present('utf-16be', { fallback: fallback.label });
  if (survey.strays <= survey.sequences) return present('utf-8', { fallback: fallback.label });
  const sure = fallback.rate >= plausible && survey.letters.shareInRuns() <= mostInRuns;
  return present(fallback.label, { fallback: fallback.label, sure });
}

/** The encoding a person named, or null for a name nobody knows. */
export function parseEncoding(name: string, survey: ByteSurvey): Encoding | null {
  const label = canonicalLabel(name);
  if (label === null) return null;
  const mark = marks.find(
    (one) => one.label === label && one.bytes.every((byte, index) => survey.head[index] === byte),
  );
  return present(label, { markLength: mark?.bytes.length ?? 0, fallback: chooseSingleByte(survey).label });
}

/** Whether `--encoding` can take this name. */
export function isEncodingName(name: string): boolean {
  return canonicalLabel(name) !== null;
}

const aliases: Readonly<Record<string, string>> = {
  macroman: 'macintosh',
  mac: 'macintosh',
  ansi: 'windows-1252',
  latin: 'windows-1252',
  utf16: 'utf-16le',
};

function canonicalLabel(name: string): string | null {
  const bare = name.toLowerCase().replace(/[\s_-]/g, '');
  for (const label of [aliases[bare], name, name.replace(/[\s_]/g, '-'), bare]) {
    if (!label) continue;
    try {
      return new TextDecoder(label).encoding;
    } catch {}
  }
  return null;
}

function present(label: string, facts: Partial<Encoding> & Pick<Encoding, 'fallback'>): Encoding {
  return { label, name: names[label] ?? label, markLength: 0, sure: true, ...facts };
}

function chooseSingleByte(survey: ByteSurvey): { label: SingleByteEncoding; rate: number } {
  const windows = survey.letters.rate('windows-1252');
  // Only classic Mac programs end lines with CR alone.
  const macLines = survey.returns > 0 && survey.lineFeeds === 0;
  const mac = survey.letters.rate('macintosh');
  return mac + (macLines ? 0.5 : 0) > windows
    ? { label: 'macintosh', rate: mac }
    : { label: 'windows-1252', rate: windows };
}
