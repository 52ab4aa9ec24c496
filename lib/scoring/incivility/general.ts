import { readWeights, TensorFile } from './tensor-file'
import { GeneralVectors } from './word-vectors'

/** One for the process: the server in front and the pages behind it are bundled apart. */
const shared = globalThis as typeof globalThis & { parleyVectors?: GeneralVectors }

/** The general word vectors, loaded at their first use: 7 MB, and about 10 MB for the index of the words. */
export function getGeneralVectors(): GeneralVectors {
  return (shared.parleyVectors ??= new GeneralVectors(
    new TensorFile(readWeights('general-vectors.bin')),
    readWeights('general-words.txt').toString('utf8'),
  ))
}

/** The general words by their frequency. */
export const GENERAL_RANKS = {
  rankOf: (form: string): number | null => getGeneralVectors().rankOf(form),
  listFrequent: (count: number): Iterable<string> => getGeneralVectors().listFrequent(count),
}
