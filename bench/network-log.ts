/** The events of the DevTools protocol that are counted; times are seconds of its own clock. */
export interface RequestEvent {
  requestId: string
  timestamp: number
  request: { url: string }
}

/** An answer has begun; `encodedDataLength` is the size of its head. */
export interface ResponseEvent {
  requestId: string
  timestamp: number
  response: { mimeType: string; encodedDataLength: number }
}

/** A piece of an answer has come; `dataLength` is its size when unpacked. */
export interface DataEvent {
  requestId: string
  timestamp: number
  dataLength: number
}

/** An answer is complete; `encodedDataLength` is its size on the wire, head and body. */
export interface EndEvent {
  requestId: string
  timestamp: number
  encodedDataLength: number
}

/** What was transferred in a span of time. */
export interface Transfer {
  /** Head and body of all answers, as compressed on the wire. */
  bytes: number
  /** Requests sent, those to other hosts included. */
  requests: number
  /** Part of `bytes` that are scripts. */
  scriptBytes: number
  /** Requests to other hosts. */
  foreignRequests: number
}

interface Entry {
  url: string
  sentAt: number
  isScript: boolean
  /** The answer's head on the wire. */
  head?: Piece
  /** Its body as it came, unpacked. */
  pieces: Piece[]
  /** All of it on the wire, known at its end. */
  total?: Piece
}

interface Piece {
  at: number
  bytes: number
}

/** Counts what a page transfers. */
export interface NetworkLog {
  onRequest: (event: RequestEvent) => void
  onServedFromCache: (event: { requestId: string }) => void
  onResponse: (event: ResponseEvent) => void
  onData: (event: DataEvent) => void
  onFinished: (event: EndEvent) => void
  onFailed: (event: { requestId: string; timestamp: number }) => void
  /** Number of requests without an end. */
  countOpen: () => number
  /**
   * What was transferred so far.
   *
   * @param until - Only up to this time of the events' clock.
   */
  sum: (until?: number) => Transfer
}

const LOCAL_RE = /^(?:data|blob|about):/

/**
 * An empty log.
 *
 * @param origin - Where the page is served from; other addresses are other hosts'.
 */
export function createNetworkLog(origin: string): NetworkLog {
  const entries = new Map<string, Entry>()
  const open = new Set<string>()
  return {
    onRequest: ({ requestId, timestamp, request: { url } }) => {
      if (!LOCAL_RE.test(url)) {
        entries.set(requestId, { url, sentAt: timestamp, isScript: false, pieces: [] })
        open.add(requestId)
      }
    },
    onServedFromCache: ({ requestId }) => {
      entries.delete(requestId)
      open.delete(requestId)
    },
    onResponse: ({ requestId, timestamp, response: { mimeType, encodedDataLength } }) => {
      const entry = entries.get(requestId)
      if (entry) {
        entry.isScript = mimeType.includes('javascript')
        entry.head = { at: timestamp, bytes: encodedDataLength }
      }
    },
    onData: ({ requestId, timestamp, dataLength }) => {
      entries.get(requestId)?.pieces.push({ at: timestamp, bytes: dataLength })
    },
    onFinished: ({ requestId, timestamp, encodedDataLength }) => {
      const entry = entries.get(requestId)
      if (entry) {
        entry.total = { at: timestamp, bytes: encodedDataLength }
      }
      open.delete(requestId)
    },
    onFailed: ({ requestId }) => void open.delete(requestId),
    countOpen: () => open.size,
    sum: (until = Number.POSITIVE_INFINITY) => sumEntries([...entries.values()], origin, until),
  }
}

function sumEntries(entries: readonly Entry[], origin: string, until: number): Transfer {
  const sum: Transfer = { bytes: 0, requests: 0, scriptBytes: 0, foreignRequests: 0 }
  for (const entry of entries.filter(({ sentAt }) => sentAt <= until)) {
    const bytes = bytesUntil(entry, until)
    sum.bytes += bytes
    sum.requests += 1
    sum.scriptBytes += entry.isScript ? bytes : 0
    sum.foreignRequests += entry.url.startsWith(origin) ? 0 : 1
  }
  return sum
}

/**
 * Bytes on the wire up to a time. Chromium does not say of each piece what it weighed there, so an answer that
 * was under way counts by the part of its content that had come.
 */
function bytesUntil({ head, pieces, total }: Entry, until: number): number {
  if (total && total.at <= until) {
    return total.bytes
  }
  if (!head || head.at > until) {
    return 0
  }
  const come = sumBytes(pieces.filter(({ at }) => at <= until))
  const all = sumBytes(pieces)
  const body = total ? total.bytes - head.bytes : all
  return Math.round(head.bytes + (all > 0 ? (body * come) / all : 0))
}

function sumBytes(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { bytes }) => sum + bytes, 0)
}
