import path from 'node:path'

// What a part of src/ may import besides itself. A screen is a part of its own, so screens never import one another.
const ARROWS = {
  api: ['wailsjs'],
  i18n: [],
  graph: [],
  components: ['i18n'],
  session: ['api', 'i18n'],
  screens: ['components', 'session', 'api', 'i18n', 'graph'],
  frame: ['screens', 'components', 'session', 'api', 'i18n'],
  main: ['frame', 'session', 'api', 'i18n', 'styles'],
}

/** Names the part that a file belongs to: { layer: 'screens', noun: 'people' }. */
export function partOf(file, root) {
  const relative = path.relative(root, file).split(path.sep)
  if (relative[0] === 'wailsjs') return { layer: 'wailsjs' }
  if (relative[0] !== 'src') return undefined
  if (relative.length === 2) return { layer: 'main' }
  return relative[1] === 'screens' ? { layer: 'screens', noun: relative[2] } : { layer: relative[1] }
}

/** Tells whether a file may import another. */
export function mayImport(from, to, root) {
  const a = partOf(from, root)
  const b = partOf(to, root)
  if (!a || !b) return true
  if (a.layer === b.layer) return a.noun === b.noun
  return (ARROWS[a.layer] ?? []).includes(b.layer)
}

export const arrows = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { against: '{{from}} may not import {{to}}: the arrows are in lint/arrows.js' },
  },
  create(context) {
    const check = (node) => {
      const target = node.source?.value
      if (typeof target !== 'string' || !target.startsWith('.')) return
      const to = path.resolve(path.dirname(context.filename), target)
      if (mayImport(context.filename, to, context.cwd)) return
      const name = (part) => (part.noun ? `${part.layer}/${part.noun}` : part.layer)
      context.report({
        node,
        messageId: 'against',
        data: { from: name(partOf(context.filename, context.cwd)), to: name(partOf(to, context.cwd)) },
      })
    }
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
    }
  },
}
