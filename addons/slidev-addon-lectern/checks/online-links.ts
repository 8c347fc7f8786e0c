import type { PageLink } from '../page/checks/links.ts'
import { quote } from '../page/observation.ts'
import type { Observation } from '../page/observation.ts'
import { placeOf } from './links.ts'

/** Longest wait for another host, in ms. */
const PATIENCE_MS = 10_000

/** Requests under way at once. */
const AT_ONCE = 6

/** Hosts answer so to a program they do not know, and with the page to a browser. */
const SHY_STATUSES = new Set([401, 403, 405, 429, 999])

/**
 * Which addresses do not answer with a page.
 *
 * @param urls - Each is asked once.
 * @returns What each dead one answered.
 */
export async function findDeadAddresses(urls: readonly string[]): Promise<Map<string, string>> {
  const waiting = [...new Set(urls)]
  const dead = new Map<string, string>()
  const work = async (): Promise<void> => {
    for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
      const problem = await ask(url)
      if (problem) {
        dead.set(url, problem)
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return dead
}

/** The fault of a link to an address that does not answer. */
export function deadAddressFault(link: PageLink, problem: string): Observation {
  return {
    place: placeOf(link),
    seen: `the link ${quote(link.text || link.href)} to ${link.href} ${problem}`,
    expected: 'an address that answers',
    fix: 'Open it in a browser; correct or remove the link.',
  }
}

async function ask(url: string): Promise<string | undefined> {
  try {
    const head = await request(url, 'HEAD')
    // Some servers know GET alone.
    const status = head >= 400 ? await request(url, 'GET') : head
    return status >= 400 && !SHY_STATUSES.has(status) ? `answers ${status}` : undefined
  } catch (error) {
    return `does not answer (${reasonOf(error)})`
  }
}

async function request(url: string, method: 'HEAD' | 'GET'): Promise<number> {
  const response = await fetch(url, { method, signal: AbortSignal.timeout(PATIENCE_MS) })
  await response.body?.cancel()
  return response.status
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return cause instanceof Error ? cause.message : String(cause)
}
