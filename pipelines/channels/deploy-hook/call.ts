/** One call of a hook. Its address is a secret: no answer and no error says it. */

/** `status`: null when there was no answer. `error`: fit to be shown; null when all went well. */
export type Called = { status: number | null; error: string | null }

const TIMEOUT_MS = 10_000

/** POSTs JSON. Redirects are not followed. `signal`: ends it early; it rejects then. */
export async function callHook(options: {
  url: string
  body: object
  signal: AbortSignal
  timeoutMs?: number
}): Promise<Called> {
  const { url, body, signal, timeoutMs = TIMEOUT_MS } = options
  if (!isHttp(url)) return { status: null, error: 'The address is no http(s) address.' }
  const timeout = AbortSignal.timeout(timeoutMs)
  try {
    const { status, body: answer } = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'User-Agent': 'Galley' },
      body: JSON.stringify(body),
      redirect: 'manual',
      signal: AbortSignal.any([signal, timeout]),
    })
    // However much of it there is.
    await answer?.cancel()
    return { status, error: faultOf(status) }
  } catch (error) {
    if (signal.aborted) throw new Error('[channel:deploy-hook] the process stops')
    if (timeout.aborted) return { status: null, error: `No answer within ${timeoutMs / 1000} s.` }
    return { status: null, error: `No connection (${codeOf(error)}).` }
  }
}

function isHttp(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)
}

function faultOf(status: number): string | null {
  if (status >= 200 && status < 300) return null
  const isRedirect = status >= 300 && status < 400
  return `Answered ${status}${isRedirect ? ': redirects are not followed' : ''}.`
}

/** `ECONNREFUSED` and the like; the messages may hold the address. */
function codeOf(error: unknown): string {
  const { code, cause } = (error ?? {}) as { code?: unknown; cause?: { code?: unknown } }
  const known = cause?.code ?? code
  return typeof known === 'string' && /^[A-Z_]{2,60}$/.test(known) ? known : 'it failed'
}
