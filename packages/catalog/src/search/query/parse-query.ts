import { combine, type Expression, type Notice, negate, type ParsedQuery } from './expression.ts';
import { readTerm } from './read-term.ts';
import { type FieldName, readTokens, type Token } from './tokens.ts';

const MAX_DEPTH = 16;

/**
 * Reads a query as people type it: words, "phrases", `field:value`, AND, OR, NOT or a leading minus, and parentheses. Words side
 * by side are all wanted; AND binds before OR. Never throws: a fault gives the best reading and a notice.
 */
export function parseQuery(query: string): ParsedQuery {
  const { tokens, notices: faults } = readTokens(query);
  const reader = new Reader(tokens);
  const expression = reader.readAll();
  return { expression, notices: unique([...faults, ...reader.notices]) };
}

class Reader {
  readonly notices: Notice[] = [];
  private readonly tokens: readonly Token[];
  private at = 0;
  private depth = 0;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  readAll(): Expression | null {
    const parts: Expression[] = [];
    while (this.at < this.tokens.length) {
      const part = this.readOr(null);
      if (part !== null) parts.push(part);
      if (this.peek() === 'close') {
        this.at += 1;
        this.notice('unbalanced_parenthesis', 'A parenthesis closes what was not opened: it was left out.');
      }
    }
    return combine('and', parts);
  }

  private readOr(field: FieldName | null): Expression | null {
    const parts: Expression[] = [];
    for (;;) {
      const part = this.readAnd(field);
      if (part !== null) parts.push(part);
      if (this.peek() !== 'or') return combine('or', parts);
      this.at += 1;
      if (part === null || this.isEnd()) this.dangling('OR');
    }
  }

  private readAnd(field: FieldName | null): Expression | null {
    const parts: Expression[] = [];
    for (;;) {
      const kind = this.peek();
      if (kind === null || kind === 'or' || kind === 'close') return combine('and', parts);
      if (kind === 'and') {
        this.at += 1;
        if (parts.length === 0 || this.isEnd() || this.peek() === 'or') this.dangling('AND');
        continue;
      }
      const part = this.readUnary(field);
      if (part !== null) parts.push(part);
    }
  }

  private readUnary(field: FieldName | null): Expression | null {
    const start = this.at;
    while (this.peek() === 'not') this.at += 1;
    const negations = this.at - start;
    const kind = this.peek();
    if (kind === null || kind === 'close' || kind === 'or' || kind === 'and') {
      if (negations > 0) this.dangling('NOT');
      return null;
    }
    const operand = this.readAtom(field);
    return operand === null || negations % 2 === 0 ? operand : negate(operand);
  }

  private readAtom(field: FieldName | null): Expression | null {
    const token = this.tokens[this.at];
    this.at += 1;
    switch (token?.kind) {
      case 'field':
        return this.readField(token.field);
      case 'open':
        return this.readGroup(field);
      case 'word':
      case 'quoted': {
        const { term, notice } = readTerm(field, token.text, token.kind === 'quoted');
        if (notice !== null) this.notices.push(notice);
        return term;
      }
      default:
        return null;
    }
  }

  private readField(field: FieldName): Expression | null {
    const kind = this.peek();
    if (kind === 'word' || kind === 'quoted' || kind === 'open') return this.readAtom(field);
    this.notice('empty_field', `Nothing stands behind "${field}:": it was left out.`);
    return null;
  }

  private readGroup(field: FieldName | null): Expression | null {
    if (this.depth >= MAX_DEPTH) {
      this.notice('too_deep', `Parentheses more than ${MAX_DEPTH} deep were left out.`);
      return null;
    }
    this.depth += 1;
    const inside = this.readOr(field);
    this.depth -= 1;
    if (this.peek() === 'close') this.at += 1;
    else this.notice('unbalanced_parenthesis', 'A parenthesis is not closed: it was taken to the end.');
    return inside;
  }

  private peek(): Token['kind'] | null {
    return this.tokens[this.at]?.kind ?? null;
  }

  private isEnd(): boolean {
    const kind = this.peek();
    return kind === null || kind === 'close';
  }

  private dangling(operator: string): void {
    this.notice(
      'dangling_operator',
      `${operator} lacks what it should join: it was left out. A word is written "${operator}".`,
    );
  }

  private notice(code: Notice['code'], message: string): void {
    this.notices.push({ code, message });
  }
}

function unique(notices: readonly Notice[]): Notice[] {
  return [...new Map(notices.map((notice) => [notice.message, notice])).values()];
}
