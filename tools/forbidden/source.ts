import ts from 'typescript'
import { isAllowed, type RuleName, type Violation } from './rules.ts'
import { clockReadsIn } from './sql.ts'
import { dateFnsNow, members, momentClasses, nodeImports, timers } from './tables.ts'

type Report = (rule: RuleName, node: ts.Node, found: string, offset?: number) => void

/** Whatever stands in the TypeScript `text` of `file` (a path below the root) and must not. */
export function violationsInSource(file: string, text: string): Violation[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const violations: Violation[] = []
  const report: Report = (rule, node, found, offset = 0) => {
    if (isAllowed(rule, file)) return
    const at = source.getLineAndCharacterOfPosition(node.getStart(source) + offset)
    violations.push({ rule, file, line: at.line + 1, column: at.character + 1, found })
  }
  const visit = (node: ts.Node): void => {
    visitImport(node, report)
    visitMember(node, report)
    visitMoment(node, report)
    visitTimer(node, report)
    visitText(node, report)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return violations
}

function visitImport(node: ts.Node, report: Report): void {
  if (!ts.isImportDeclaration(node) || !ts.isStringLiteral(node.moduleSpecifier)) return
  const module = node.moduleSpecifier.text.replace(/^node:/, '')
  const names = importedNames(node)

  const forbidden = nodeImports.get(module)
  for (const name of names) {
    const rule = forbidden?.get(name)
    if (rule !== undefined) report(rule, node, `${name} from ${module}`)
  }
  const [library, subpath] = module.split('/')
  if (library !== 'date-fns') return
  for (const name of subpath === undefined ? names : [subpath]) {
    if (dateFnsNow.has(name)) report('system-time', node, `${name} of date-fns`)
  }
}

/** Names as the module exports them; `*` for a namespace, `default` for the default. */
function importedNames({ importClause }: ts.ImportDeclaration): string[] {
  const bindings = importClause?.namedBindings
  return [
    ...(importClause?.name === undefined ? [] : ['default']),
    ...(bindings !== undefined && ts.isNamespaceImport(bindings) ? ['*'] : []),
    ...(bindings !== undefined && ts.isNamedImports(bindings)
      ? bindings.elements.map((element) => (element.propertyName ?? element.name).text)
      : []),
  ]
}

function visitMember(node: ts.Node, report: Report): void {
  const member = memberOf(node)
  if (member !== undefined) {
    const found = `${member.object ?? ''}.${member.name}`
    const rule = members.get(found)
    if (rule !== undefined) report(rule, node, found)
    if (member.name === 'defaultNow') report('sql-time', node, '.defaultNow()')
  }
  if (ts.isVariableDeclaration(node) && ts.isObjectBindingPattern(node.name)) {
    const object = node.initializer === undefined ? undefined : globalName(node.initializer)
    for (const element of node.name.elements) {
      const found = `${object ?? ''}.${(element.propertyName ?? element.name).getText()}`
      const rule = members.get(found)
      if (rule !== undefined) report(rule, element, found)
    }
  }
}

/** `a.b` and `a['b']`; the object only where it is a global by its name. */
function memberOf(node: ts.Node): { object: string | undefined; name: string } | undefined {
  if (ts.isPropertyAccessExpression(node)) {
    return { object: globalName(node.expression), name: node.name.text }
  }
  if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)) {
    return { object: globalName(node.expression), name: node.argumentExpression.text }
  }
  return undefined
}

/** `Date` for `Date` and for `globalThis.Date`; undefined for what is no plain name. */
function globalName(node: ts.Expression): string | undefined {
  if (ts.isIdentifier(node)) return node.text
  if (ts.isParenthesizedExpression(node)) return globalName(node.expression)
  if (!ts.isPropertyAccessExpression(node) || !ts.isIdentifier(node.expression)) return undefined
  return isGlobalObject(node.expression) ? node.name.text : undefined
}

function isGlobalObject(node: ts.Node): boolean {
  return ts.isIdentifier(node) && ['globalThis', 'global', 'window', 'self'].includes(node.text)
}

/** `new Date()`, `Date()`, `new TZDate()`, `TZDate.tz(zone)`: the present moment, made of nothing. */
function visitMoment(node: ts.Node, report: Report): void {
  if (ts.isNewExpression(node)) {
    const name = globalName(node.expression) ?? ''
    if (momentClasses.has(name) && (node.arguments ?? []).length === 0) {
      report('system-time', node, `new ${name}()`)
    }
  }
  if (!ts.isCallExpression(node)) return
  if (globalName(node.expression) === 'Date') report('system-time', node, 'Date()')
  const member = memberOf(node.expression)
  if (member?.object === 'TZDate' && member.name === 'tz' && node.arguments.length === 1) {
    report('system-time', node, 'TZDate.tz(zone)')
  }
}

/** The global timers wherever they are used as a value; a method of that name (a socket's) is not one. */
function visitTimer(node: ts.Node, report: Report): void {
  if (!ts.isIdentifier(node) || !timers.has(node.text)) return
  const { parent } = node
  if (ts.isTypeQueryNode(parent) || ts.isImportSpecifier(parent)) return
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) {
    if (!isGlobalObject(parent.expression)) return
  } else if (
    'name' in parent &&
    parent.name === node &&
    !ts.isShorthandPropertyAssignment(parent)
  ) {
    return
  }
  report('timer', node, node.text)
}

/** SQL can stand in any piece of text: a tagged template, an argument of sql.raw, a constant. */
function visitText(node: ts.Node, report: Report): void {
  const isText =
    ts.isStringLiteralLike(node) ||
    ts.isTemplateHead(node) ||
    ts.isTemplateMiddle(node) ||
    ts.isTemplateTail(node)
  if (!isText) return
  for (const { at, found } of clockReadsIn(node.getText())) report('sql-time', node, found, at)
}
