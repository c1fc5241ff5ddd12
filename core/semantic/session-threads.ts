/**
 * Session threads: how many threads a graph runs on.
 *
 * In:   the file of a graph, a number of threads, the loading of it through @xenova/transformers.
 * Out:  what the loading gives.
 *
 * A graph that only looks vectors up gains nothing by a second thread, and onnxruntime's waits for work by spinning: it
 * took two fifths of the second core from the scan of vectors. The package states no number, and onnxruntime-node
 * 1.14 heeds one beside a path alone, while the package hands it bytes; so for the time of loading a session is made
 * from the path.
 */
import onnx, { type InferenceSession } from 'onnxruntime-node'

type Create = (
  file: string | Uint8Array,
  options: InferenceSession.SessionOptions,
) => Promise<InferenceSession>

/** Not to be called again before it ends. */
export async function onThreads<T>(
  threads: number,
  graph: string,
  load: () => Promise<T>,
): Promise<T> {
  const runtime = onnx.InferenceSession as { create: Create }
  const { create } = runtime
  runtime.create = (_, options) =>
    create.call(runtime, graph, {
      ...options,
      executionProviders: ['cpu'],
      intraOpNumThreads: threads,
    })
  try {
    return await load()
  } finally {
    runtime.create = create
  }
}
