import {z} from 'zod/mini'

export const instant = z.int()

export const storedTime = z.object({text: z.string(), at: z.nullable(instant)})
