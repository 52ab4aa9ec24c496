import { readWeights, TensorFile } from './tensor-file'
import { GeneralVectors } from './word-vectors'

let loaded: GeneralVectors | null = null

/** The general word vectors, loaded at their first use: 7 MB, and about 10 MB for the index of the words. */
export function getGeneralVectors(): GeneralVectors {
  return (loaded ??= new GeneralVectors(
    new TensorFile(readWeights('general-vectors.bin')),
    readWeights('general-words.txt').toString('utf8'),
  ))
}
