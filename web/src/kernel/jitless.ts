// The first import of the program: zod would otherwise try `eval` once, which the content policy reports.
import { config } from 'zod'

config({ jitless: true })
