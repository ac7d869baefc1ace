// In: source files. Out: every regular expression in them, those made of constants included; what cannot be read is named, not passed over.
import ts from 'typescript';

export interface Pattern {
  /** File and line. */
  readonly place: string;
  readonly source: string;
  readonly flags: string;
}

export interface SourceText {
  readonly path: string;
  readonly text: string;
}

/** @throws Error at a `RegExp` that is put together from anything but constants of these files */
export function findPatterns(files: readonly SourceText[]): Pattern[] {
  const parsed = files.map(({ path, text }) => ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  const constants = new Map<string, ts.Expression>();
  for (const file of parsed) {
    visit(file, (node) => {
      if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer) constants.set(node.name.text, node.initializer);
    });
  }
  return parsed.flatMap((file) => {
    const found: Pattern[] = [];
    visit(file, (node) => {
      const pattern = patternOf(node, constants);
      if (pattern) found.push({ ...pattern, place: `${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1}` });
    });
    return found;
  });
}

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => {
    visit(child, see);
  });
}

function patternOf(node: ts.Node, constants: ReadonlyMap<string, ts.Expression>): Omit<Pattern, 'place'> | undefined {
  if (ts.isRegularExpressionLiteral(node)) {
    const end = node.text.lastIndexOf('/');
    return { source: node.text.slice(1, end), flags: node.text.slice(end + 1) };
  }
  const makes = (ts.isNewExpression(node) || ts.isCallExpression(node)) && ts.isIdentifier(node.expression) && node.expression.text === 'RegExp';
  if (!makes) return undefined;
  const [source, flags] = (node.arguments ?? []).map((argument) => textOf(argument, constants));
  return { source: source!, flags: flags ?? '' };
}

/** The text an expression stands for: strings, templates, names of constants, and `NAME.source`. */
function textOf(node: ts.Expression, constants: ReadonlyMap<string, ts.Expression>): string {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node)) return node.head.text + node.templateSpans.map((span) => textOf(span.expression, constants) + span.literal.text).join('');
  if (ts.isIdentifier(node) && constants.has(node.text)) return textOf(constants.get(node.text)!, constants);
  if (ts.isPropertyAccessExpression(node) && node.name.text === 'source' && ts.isIdentifier(node.expression)) {
    const pattern = constants.get(node.expression.text);
    const read = pattern && patternOf(pattern, constants);
    if (read) return read.source;
  }
  throw new Error(`What pattern this makes cannot be read from the sources: ${node.getText()}`);
}
