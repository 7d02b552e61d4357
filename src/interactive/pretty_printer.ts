/**
 * Text with line breaks where needed: Oppen's algorithm as IPython.lib.pretty applies it, so that a result breaks at the same
 * places. A group's breakables become newlines together, outermost groups first.
 */
interface Group {
  depth: number;
  breakables: Breakable[];
  wantBreak: boolean;
}

interface Text {
  text: string;
}

interface Breakable {
  sep: string;
  indentation: number;
  group: Group;
}

type Piece = Text | Breakable;

function isBreakable(p: Piece): p is Breakable {
  return 'group' in p;
}

function widthOf(p: Piece): number {
  return isBreakable(p) ? p.sep.length : p.text.length;
}

export class PrettyPrinter {
  private output = '';
  private outputWidth = 0;
  private bufferWidth = 0;
  private buffer: Piece[] = [];
  private readonly groupStack: Group[];
  /** Open groups by depth. */
  private readonly queue: Group[][];
  private indentation = 0;

  constructor(
    private readonly maxWidth = 79,
    readonly maxSequence = 1000,
  ) {
    const root: Group = { depth: 0, breakables: [], wantBreak: false };
    this.groupStack = [root];
    this.queue = [[root]];
  }

  /** Everything printed. */
  finish(): string {
    this.flush();
    return this.output;
  }

  text(s: string): void {
    if (this.buffer.length === 0) {
      this.output += s;
      this.outputWidth += s.length;
      return;
    }
    const last = this.buffer[this.buffer.length - 1];
    if (isBreakable(last)) this.buffer.push({ text: s });
    else last.text += s;
    this.bufferWidth += s.length;
    this.breakOuterGroups();
  }

  /** A place that is `sep`, or a new line when its group does not fit. */
  breakable(sep = ' '): void {
    const group = this.groupStack[this.groupStack.length - 1];
    if (group.wantBreak) {
      this.newline();
      return;
    }
    const b: Breakable = { sep, indentation: this.indentation, group };
    group.breakables.push(b);
    this.buffer.push(b);
    this.bufferWidth += sep.length;
    this.breakOuterGroups();
  }

  /** A new line at the current indentation, whatever fits. */
  newline(): void {
    this.flush();
    this.output += '\n' + ' '.repeat(this.indentation);
    this.outputWidth = this.indentation;
    this.bufferWidth = 0;
  }

  beginGroup(indent = 0, open = ''): void {
    if (open !== '') this.text(open);
    const group: Group = { depth: this.groupStack.length, breakables: [], wantBreak: false };
    this.groupStack.push(group);
    while (this.queue.length <= group.depth) this.queue.push([]);
    this.queue[group.depth].push(group);
    this.indentation += indent;
  }

  endGroup(dedent = 0, close = ''): void {
    this.indentation -= dedent;
    const group = this.groupStack.pop()!;
    if (group.breakables.length === 0) this.forget(group);
    if (close !== '') this.text(close);
  }

  private forget(group: Group): void {
    const stack = this.queue[group.depth];
    const i = stack.indexOf(group);
    if (i >= 0) stack.splice(i, 1);
  }

  private emit(p: Piece): void {
    if (!isBreakable(p)) {
      this.output += p.text;
      this.outputWidth += p.text.length;
      return;
    }
    p.group.breakables.shift();
    if (p.group.wantBreak) {
      this.output += '\n' + ' '.repeat(p.indentation);
      this.outputWidth = p.indentation;
      return;
    }
    if (p.group.breakables.length === 0) this.forget(p.group);
    this.output += p.sep;
    this.outputWidth += p.sep.length;
  }

  private flush(): void {
    for (const p of this.buffer) this.emit(p);
    this.buffer = [];
    this.bufferWidth = 0;
  }

  private take(): void {
    const p = this.buffer.shift()!;
    this.emit(p);
    this.bufferWidth -= widthOf(p);
  }

  private breakOuterGroups(): void {
    while (this.maxWidth < this.outputWidth + this.bufferWidth) {
      const group = this.nextGroup();
      if (group === null) return;
      while (group.breakables.length > 0) this.take();
      while (this.buffer.length > 0 && !isBreakable(this.buffer[0])) this.take();
    }
  }

  /** The outermost group that still has breakables; the ones passed over break from now on. */
  private nextGroup(): Group | null {
    for (const stack of this.queue) {
      for (let i = stack.length - 1; i >= 0; i--) {
        const group = stack[i];
        if (group.breakables.length === 0) continue;
        // IPython counts from the other end here; what matters is that one entry goes.
        stack.splice(stack.length - 1 - i, 1);
        group.wantBreak = true;
        return group;
      }
      for (const group of stack) group.wantBreak = true;
      stack.length = 0;
    }
    return null;
  }
}
