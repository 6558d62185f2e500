import {execFileSync} from 'node:child_process'
import {globSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {buildPackage} from '../../.config/build.ts'
import {ROOT} from '../../.config/source-files.ts'

export const NAME = 'sanity-plugin-stripe-passes'

export type Packed = {
  /** What is in the package. */
  folder: string
  /**
   * A project of somebody else's, with the package as it was packed, and of other packages only these.
   *
   * @returns its folder
   */
  install: (project: string, packages: readonly string[]) => string
  remove: () => void
}

/** Builds and packs the package, as it is published, outside of the repository. */
export async function pack(): Promise<Packed> {
  const root = mkdtempSync(join(tmpdir(), 'stripe-passes-packed-'))
  const folder = join(root, 'package')
  await buildPackage(join(ROOT, 'dist'))
  execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', root], {cwd: ROOT, stdio: 'pipe'})
  const [tarball = ''] = globSync('*.tgz', {cwd: root})
  execFileSync('tar', ['-xzf', tarball], {cwd: root})
  return {
    folder,
    install(project, packages) {
      const place = join(root, project)
      const modules = join(place, 'node_modules')
      mkdirSync(modules, {recursive: true})
      execFileSync('cp', ['-r', folder, join(modules, NAME)])
      for (const name of packages) {
        mkdirSync(dirname(join(modules, name)), {recursive: true})
        symlinkSync(join(ROOT, 'node_modules', name), join(modules, name))
      }
      const dependencies = Object.fromEntries([NAME, ...packages].map((name) => [name, '*']))
      writeFileSync(
        join(place, 'package.json'),
        JSON.stringify({type: 'module', private: true, dependencies}),
      )
      return place
    },
    remove: () => rmSync(root, {recursive: true, force: true}),
  }
}
