import { stripArticle } from './article.ts';
import { matchForm } from './match-form.ts';
import { stripTrailingGroup } from './trailing-group.ts';

/**
 * The match form of an artist without one trailing bracket and one article. It finds candidates and never decides:
 * the bracket of "X [US]" is what tells that artist from "X [Australia]" (see `nameQualifier`). Not idempotent; `artistKey` is.
 */
export function identityForm(name: string): string {
  return stripArticle(stripTrailingGroup(matchForm(name)));
}
