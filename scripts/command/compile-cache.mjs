/**
 * Preloaded by the commands of package.json: what a command loads is stripped of its types and compiled once for all
 * runs. Plain JavaScript, and loaded before the command itself, so that the first module too comes from the cache.
 */
import { enableCompileCache } from 'node:module'

enableCompileCache()
