interface Document {
  readonly components: {
    readonly schemas: { readonly IdentityMethod: { readonly enum: readonly string[]; readonly 'x-bands': Bands } };
  };
}

type Bands = Readonly<Record<string, { readonly min: number; readonly max: number }>>;

/** The band of each method, in the order of the methods. Throws Error unless every method has one, and nothing else. */
export function generateMethodBands(document: Document): string {
  const { enum: methods, 'x-bands': bands } = document.components.schemas.IdentityMethod;
  if (Object.keys(bands).join() !== methods.join()) throw new Error('x-bands names other methods than the enum');
  return [
    '/** The least and the greatest confidence of each method. */',
    `export const methodBands = ${JSON.stringify(bands, null, 2)} as const;`,
    '',
  ].join('\n');
}
