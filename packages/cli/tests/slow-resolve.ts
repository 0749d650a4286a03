import { Command } from 'commander';
import { CliError } from '../src/cli-error.ts';
import { registerResolve } from '../src/commands/resolve.ts';
import { ShelfResolver } from './shelf-resolver.ts';

/** Takes its time over each page, so that somebody can lose patience. */
class SlowResolver extends ShelfResolver {
  override resolve(inputs: Parameters<ShelfResolver['resolve']>[0]) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    return super.resolve(inputs);
  }
}

const program = new Command();
registerResolve(program, {
  open: async () => ({ resolver: new SlowResolver([]), extraSources: [] }),
  output: process.stdout,
  messages: process.stderr,
});
try {
  await program.parseAsync(['resolve', ...process.argv.slice(2), '--snapshot', 'any'], { from: 'user' });
} catch (error) {
  process.stderr.write(`${error instanceof CliError ? error.message : String(error)}\n`);
  process.exitCode = error instanceof CliError ? error.exitCode : 1;
}
