/** How slow a machine and its network are made to be. */
export interface Profile {
  name: ProfileName
  label: string
  /** As many times slower than this machine. */
  cpuSlowdown: number
  /** Delay of each answer and width of the line; the machine's own where it is not said. */
  network?: { latencyMs: number; downKbitPerS: number; upKbitPerS: number }
}

/** Names of the profiles. */
export type ProfileName = 'unthrottled' | '4g' | '3g'

/** The machine as it is. */
export const UNTHROTTLED: Profile = { name: 'unthrottled', label: 'unthrottled', cpuSlowdown: 1 }

/** A phone, by a preset of Chromium's developer tools. */
export const MIDDLE: Profile = {
  name: '4g',
  label: 'CPU 4x + 4G',
  cpuSlowdown: 4,
  network: { latencyMs: 165, downKbitPerS: 8100, upKbitPerS: 1350 },
}

/** All of them, up to the preset of a phone on a weak network. */
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

/** What a profile does, for the head of the report. */
export function describeProfile({ label, cpuSlowdown, network }: Profile): string {
  return network
    ? `${label}: processor ${cpuSlowdown} times slower, ${Math.round(network.latencyMs)} ms latency, ` +
        `${network.downKbitPerS / 1000} Mbit/s down, ${network.upKbitPerS / 1000} Mbit/s up`
    : `${label}: this machine as it is, files from its own memory`
}
