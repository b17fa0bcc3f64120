/** The lines of vCard (2.1, RFC 2426, RFC 6350) and iCalendar (RFC 5545): `NAME;PARAMETER=x:value`, folded over several lines. Pure. */

export interface ContentLine {
  /** In capitals, without a group: `item1.TEL` is `TEL`. */
  readonly name: string;
  /** As written: `ENCODING=QUOTED-PRINTABLE`, `CN="Anna Berger"`. */
  readonly parameters: readonly string[];
  /** As written, decoded where it is quoted-printable; its backslashes stay. */
  readonly value: string;
}

export function contentLines(text: string): readonly ContentLine[] {
  return unfolded(text).flatMap((line) => {
    const colon = valueColon(line);
    if (colon === -1) return [];
    const [name = '', ...parameters] = line.slice(0, colon).split(';');
    const value = line.slice(colon + 1);
    const isQuotedPrintable = parameters.some((one) => /QUOTED-PRINTABLE$/i.test(one));
    return [
      {
        name: name
          .slice(name.lastIndexOf('.') + 1)
          .trim()
          .toUpperCase(),
        parameters,
        value: isQuotedPrintable ? fromQuotedPrintable(value, parameters) : value,
      },
    ];
  });
}

/** The parts of a structured value, backslashes read: `Berger;Anna` and `a\;b`. */
export function partsOf(value: string, separator: ';' | ','): readonly string[] {
  const parts: string[] = [];
  let part = '';
  for (let at = 0; at < value.length; at++) {
    const character = value.charAt(at);
    if (character === '\\' && at + 1 < value.length) {
      const escaped = value.charAt(++at);
      part += escaped === 'n' || escaped === 'N' ? '\n' : escaped;
    } else if (character === separator) {
      parts.push(part);
      part = '';
    } else part += character;
  }
  return [...parts, part];
}

/** A value that is one text, backslashes read. */
export function plainValue(value: string): string {
  return value.replace(/\\([\s\S])/g, (_, escaped: string) => (/n/i.test(escaped) ? '\n' : escaped));
}

/** A line that begins with a blank goes on with the one before; quoted-printable goes on behind a `=` at the end (vCard 2.1). */
function unfolded(text: string): readonly string[] {
  const lines: string[][] = [];
  let isOpen = false;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const last = lines.at(-1);
    if (last !== undefined && isOpen) last.push(line);
    else if (last !== undefined && /^[ \t]/.test(line)) last.push(line.slice(1));
    else lines.push([line]);
    const [first = ''] = lines.at(-1) ?? [];
    isOpen = line.endsWith('=') && /QUOTED-PRINTABLE/i.test(first);
    if (isOpen) lines.at(-1)?.push(lines.at(-1)?.pop()?.slice(0, -1) ?? '');
  }
  return lines.map((parts) => parts.join(''));
}

/** A colon between quotation marks belongs to a parameter. */
function valueColon(line: string): number {
  let isQuoted = false;
  for (let at = 0; at < line.length; at++) {
    const character = line.charAt(at);
    if (character === '"') isQuoted = !isQuoted;
    else if (character === ':' && !isQuoted) return at;
  }
  return -1;
}

/** RFC 2045, 6.7. UTF-8 unless a parameter names Latin-1; other character sets give letters that are wrong, digits that are right. */
function fromQuotedPrintable(value: string, parameters: readonly string[]): string {
  const bytes: number[] = [];
  for (let at = 0; at < value.length; at++) {
    const hex = value.slice(at + 1, at + 3);
    if (value.charAt(at) === '=' && /^[0-9a-f]{2}$/i.test(hex)) {
      bytes.push(Number.parseInt(hex, 16));
      at += 2;
    } else bytes.push(...Buffer.from(value.charAt(at)));
  }
  const isLatin = parameters.some((one) => /^CHARSET=(?:ISO-8859-1|WINDOWS-1252)$/i.test(one));
  return Buffer.from(bytes).toString(isLatin ? 'latin1' : 'utf8');
}
