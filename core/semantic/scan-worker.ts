/** Runs inside the thread of `openScanThread`: one scan after the other. */
export { nearestRows } from './nearest-rows.ts'
