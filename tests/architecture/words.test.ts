import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { expect, it } from 'vitest'

/** Screens that do not speak the languages of the desk on purpose. */
const ENGLISH = [
  // The reference describes an API whose own descriptions are English.
  'components/api-reference/',
  'app/api-reference/',
]

/** Names, which are the same in every language. */
const NAMES = ['Parley', 'CSV', 'omni-moderation-latest']

/** What is read as a text by somebody, when it is given as an attribute. */
const SPOKEN = ['aria-label', 'aria-description', 'aria-valuetext', 'title', 'placeholder', 'label', 'hint', 'description', 'alt']

/** Elements that hold code. */
const CODE = ['code', 'kbd', 'Kbd', 'style', 'script']

it('has no sentence of its own in a screen: words stand in components/words', () => {
  const screens = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'app', 'components'], { encoding: 'utf8' })
    .split('\n')
    .filter((file) => file.endsWith('.tsx') && existsSync(file) && !ENGLISH.some((room) => file.startsWith(room)))
  expect(screens.length).toBeGreaterThan(100)
  expect(screens.flatMap((file) => findSentences(file, readFileSync(file, 'utf8')))).toEqual([])
})

it('would see one', () => {
  const source = `
    const a = <p title="One word" className="two words">Three {isFour ? 'four' : t('five')} <code>six</code> {3} · {\`\${seven} eight\`}</p>
    const b = <Field label={nine ?? 'ten'} hint={t('eleven')} placeholder="https://twelve.example">{thirteen && 'Fourteen'}</Field>
  `
  expect(findSentences('x.tsx', source)).toEqual([
    'x.tsx:2 One word',
    'x.tsx:2 Three',
    'x.tsx:2 four',
    'x.tsx:2 eight',
    'x.tsx:3 ten',
    'x.tsx:3 Fourteen',
  ])
})

/** Every text in a file's JSX that somebody would read and that is written there, as `file:line text`. */
function findSentences(file: string, source: string): string[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isJsxElement(node) && CODE.includes(node.openingElement.tagName.getText(tree))) return
    for (const text of textsOf(node, tree)) {
      const said = text.text.trim()
      if (!isSentence(said)) continue
      found.push(`${file}:${tree.getLineAndCharacterOfPosition(text.getStart(tree)).line + 1} ${said}`)
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}

function isSentence(text: string): boolean {
  return /\p{L}{2}/u.test(text) && !NAMES.includes(text) && !/^https?:\/\/\S+$/.test(text)
}

type Text = ts.JsxText | ts.StringLiteralLike | ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail

/** The texts that a node of JSX shows by itself, without those of the nodes below. */
function textsOf(node: ts.Node, tree: ts.SourceFile): Text[] {
  if (ts.isJsxText(node)) return [node]
  if (ts.isJsxAttribute(node)) {
    if (!SPOKEN.includes(node.name.getText(tree)) || !node.initializer) return []
    if (ts.isStringLiteral(node.initializer)) return [node.initializer]
    return ts.isJsxExpression(node.initializer) ? literalsOf(node.initializer.expression) : []
  }
  const isChild = ts.isJsxExpression(node) && (ts.isJsxElement(node.parent) || ts.isJsxFragment(node.parent))
  return isChild ? literalsOf(node.expression) : []
}

/** The literals an expression may come out as: through conditions and templates, but not through calls. */
function literalsOf(node: ts.Expression | undefined): Text[] {
  if (node === undefined) return []
  if (ts.isStringLiteralLike(node)) return [node]
  if (ts.isParenthesizedExpression(node)) return literalsOf(node.expression)
  if (ts.isConditionalExpression(node)) return [...literalsOf(node.whenTrue), ...literalsOf(node.whenFalse)]
  if (ts.isTemplateExpression(node)) {
    return [node.head, ...node.templateSpans.flatMap((span) => [...literalsOf(span.expression), span.literal])]
  }
  if (!ts.isBinaryExpression(node)) return []
  const isCondition = node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken
  const isChoice = [ts.SyntaxKind.BarBarToken, ts.SyntaxKind.QuestionQuestionToken, ts.SyntaxKind.PlusToken].includes(
    node.operatorToken.kind,
  )
  if (isCondition) return literalsOf(node.right)
  return isChoice ? [...literalsOf(node.left), ...literalsOf(node.right)] : []
}
