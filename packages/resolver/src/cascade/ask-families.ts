import { once } from '../blocking/once.ts';
import type { Query } from '../blocking/query.ts';
import { type FamilySearch, isFound } from './find-albums.ts';
import { type AskedWidely, findTitled, findUnderEqual, findUnderLike, likenesses } from './find-widely.ts';
import { answerFamily, type FamilyAnswer, type FamilyQuestion, searchFamily, searchSwapped } from './resolve-family.ts';

/**
 * What each family says of a row. Each step is worth it only where the one before led to the album in no family at all. A row
 * that names no album needs none.
 */
export function askFamilies(
  families: readonly FamilyQuestion[],
  { query, asCompilation }: { query: Query; asCompilation: boolean },
): FamilyAnswer[] {
  const questions = families.map((family) =>
    family.asCompilation === asCompilation ? family : { ...family, asCompilation },
  );
  const answer = (searches: readonly FamilySearch[]) =>
    questions.map((question, place) => answerFamily(question, searches[place] as FamilySearch));
  const equal = questions.map(searchFamily);
  if (asCompilation || query.titles.length === 0 || isSettled(equal)) return answer(equal);
  const swapped = questions.map((question, place) => searchSwapped(question, equal[place] as FamilySearch));
  return answer(isSettled(swapped) ? swapped : searchWidely(questions));
}

/** Matches a row that no family found by equal names: by like ones too. */
function searchWidely(questions: readonly FamilyQuestion[]): readonly FamilySearch[] {
  const asked = questions.map((question): AskedWidely => {
    return { ...question, underEqual: once(() => findUnderEqual(question.evidence, question)) };
  });
  const titled = asked.map(findTitled);
  if (isSettled(titled)) return asked.map((each, place) => findHidden(each, titled[place] as FamilySearch));
  let like = titled;
  // Where nothing bears the row's title, only the titles of artists are left to be compared.
  const steps = questions[0]?.evidence.titles().length === 0 ? (['credited'] as const) : likenesses;
  for (const likeness of steps) {
    like = asked.map((each) => findUnderLike(likeness, each));
    if (isSettled(like)) break;
  }
  return like;
}

/** A family without the album that others have under a credit: its own artist may stand under a name that no credit shows. */
function findHidden(asked: AskedWidely, search: FamilySearch): FamilySearch {
  return isFound(search.albums) || !asked.evidence.mayHideNames() ? search : findUnderLike('near', asked);
}

function isSettled(searches: readonly FamilySearch[]): boolean {
  return searches.some(({ albums }) => isFound(albums));
}
