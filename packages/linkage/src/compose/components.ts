/** Groups of members joined by edges, directly or through others; members keep their order. */
export function connectedComponents<T>(members: readonly T[], joined: (a: T, b: T) => boolean): T[][] {
  const components: T[][] = [];
  const placed = new Set<T>();
  for (const member of members) {
    if (placed.has(member)) continue;
    const component = [member];
    placed.add(member);
    for (const reached of component) {
      for (const other of members) {
        if (placed.has(other) || !joined(reached, other)) continue;
        placed.add(other);
        component.push(other);
      }
    }
    components.push(members.filter((each) => component.includes(each)));
  }
  return components;
}
