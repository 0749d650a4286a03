import { Agent } from 'node:http';
import { type Caller, post } from './post.ts';
import { inputsPerRequest, makePages, readQuestions } from './read-questions.ts';

/** What a puller is told to do. */
export type PullerOrder = 'go' | 'stop';

/** What it did between two orders, the CPU it took itself included. */
export interface Pulled {
  readonly rowsPerSecond: number;
  readonly cpuShare: number;
}

/** A process of its own that asks for pages, so many at a time, from `go` to `stop`, and throws the answers away. */
async function main(): Promise<void> {
  const [url = '', token = '', library = '', inFlight = '4'] = process.argv.slice(2);
  const pages = makePages(await readQuestions(library === '' ? undefined : library));
  const agent = new Agent({ keepAlive: true, maxSockets: Number(inFlight) });
  const caller: Caller = { url, token, callerClass: '5', agent };
  let [isPulling, answered, next] = [false, 0, 0];
  let pulling: Promise<unknown> = Promise.resolve();
  let [began, cpu] = [0, process.cpuUsage()];
  const pull = async () => {
    while (isPulling) {
      await post(caller, pages[next++ % pages.length] as string);
      if (answered++ === 0) process.send?.('pulling');
    }
  };
  process.on('message', async (order: PullerOrder) => {
    if (order === 'go') {
      [isPulling, answered, began, cpu] = [true, 0, performance.now(), process.cpuUsage()];
      pulling = Promise.all(Array.from({ length: Number(inFlight) }, pull));
      return;
    }
    const ms = performance.now() - began;
    const rows = answered * inputsPerRequest;
    const { user, system } = process.cpuUsage(cpu);
    isPulling = false;
    await pulling;
    process.send?.({ rowsPerSecond: (rows / ms) * 1000, cpuShare: (user + system) / 1000 / ms } satisfies Pulled);
  });
  process.once('disconnect', () => process.exit(0));
  process.send?.('ready');
}

await main();
