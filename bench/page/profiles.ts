/** Speed of processor and network during a load. */
export interface Profile {
  name: ProfileName
  label: string
  /** Factor by which the processor is slowed down. */
  cpuSlowdown: number
  /** Latency and bandwidth; absent: this machine's own. */
  network?: { latencyMs: number; downKbitPerS: number; upKbitPerS: number }
}

/** Names of the profiles. */
export type ProfileName = 'unthrottled' | '4g' | '3g'

/** This machine as it is. */
export const UNTHROTTLED: Profile = { name: 'unthrottled', label: 'unthrottled', cpuSlowdown: 1 }

/** A phone on 4G, as in Chromium's developer tools. */
export const MIDDLE: Profile = {
  name: '4g',
  label: 'CPU 4x + 4G',
  cpuSlowdown: 4,
  network: { latencyMs: 165, downKbitPerS: 8100, upKbitPerS: 1350 },
}

/** All profiles, from fast to slow. */
export const PROFILES: readonly Profile[] = [
  UNTHROTTLED,
  MIDDLE,
  {
    name: '3g',
    label: 'CPU 4x + fast 3G',
    cpuSlowdown: 4,
    network: { latencyMs: 562.5, downKbitPerS: 1440, upKbitPerS: 675 },
  },
]

/** Describes a profile for the head of the report. */
export function describeProfile({ label, cpuSlowdown, network }: Profile): string {
  return network
    ? `${label}: processor ${cpuSlowdown} times slower, ${Math.round(network.latencyMs)} ms latency, ` +
        `${network.downKbitPerS / 1000} Mbit/s down, ${network.upKbitPerS / 1000} Mbit/s up`
    : `${label}: this machine as it is, files from its own memory`
}
