import { type Agent, type ClientRequest, type IncomingMessage, request } from 'node:http';

export const path = '/api/v1/identity/bulk-resolve-libraries';

export interface Caller {
  readonly url: string;
  readonly token: string;
  /** As X-Caller-Class has it: 2 a person waits, 5 nobody does. */
  readonly callerClass: '2' | '5';
  readonly agent: Agent;
}

/** Opens a request; its body is the caller's to send. Resolves with the answer's head. */
export function openPost(
  { url, token, callerClass, agent }: Caller,
  type = 'application/json',
): { sent: ClientRequest; answered: Promise<IncomingMessage> } {
  const sent = request(`${url}${path}`, {
    ...{ method: 'POST', agent },
    headers: { 'content-type': type, authorization: `Bearer ${token}`, 'x-caller-class': callerClass },
  });
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    sent.once('response', resolve).once('error', reject);
  });
  return { sent, answered };
}

/** Sends a body and reads the answer through without keeping it. Throws Error where it is no 200. */
export async function post(caller: Caller, body: string): Promise<void> {
  const { sent, answered } = openPost(caller);
  sent.end(body);
  const answer = await answered;
  if (answer.statusCode !== 200) throw new Error(`answered with ${answer.statusCode}`);
  await new Promise<void>((resolve, reject) => {
    answer.once('end', resolve).once('error', reject).resume();
  });
}
