import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

import getPort from 'get-port'

import type { StaticServer } from '../../browser/static-server.ts'
import { PACKAGE_ROOT } from '../../deck/package-root.ts'

/** Folders of system programs, which PATH may lack. */
const SYSTEM_FOLDERS = ['/usr/sbin', '/usr/local/sbin', '/opt/homebrew/bin']

/** Returns the path of this machine's nginx, if it has one. Installs nothing. */
export function findNginx(): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...SYSTEM_FOLDERS]
  return folders.map((folder) => join(folder, 'nginx')).find((path) => existsSync(path))
}

/**
 * Starts nginx with the recipe.
 *
 * @param root - Folder that stands for the recipe's /srv/www. nginx keeps its own files beside it.
 * @returns The server, with the recipe's path changed to `/talks/llama3/`.
 */
export async function serveByRecipe(nginx: string, root: string): Promise<StaticServer> {
  const port = await getPort()
  const recipe = readFileSync(join(PACKAGE_ROOT, 'recipes/nginx.conf'), 'utf8')
    .replace('listen 8080;', `listen 127.0.0.1:${port};`)
    .replace('root /srv/www;', `root ${root};`)
    .replaceAll('/talks/my-talk', '/talks/llama3')
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

/** Requests a page until the server answers; throws when it has ended. */
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
