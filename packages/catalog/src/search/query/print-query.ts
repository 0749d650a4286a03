import type { Expression, TextTerm } from './expression.ts';

/** A query written out so that it reads back the same. */
export function printQuery(expression: Expression): string {
  switch (expression.kind) {
    case 'and':
      return expression.operands.map((operand) => printAround(operand, ['or'])).join(' ');
    case 'or':
      return expression.operands.map(printQuery).join(' OR ');
    case 'not':
      return `-${printAround(expression.operand, ['and', 'or'])}`;
    case 'text':
      return printText(expression);
    case 'year':
      return `year:${printYears(expression)}`;
    case 'id':
      return `id:${expression.id}`;
    case 'method':
      return `method:${quote(expression.method)}`;
    case 'status':
      return `status:${expression.status}`;
  }
}

function printAround(operand: Expression, kinds: readonly Expression['kind'][]): string {
  return kinds.includes(operand.kind) ? `(${printQuery(operand)})` : printQuery(operand);
}

function printText({ field, text, exact }: TextTerm): string {
  const prefix = field === null ? '' : `${field}:`;
  return prefix + (exact ? quote(text) : text);
}

function quote(text: string): string {
  return `"${text.replace(/[\\"“”„«»]/gu, '\\$&')}"`;
}

function printYears({ from, to }: { from: number | null; to: number | null }): string {
  if (from === to) return String(from).padStart(4, '0');
  return `${pad(from)}..${pad(to)}`;
}

function pad(year: number | null): string {
  return year === null ? '' : String(year).padStart(4, '0');
}
