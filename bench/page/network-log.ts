/** A request was sent. Events are those of the DevTools protocol; `timestamp` is in s of its own clock. */
export interface RequestEvent {
  requestId: string
  timestamp: number
  request: { url: string }
}

/** A response has begun; `encodedDataLength` is the size of its head. */
export interface ResponseEvent {
  requestId: string
  timestamp: number
  response: { mimeType: string; encodedDataLength: number }
}

/** A piece of a response has arrived; `dataLength` is its size when decompressed. */
export interface DataEvent {
  requestId: string
  timestamp: number
  dataLength: number
}

/** A response is complete; `encodedDataLength` is its size as sent, head and body. */
export interface EndEvent {
  requestId: string
  timestamp: number
  encodedDataLength: number
}

/** Bytes and requests of a page. */
export interface Transfer {
  /** Size of all responses as sent, head and body. */
  bytes: number
  /** Number of requests, those to other hosts included. */
  requests: number
  /** Part of `bytes` that are scripts. */
  scriptBytes: number
  /** Number of requests to other hosts. */
  foreignRequests: number
}

interface Entry {
  url: string
  sentAt: number
  isScript: boolean
  /** Head of the response. */
  head?: Piece
  /** Pieces of its body, decompressed. */
  pieces: Piece[]
  /** Size of the whole response as sent, known at its end. */
  total?: Piece
}

interface Piece {
  at: number
  bytes: number
}

/** Counts the transfer of a page from events of the DevTools protocol. */
export interface NetworkLog {
  onRequest: (event: RequestEvent) => void
  onServedFromCache: (event: { requestId: string }) => void
  onResponse: (event: ResponseEvent) => void
  onData: (event: DataEvent) => void
  onFinished: (event: EndEvent) => void
  onFailed: (event: { requestId: string; timestamp: number }) => void
  /** Returns the number of requests that are not complete. */
  countOpen: () => number
  /**
   * Returns the transfer so far.
   *
   * @param until - Time on the events' clock up to which to count.
   */
  sum: (until?: number) => Transfer
}

const LOCAL_RE = /^(?:data|blob|about):/

/**
 * Creates an empty log.
 *
 * @param origin - Origin of the page; requests to other origins are foreign.
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
 * Returns the bytes of a response that had arrived by a time. Chromium does not report the compressed size of a
 * piece, so an incomplete response counts in proportion to its decompressed pieces.
 */
function bytesUntil({ head, pieces, total }: Entry, until: number): number {
  if (total && total.at <= until) {
    return total.bytes
  }
  if (!head || head.at > until) {
    return 0
  }
  const arrived = sumBytes(pieces.filter(({ at }) => at <= until))
  const all = sumBytes(pieces)
  const body = total ? total.bytes - head.bytes : all
  return Math.round(head.bytes + (all > 0 ? (body * arrived) / all : 0))
}

function sumBytes(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { bytes }) => sum + bytes, 0)
}
