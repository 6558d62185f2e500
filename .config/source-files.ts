import {globSync, readFileSync} from 'node:fs'
import {dirname, posix} from 'node:path'
import {fileURLToPath} from 'node:url'
import {parseSync} from 'rolldown/utils'

/** The repository's root folder. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url))

export type Import = {
  /** As written: `react`, `./row.tsx`. */
  specifier: string
  /** From the repository's root for a relative import, else as written. */
  target: string
  /** The names taken; empty for a whole namespace or a side effect. */
  names: string[]
  /** Loaded when the line is reached, not with the file. */
  isLazy: boolean
}

/** Every TypeScript file under a folder, as paths from the root. */
export function sourceFiles(folder: string): string[] {
  return globSync(`${folder}/**/*.{ts,tsx}`, {cwd: ROOT})
    .map((file) => file.replaceAll('\\', '/'))
    .sort()
}

/** What a source file imports, statically or not, types included. */
export function importsOf(file: string): Import[] {
  const source = readFileSync(`${ROOT}/${file}`, 'utf8')
  return importsOfSource(file, source)
}

/** The same, of a text that need not be a file: lets a test try an import that nobody has written. */
export function importsOfSource(file: string, source: string): Import[] {
  const {module, errors} = parseSync(file, source)
  if (errors.length > 0) throw new Error(`${file} does not parse: ${errors[0]?.message ?? ''}`)
  const found = [
    ...module.staticImports.map(({moduleRequest, entries}) => ({
      specifier: moduleRequest.value,
      isLazy: false,
      names: entries.flatMap(({importName}) => importName.name ?? []),
    })),
    ...module.staticExports.flatMap(({entries}) =>
      entries.flatMap(({moduleRequest, importName}) =>
        moduleRequest
          ? [
              {
                specifier: moduleRequest.value,
                isLazy: false,
                names: importName.name ? [importName.name] : [],
              },
            ]
          : [],
      ),
    ),
    ...module.dynamicImports.map(({moduleRequest}) => ({
      specifier: source.slice(moduleRequest.start, moduleRequest.end).replaceAll(/^['"`]|['"`]$/g, ''),
      isLazy: true,
      names: [],
    })),
  ]
  return found.map(({specifier, names, isLazy}) => ({
    specifier,
    names,
    isLazy,
    target: specifier.startsWith('.') ? posix.join(dirname(file), specifier) : specifier,
  }))
}
