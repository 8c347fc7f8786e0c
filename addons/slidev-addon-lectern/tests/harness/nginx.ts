import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

import { findFreePort } from '../../browser/free-port.ts'
import type { StaticServer } from '../../browser/static-server.ts'
import { ROOT } from './project-copy.ts'

/** Folders of system programs, which are not on everybody's path. */
const SYSTEM_FOLDERS = ['/usr/sbin', '/usr/local/sbin', '/opt/homebrew/bin']

/** Finds the nginx of this machine; nothing is installed. */
export function findNginx(): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...SYSTEM_FOLDERS]
  return folders.map((folder) => join(folder, 'nginx')).find((path) => existsSync(path))
}

/**
 * Runs nginx with the recipe.
 *
 * @param root - The folder that the recipe calls /srv/www; nginx keeps its own files beside it.
 * @returns The server at the recipe's path, `/talks/llama3/`.
 */
export async function serveByRecipe(nginx: string, root: string): Promise<StaticServer> {
  const port = await findFreePort()
  const recipe = readFileSync(join(ROOT, 'recipes/nginx.conf'), 'utf8')
    .replace('listen 8080;', `listen 127.0.0.1:${port};`)
    .replace('root /srv/www;', `root ${root};`)
  const settings = `${root}.conf`
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  writeFileSync(
    settings,
    `daemon off; pid ${root}.pid; error_log stderr;
${process.getuid?.() === 0 ? 'user root;' : ''}
events {}
http {
  include ${existsSync('/etc/nginx/mime.types') ? '/etc/nginx/mime.types' : 'mime.types'};
  access_log off;
  ${temporary.map((name) => `${name}_temp_path ${root}.${name};`).join(' ')}
  ${recipe}
}`,
  )
  const child = spawn(nginx, ['-c', settings], { stdio: ['ignore', 'ignore', 'pipe'] })
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString()
  })
  const url = `http://127.0.0.1:${port}/talks/llama3/`
  await waitUntilServed(url, () => (child.exitCode === null ? undefined : errors))
  return {
    url,
    close: async () => {
      const ended = once(child, 'close')
      child.kill()
      await ended
    },
  }
}

/** Asks until the server answers, or has ended. */
async function waitUntilServed(url: string, readEnd: () => string | undefined): Promise<void> {
  for (;;) {
    try {
      await fetch(url)
      return
    } catch (error) {
      const errors = readEnd()
      if (errors !== undefined) {
        throw new Error(`nginx did not start: ${errors}`, { cause: error })
      }
    }
  }
}
