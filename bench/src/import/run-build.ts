/** Run as a process of its own: the deadwax command, and afterwards the processor time that it took, as a line of JSON. */
process.argv[1] = new URL('../../../packages/cli/src/main.ts', import.meta.url).pathname;
process.once('exit', () => {
  const { user, system } = process.cpuUsage();
  process.stderr.write(`${JSON.stringify({ cpuSeconds: (user + system) / 1e6 })}\n`);
});
await import(process.argv[1]);
