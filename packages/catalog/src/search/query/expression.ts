/** Fields that hold words. `title:` is another spelling of `album:`. */
export type TextField = 'artist' | 'album' | 'label' | 'genre' | 'format';

export const identityStatuses = ['resolved', 'compilation', 'unresolved', 'pending', 'error', 'never_asked'] as const;

export type IdentityStatus = (typeof identityStatuses)[number];

export interface TextTerm {
  readonly kind: 'text';
  /** Null looks in artist, title and label. */
  readonly field: TextField | null;
  readonly text: string;
  /** In quotes: the words in a row; of a field, all that it holds. */
  readonly exact: boolean;
}

/** What a query asks for. `and` and `or` have two operands at least, and none of their own kind. */
export type Expression =
  | { readonly kind: 'and' | 'or'; readonly operands: readonly Expression[] }
  | { readonly kind: 'not'; readonly operand: Expression }
  | TextTerm
  | { readonly kind: 'year'; readonly from: number | null; readonly to: number | null }
  | { readonly kind: 'id'; readonly id: number }
  | { readonly kind: 'method'; readonly method: string }
  | { readonly kind: 'status'; readonly status: IdentityStatus };

/** What could not be read as it was written, and how it was read. */
export interface Notice {
  readonly code:
    | 'unclosed_quote'
    | 'unbalanced_parenthesis'
    | 'dangling_operator'
    | 'empty_field'
    | 'not_a_number'
    | 'unknown_status'
    | 'swapped_years'
    | 'no_letters'
    | 'too_long'
    | 'too_deep';
  readonly message: string;
}

export interface ParsedQuery {
  /** Null asks for nothing. */
  readonly expression: Expression | null;
  readonly notices: readonly Notice[];
}

/** One expression of several; nested ones of the same kind are laid open. Null of none. */
export function combine(kind: 'and' | 'or', parts: readonly Expression[]): Expression | null {
  const operands = parts.flatMap((part) => (part.kind === kind ? part.operands : [part]));
  return operands.length > 1 ? { kind, operands } : (operands[0] ?? null);
}

export function negate(operand: Expression): Expression {
  return operand.kind === 'not' ? operand.operand : { kind: 'not', operand };
}
