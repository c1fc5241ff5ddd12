/** Runs inside the thread of `openScanThread`: one scan after the other. */
export { nearestRows as default } from './nearest-rows.ts'
