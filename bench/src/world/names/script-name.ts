import type { Random } from '../random.ts';
import type { ArtistName } from './artist-name.ts';
import type { ScriptWords, Written } from './people-other.ts';
import { capitalise } from './vocabulary.ts';

/** An invented word of this script. */
export function inventWritten(random: Random, words: ScriptWords): Written {
  const count = random.between(2, 3);
  let native = '';
  let latin = '';
  for (let k = 0; k < count; k += 1) {
    const part = random.pick(words.syllables);
    native += part.native;
    latin += part.latin;
  }
  return { native: capitalise(native), latin: capitalise(latin) };
}

export function personInScript(random: Random, words: ScriptWords, attempt: number): ArtistName {
  const given = random.chance(0.15 * attempt) ? inventWritten(random, words) : random.pickZipf(words.given);
  const family = random.chance(0.15 + 0.2 * attempt) ? inventWritten(random, words) : random.pickZipf(words.family);
  const [first, second] = words.familyFirst ? [family, given] : [given, family];
  const glue = words.familyFirst ? '' : ' ';
  return {
    text: first.native + glue + second.native,
    latin: `${given.latin} ${family.latin}`,
    given: given.latin,
    family: family.latin,
  };
}

function drawWord(random: Random, words: ScriptWords, attempt: number): Written {
  return random.chance(0.15 + 0.2 * attempt) ? inventWritten(random, words) : random.pickZipf(words.nouns);
}

/** One to three words: a group's name, a stage name or a title. */
export function phraseInScript(random: Random, words: ScriptWords, attempt: number): Written {
  const parts = [drawWord(random, words, attempt)];
  if (random.chance(0.55)) parts.unshift(random.pickZipf(words.adjectives));
  if (random.chance(0.2 + 0.1 * attempt)) parts.push(drawWord(random, words, attempt));
  return {
    native: parts.map(({ native }) => native).join(words.space),
    latin: parts.map(({ latin }) => latin).join(' '),
  };
}

export function wordsInScript(random: Random, words: ScriptWords, attempt: number): ArtistName {
  const { native, latin } = phraseInScript(random, words, attempt);
  return { text: native, latin, given: null, family: null };
}
