import { EmbeddingsModel, type EmbeddingsModelData } from '@energetic-ai/embeddings'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { PackagedModel } from '@/lib/scoring/topicality/encoder/packaged-model.mjs'
import { Tokenizer } from '@/lib/scoring/topicality/encoder/tokenizer.mjs'

const vocabulary = new PackagedModel().readVocabulary()
const ours = new Tokenizer(vocabulary)
// Of the package's model the tokenizer alone is asked.
const { tokenizer: theirs } = new EmbeddingsModel({ vocabulary, model: null } as unknown as EmbeddingsModelData)

it('gives the numbers of the pieces', () => {
  const read = (text: string) => ours.cut(text).pieces.map((piece) => vocabulary[piece]?.[0])
  expect(read('The tram is late.')).toEqual(['▁The', '▁tra', 'm', '▁is', '▁late', '.'])
  expect(read('ｔｒａｍ 中文 tram')).toEqual(['▁tra', 'm', '▁', '�', '▁tra', 'm'])
  expect(read('')).toEqual([])
})

it('cuts any text into the pieces that the package cuts it into', () => {
  const piece = fc.nat({ max: vocabulary.length - 1 }).map((at) => vocabulary[at]?.[0].replaceAll('▁', ' ') ?? '')
  // Pieces without a probability or with a strange one, what NFKC changes, what is no letter, halves of surrogates.
  const strange = fc.constantFrom(
    ' ',
    '  ',
    '\t',
    '\n',
    '▁',
    ' :)',
    ':',
    '://',
    ':30',
    ' :(',
    '”5',
    '�',
    '<s>',
    'ﬁ',
    '½',
    'Å',
    'ﷺ',
    '\0',
    '\ud800',
    '\udc00',
    '😀',
  )
  // Ways of equal probability: the same pieces in another order.
  const repeated = fc.tuple(fc.constantFrom('.', '0', '-', 'o', 'ha', '!'), fc.nat({ max: 12 })).map(([part, times]) => part.repeat(times))
  const text = fc.array(fc.oneof(piece, strange, repeated, fc.string({ unit: 'binary', maxLength: 5 }), fc.string({ maxLength: 8 })), {
    maxLength: 30,
  })
  fc.assert(
    fc.property(text, (parts) => {
      expect(ours.cut(parts.join('')).pieces).toEqual(theirs.encode(parts.join('')))
    }),
    { numRuns: 1000 },
  )
})

it('cuts a very long text too, and makes one piece of a run of unknown symbols', () => {
  expect(ours.cut('tram '.repeat(200_000)).pieces).toHaveLength(400_001)
  expect(ours.cut('中'.repeat(200_000)).pieces).toEqual([30, 0])
})

it('says where each piece ends in the text that it cuts', () => {
  const { pieces, ends } = ours.cut('The tram 中文 😀 is late.')
  expect(pieces.map((piece) => vocabulary[piece]?.[0])).toEqual(['▁The', '▁tra', 'm', '▁', '�', '▁', '�', '▁is', '▁late', '.'])
  expect(ends).toEqual([3, 7, 8, 9, 11, 12, 14, 17, 22, 23])
})
