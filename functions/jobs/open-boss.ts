import {fileURLToPath} from 'node:url'
import type {ConstructorOptions, Db, PgBoss} from 'pg-boss'
import {Fault} from '../../plugin/core/contract/fault.ts'

/** pg-boss on a database, and a way to let several of its writes be one. */
export type OpenBoss = {
  boss: PgBoss
  /** Everything that is written through `db` is there when the work has ended, or nothing of it. */
  together: <Result>(work: (db: Db) => Promise<Result>) => Promise<Result>
  close: () => Promise<void>
}

// A schema of its own: the platform may have a pg-boss in the same database.
export const SCHEMA = 'stripe_passes'
/** Seconds between two looks for jobs whose process died. */
const LOOK = 1

const OPTIONS: ConstructorOptions = {
  schema: SCHEMA,
  schedule: false,
  superviseIntervalSeconds: LOOK,
  monitorIntervalSeconds: LOOK,
  registerInstance: false,
  openTelemetry: {enabled: false},
}

/**
 * Opens pg-boss on PostgreSQL, or embedded on a folder.
 *
 * @param onTrouble hears of what goes wrong without anybody having asked
 * @throws Fault `misconfigured` where a package is missing; whatever the database threw
 */
export async function openBoss(databaseUrl: string, onTrouble: (error: unknown) => void): Promise<OpenBoss> {
  const open = databaseUrl.startsWith('file:') ? openFolder : openPostgres
  const opened = await open(databaseUrl)
  opened.boss.on('error', onTrouble)
  try {
    await opened.boss.start()
  } catch (error) {
    // Why it did not start matters more than what goes wrong in closing it.
    await opened.close().catch(() => undefined)
    throw error
  }
  return opened
}

async function openPostgres(connectionString: string): Promise<OpenBoss> {
  const {PgBoss: Boss} = await installed(() => import('pg-boss'), 'pg-boss')
  const boss = new Boss({...OPTIONS, connectionString})
  return {
    boss,
    async together(work) {
      const transaction = await boss.getDb().beginTransaction?.()
      if (transaction === undefined) throw new Error('pg-boss opens no transactions on its own connections')
      try {
        const result = await work(transaction.db)
        await transaction.commit()
        return result
      } catch (error) {
        await transaction.rollback()
        throw error
      }
    },
    close: () => boss.stop({graceful: false}),
  }
}

async function openFolder(databaseUrl: string): Promise<OpenBoss> {
  const {PgBoss: Boss, fromPglite} = await installed(() => import('pg-boss'), 'pg-boss')
  const {PGlite} = await installed(() => import('@electric-sql/pglite'), '@electric-sql/pglite')
  const database = await PGlite.create(fileURLToPath(databaseUrl))
  const boss = new Boss({...OPTIONS, db: fromPglite(database), backend: 'pglite'})
  return {
    boss,
    together: (work) => database.transaction((transaction) => work(fromPglite(transaction))),
    async close() {
      await boss.stop({graceful: false})
      await database.close()
    },
  }
}

async function installed<Module>(load: () => Promise<Module>, name: string): Promise<Module> {
  try {
    return await load()
  } catch (error) {
    throw new Fault(
      'misconfigured',
      `DATABASE_URL needs a package that is not installed: npm install ${name}`,
      {settings: 'DATABASE_URL', reason: 'package_missing', package: name},
      {cause: error},
    )
  }
}
