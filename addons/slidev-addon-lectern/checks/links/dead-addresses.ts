import type { PageLink } from '../../page/checks/links.ts'
import { quote } from '../../page/observation.ts'
import type { Observation } from '../../page/observation.ts'
import { hintOf } from '../links.ts'

/** Longest wait for an answer, in ms. */
const PATIENCE_MS = 10_000

/** Number of requests at a time. */
const AT_ONCE = 6

/** Statuses that hosts send to programs, while browsers get the page. */
const SHY_STATUSES = new Set([401, 403, 405, 429, 999])

/**
 * Finds addresses that do not answer with a page.
 *
 * @param urls - Each is requested once.
 * @returns By address, how it answers, such as `answers 404`.
 */
export async function findDeadAddresses(urls: readonly string[]): Promise<Map<string, string>> {
  const waiting = [...new Set(urls)]
  const dead = new Map<string, string>()
  const work = async (): Promise<void> => {
    for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
      const answer = await request(url)
      if (answer) {
        dead.set(url, answer)
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return dead
}

/**
 * Describes a link to an address that does not answer with a page.
 *
 * @param answer - As {@link findDeadAddresses} returns it.
 */
export function describeDeadAddress(link: PageLink, answer: string): Observation {
  return {
    hint: hintOf(link),
    seen: `the link ${quote(link.text || link.href)} to ${link.href} ${answer}`,
    expected: 'an address that answers with a page',
    fix: 'Open the address in a browser, then correct or remove the link.',
  }
}

async function request(url: string): Promise<string | undefined> {
  try {
    const head = await fetchStatus(url, 'HEAD')
    // Some servers support only GET.
    const status = head >= 400 ? await fetchStatus(url, 'GET') : head
    return status >= 400 && !SHY_STATUSES.has(status) ? `answers ${status}` : undefined
  } catch (error) {
    return `does not answer (${reasonOf(error)})`
  }
}

async function fetchStatus(url: string, method: 'HEAD' | 'GET'): Promise<number> {
  const response = await fetch(url, { method, signal: AbortSignal.timeout(PATIENCE_MS) })
  await response.body?.cancel()
  return response.status
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return cause instanceof Error ? cause.message : String(cause)
}
