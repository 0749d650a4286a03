import { CULTURES } from '../names/culture.ts';
import type { Span, Words } from './words.ts';

const list = (values: readonly (string | number)[]): string =>
  `[${values.map((value) => (typeof value === 'number' ? value : `'${value}'`)).join(', ')}]`;

/** A place in this list drawn evenly is a culture drawn by its share. */
function cultureTable(): number[] {
  const total = CULTURES.reduce((sum, { share }) => sum + share, 0);
  return CULTURES.flatMap(({ share }, place) => Array<number>(Math.round((share / total) * 500)).fill(place + 1));
}

function ofWords(name: string, { from, size }: Span): string {
  return `CREATE OR REPLACE MACRO ${name}(far, x, purpose) AS
    ${from} + CASE WHEN far THEN below(${size}, x, purpose) ELSE zipf(${size}, x, purpose) END`;
}

function ofCulture(name: string, spans: readonly Span[]): string {
  const size = `${list(spans.map((span) => span.size))}[culture]`;
  return `CREATE OR REPLACE MACRO ${name}(culture, far, x, purpose) AS ${list(spans.map(({ from }) => from))}[culture] +
    CASE WHEN far THEN below(${size}, x, purpose) ELSE zipf(${size}, x, purpose) END`;
}

/**
 * Draws that depend on the seed, an index and a purpose alone, whatever the order of rows: `draw` is 0 to 1, `below` 0 to
 * n - 1 evenly, `zipf` the same with the first the most. The macros of words give a word's place in table `word`.
 */
export function createMacros(seed: number, words: Words): string[] {
  return [
    `CREATE OR REPLACE MACRO h(x, purpose) AS hash(x::BIGINT * 1000 + purpose, ${seed})`,
    'CREATE OR REPLACE MACRO draw(x, purpose) AS (h(x, purpose) >> 11)::DOUBLE / 9007199254740992.0',
    'CREATE OR REPLACE MACRO below(n, x, purpose) AS (h(x, purpose) % n)::INTEGER',
    'CREATE OR REPLACE MACRO zipf(n, x, purpose) AS least(n, floor(exp(draw(x, purpose) * ln(n + 1)))::INTEGER) - 1',
    `CREATE OR REPLACE MACRO culture_of(x) AS ${list(cultureTable())}[1 + below(${cultureTable().length}, x, 1)]`,
    `CREATE OR REPLACE MACRO country_of(culture) AS ${list(CULTURES.map(({ country }) => country))}[culture]`,
    `CREATE OR REPLACE MACRO glue_of(culture) AS ${list(CULTURES.map(({ script }) => script?.space ?? ' '))}[culture]`,
    `CREATE OR REPLACE MACRO in_script(culture) AS culture IN (${CULTURES.flatMap(({ script }, place) => (script === null ? [] : [place + 1])).join(', ')})`,
    `CREATE OR REPLACE MACRO family_first(culture) AS culture IN (${CULTURES.flatMap(({ script }, place) => (script?.familyFirst ? [place + 1] : [])).join(', ')})`,
    ofWords('noun', words.nouns),
    ofWords('adjective', words.adjectives),
    ofWords('ensemble', words.ensembles),
    ofWords('town', words.places),
    ofCulture('given', words.given),
    ofCulture('family', words.family),
    ofCulture('script_noun', words.scriptNouns),
    ofCulture('script_adjective', words.scriptAdjectives),
    "CREATE OR REPLACE MACRO letter(x, purpose) AS substr('aeiounrstlmdchpgbky', 1 + below(19, x, purpose), 1)",
    `CREATE OR REPLACE MACRO misspell(text, x, purpose) AS CASE WHEN length(text) < 4 THEN text || 'e' ELSE
       substr(text, 1, 1 + below(length(text) - 2, x, purpose)) ||
       CASE below(4, x, purpose + 1)
         WHEN 0 THEN letter(x, purpose + 2) || substr(text, 3 + below(length(text) - 2, x, purpose))
         WHEN 1 THEN letter(x, purpose + 2) || substr(text, 2 + below(length(text) - 2, x, purpose))
         WHEN 2 THEN substr(text, 3 + below(length(text) - 2, x, purpose), 1) || substr(text, 2 + below(length(text) - 2, x, purpose), 1) ||
           substr(text, 4 + below(length(text) - 2, x, purpose))
         ELSE substr(text, 3 + below(length(text) - 2, x, purpose)) END END`,
    'CREATE OR REPLACE MACRO uuid_of(kind, x) AS CAST(CAST(md5(kind || x::VARCHAR) AS UUID) AS VARCHAR)',
  ];
}
