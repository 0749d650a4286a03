import { expect, it } from 'vitest';
import { findTextFaults } from './text-faults.ts';

it.each([
  [{ a: 'fine', b: [1, null, 'é'] }, []],
  ['\u0000', ['']],
  [{ a: { 'b/c~': ['x', 'x\u0000'] } }, ['/a/b~1c~0/1']],
  [
    ['\ud800', '\u{1f600}', '\udc00\ud800'],
    ['/0', '/2'],
  ],
])('finds text that nothing can hold, however deep: %j', (value, pointers) => {
  expect(findTextFaults(value).map(({ pointer }) => pointer)).toEqual(pointers);
});

it('stops at twenty', () => {
  expect(findTextFaults(Array.from({ length: 500 }, () => '\u0000'))).toHaveLength(20);
});
