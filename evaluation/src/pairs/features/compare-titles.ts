import { numbersOf, numeralForm } from '@deadwax/linkage/compare/numerals';
import { similarity, wordSimilarity } from '@deadwax/linkage/compare/similarity';
import type { ParsedTitle } from './parse-title.ts';

/** 0 to 1: the bases, or the titles with their subtitles where only one side brackets them. */
export function compareBases(a: ParsedTitle, b: ParsedTitle): number {
  const [left, right] = [spellings(a), spellings(b)];
  return Math.max(...left.flatMap((x) => right.map((y) => similarity(x, y))));
}

function spellings({ base, subtitles }: ParsedTitle): string[] {
  const whole = [base, ...[...subtitles].reverse()].join(' ');
  return [...new Set([numeralForm(base), numeralForm(whole)])];
}

/** 1 where the numbers of two titles differ (`Pt. 1`, `Pt. II`), 0 where they do not or there are none. */
export function numbersClash(a: ParsedTitle, b: ParsedTitle): number {
  return numbersOf(a.base) === numbersOf(b.base) ? 0 : 1;
}

export interface VersionComparison {
  /** -1 (another version) to 1 (the same); 0 where one side or none names any. */
  readonly alike: number;
  /** 1 where only one side names a version. */
  readonly isOneSided: number;
}

const KIND_OF_VERSION = /\b(?:the|re)?(?:mix(?:es)?|edit|versions?)\b/g;

export function compareVersions(a: ParsedTitle, b: ParsedTitle): VersionComparison {
  const [left, right] = [versionWords(a), versionWords(b)];
  if (left === '' && right === '') return { alike: 0, isOneSided: 0 };
  if (left === '' || right === '') return { alike: 0, isOneSided: 1 };
  const [ofLeft, ofRight] = [left, right].map((words) => words.replace(KIND_OF_VERSION, '').replace(/ +/g, ' ').trim());
  const [x, y] = ofLeft === '' || ofRight === '' ? [left, right] : [ofLeft ?? '', ofRight ?? ''];
  return { alike: 2 * wordSimilarity(x, y) - 1, isOneSided: 0 };
}

function versionWords({ versions }: ParsedTitle): string {
  return [...versions].sort().join(' ');
}

/** 1 for the same editions or none, -1 where nothing is shared. */
export function compareEditions(a: ParsedTitle, b: ParsedTitle): number {
  if (a.editions.length === 0 && b.editions.length === 0) return 1;
  return 2 * wordSimilarity(a.editions.join(' '), b.editions.join(' ')) - 1;
}

/** -1 where one side says explicit and the other clean, 1 where both say the same, 0 where a side is silent. */
export function compareAdvisories(a: ParsedTitle, b: ParsedTitle): number {
  if (a.advisory === null || b.advisory === null) return 0;
  return a.advisory === b.advisory ? 1 : -1;
}
