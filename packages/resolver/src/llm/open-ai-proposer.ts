import pLimit from 'p-limit';
import { type ChatEndpoint, ChatError, completeChat } from './chat-completions.ts';
import type { LinkProposer, Outcome, Proposal, Question, Unavailable } from './link-proposer.ts';
import { Outage } from './outage.ts';
import { formatQuestion, parseAnswer } from './prompt.ts';

export interface OpenAiProposerConfig extends ChatEndpoint {
  /** For one question, further tries included. */
  readonly timeoutMs: number;
  /** Questions asked at once, whatever the number of batches. Default 4. */
  readonly concurrency?: number;
  /** For all questions of one call; what is left then counts as not asked. Default 20,000. */
  readonly budgetMs?: number;
  /** First wait before another try. Default 500. */
  readonly backoffMs?: number;
  /** How long nobody is asked after several failures in a row. Default 30,000. */
  readonly pauseMs?: number;
}

/** Asks an OpenAI-compatible chat-completions endpoint, a request for each question. */
export function openAiProposer(config: OpenAiProposerConfig): LinkProposer {
  const { concurrency = 4, budgetMs = 20_000, pauseMs = 30_000 } = config;
  const limit = pLimit(concurrency);
  const outage = new Outage(pauseMs);
  return {
    propose(questions, signal) {
      const ended = AbortSignal.any([signal, AbortSignal.timeout(budgetMs)]);
      // A question that waits behind those of others ends with its own batch.
      const gone = new Promise<void>((resolve) => {
        ended.addEventListener('abort', () => resolve(), { once: true });
        if (ended.aborted) resolve();
      });
      return Promise.all(
        questions.map((question) => {
          let begun = false;
          const answer = limit(() => {
            begun = true;
            return ask(question, { config, outage, ended });
          });
          return Promise.race([answer, gone.then(() => (begun ? answer : unasked(question, 'timeout')))]);
        }),
      );
    },
  };
}

interface Asking {
  readonly config: OpenAiProposerConfig;
  readonly outage: Outage;
  readonly ended: AbortSignal;
}

async function ask(question: Question, { config, outage, ended }: Asking): Promise<Proposal> {
  if (ended.aborted) return unasked(question, 'timeout');
  if (outage.lasts) return unasked(question, 'paused');
  let calls = 0;
  const settle = (outcome: Outcome): Proposal => ({ place: question.place, outcome, calls });
  try {
    const content = await completeChat(config, {
      messages: formatQuestion(question),
      signal: AbortSignal.any([ended, AbortSignal.timeout(config.timeoutMs)]),
      deadline: performance.now() + config.timeoutMs,
      backoffMs: config.backoffMs ?? 500,
      onRequest: () => {
        calls += 1;
      },
    });
    outage.noteAnswer();
    return settle(parseAnswer(content, question));
  } catch (error) {
    if (!(error instanceof ChatError)) throw error;
    // A batch that ran out of time tells nothing of the endpoint.
    if (error.code !== 'malformed_answer' && !ended.aborted) outage.noteFailure();
    return settle({ kind: 'unavailable', why: error.code });
  }
}

function unasked({ place }: Question, why: Unavailable): Proposal {
  return { place, outcome: { kind: 'unavailable', why }, calls: 0 };
}
