/**
 * Scan thread: a second thread that scans vectors while the first one scores words.
 *
 * In:   scans over rows that both threads see.
 * Out:  what `nearestRows` gives for them as they stand when they are read: who changes rows meanwhile asks again.
 * Cost: 30 MB and 0.1 s of processor time to start; a message each way a scan.
 */
import { Piscina } from 'piscina'
import type { NearestRows, Scan } from './nearest-rows.ts'

export interface ScanThread {
  scan(scan: Scan): Promise<NearestRows>
  /** Scans under way fail. */
  close(): void
}

/** It keeps no process alive. */
export function openScanThread(): ScanThread {
  const pool = new Piscina<Scan, NearestRows>({
    filename: new URL('scan-worker.ts', import.meta.url).href,
    name: 'nearestRows',
    minThreads: 1,
    maxThreads: 1,
  })
  return {
    scan: async (scan) => pool.run(scan),
    close: () => void pool.destroy(),
  }
}
