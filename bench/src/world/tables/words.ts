import { CULTURES } from '../names/culture.ts';
import type { ScriptWords, Written } from '../names/people-other.ts';
import { inventWritten } from '../names/script-name.ts';
import { inventWord, VOCABULARY } from '../names/vocabulary.ts';
import { ENSEMBLES, PLACES } from '../names/words.ts';
import { Random } from '../random.ts';

/** So many words, the listed ones first, which are drawn the most. */
const SIZES = { nouns: 60_000, adjectives: 4000, given: 1500, family: 8000, scriptWords: 1500 } as const;

/** Where a list's words stand among all words. */
export interface Span {
  readonly from: number;
  readonly size: number;
}

export interface Words {
  readonly all: readonly Written[];
  readonly nouns: Span;
  readonly adjectives: Span;
  readonly ensembles: Span;
  readonly places: Span;
  /** One span a culture. */
  readonly given: readonly Span[];
  readonly family: readonly Span[];
  readonly scriptNouns: readonly Span[];
  readonly scriptAdjectives: readonly Span[];
}

function latin(words: readonly string[]): Written[] {
  return words.map((word) => ({ native: word, latin: word }));
}

function extend(listed: readonly string[], size: number, state: number): Written[] {
  const random = new Random(state);
  const words = new Set(listed);
  while (words.size < size) words.add(inventWord(random));
  return latin([...words]);
}

function extendScript(listed: readonly Written[], script: ScriptWords, state: number): Written[] {
  const random = new Random(state);
  const words = new Map(listed.map((word) => [word.native, word]));
  for (let draw = 0; draw < SIZES.scriptWords * 4 && words.size < SIZES.scriptWords; draw += 1) {
    const word = inventWritten(random, script);
    if (!words.has(word.native)) words.set(word.native, word);
  }
  return [...words.values()];
}

/** What names and titles are made of: every word once, lists as spans of them. */
export function collectWords(): Words {
  const all: Written[] = [];
  const add = (words: readonly Written[]): Span => {
    const from = all.length;
    for (const word of words) all.push(word);
    return { from, size: words.length };
  };
  const ofPeople = (part: 'given' | 'family') =>
    CULTURES.map(({ people, script }, place) =>
      add(
        script === null
          ? extend(people?.[part] ?? [], SIZES[part], 100 + place)
          : extendScript(script[part], script, 200 + place),
      ),
    );
  const ofScript = (part: 'nouns' | 'adjectives') =>
    CULTURES.map(({ script }, place) =>
      script === null ? { from: 0, size: 1 } : add(extendScript(script[part], script, 300 + place)),
    );
  return {
    nouns: add(extend(VOCABULARY.nouns, SIZES.nouns, 1)),
    adjectives: add(extend(VOCABULARY.adjectives, SIZES.adjectives, 2)),
    ensembles: add(latin(ENSEMBLES)),
    places: add(latin(PLACES)),
    given: ofPeople('given'),
    family: ofPeople('family'),
    scriptNouns: ofScript('nouns'),
    scriptAdjectives: ofScript('adjectives'),
    all,
  };
}
