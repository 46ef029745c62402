/** One request to Galley's own API with the session's cookie. */

/** An answer that is no success. `reply`: its body. The message says what happened, in the server's words where it has any. */
export class Refusal extends Error {
  constructor(
    message: string,
    readonly status: number,
    readonly reply: unknown,
  ) {
    super(message)
  }
}

/** @throws Refusal when the server refuses, Error when it does not answer. */
export async function send<T>(method: 'POST' | 'DELETE', url: string, body: unknown = {}): Promise<T> {
  const answer = await fetch(url, {
    method,
    credentials: 'same-origin',
    headers: { 'Content-Type': 'application/json' },
    ...(method === 'POST' ? { body: JSON.stringify(body) } : {}),
  }).catch(() => {
    throw new Error('Galley does not answer: check the connection and try again.')
  })
  const text = await answer.text()
  const reply = text ? JSON.parse(text) : {}
  if (!answer.ok) {
    const message = toMessage(reply) ?? `Galley answered ${answer.status}: try again.`
    throw new Refusal(message, answer.status, reply)
  }
  return reply as T
}

type Problem = { detail?: string; errors?: { data?: { errors?: { message?: string }[] } }[] }

/** The fields' own messages say more than the summary. */
function toMessage({ detail, errors = [] }: Problem): string | undefined {
  const ofFields = errors.flatMap(({ data }) => data?.errors ?? []).flatMap(({ message }) => message ?? [])
  return ofFields.length > 0 ? ofFields.join(' ') : detail
}
