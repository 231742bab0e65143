/** What a splitter is told: each object of the list, and at the end all the rest of the text, with that list left empty. */
export interface Splitter {
  /** Reads the next bytes. */
  readonly feed: (bytes: Uint8Array) => void;
  /** After the last byte. */
  readonly end: () => Remainder;
}

/** What stands around the objects of the list. */
export interface Remainder {
  readonly text: string;
  /** True when the text went on beyond what is kept: `text` is then only its beginning. */
  readonly cut: boolean;
  /** False when the bytes ended before the last bracket was closed. */
  readonly closed: boolean;
  /** How many objects were found. */
  readonly count: number;
}

const [quote, backslash, openBrace, closeBrace, openBracket, closeBracket, colon] = [34, 92, 123, 125, 91, 93, 58];
const mostKept = 4_000_000;

/**
 * Splits a JSON text, as its bytes arrive, into the objects of one list at its top: memory holds one object at a time.
 * @param list the key of that list
 * @param longest bytes of one object; a longer one ends the reading
 * @param tell gets the bytes of each object, in order
 * @returns the splitter; it reads any bytes without throwing, and what is no JSON is for whoever parses the pieces to see
 */
export function splitList(list: string, longest: number, tell: (bytes: Uint8Array) => void): Splitter {
  const rest: Uint8Array[] = [];
  const piece: Uint8Array[] = [];
  let [restLength, pieceLength, count, depth] = [0, 0, 0, 0];
  let [inString, escaped, inList, inPiece, cut, opened] = [false, false, false, false, false, false];
  let word = '';
  let key = '';

  function keep(bytes: Uint8Array): void {
    const room = mostKept - restLength;
    if (bytes.length > room) cut = true;
    if (room <= 0 || bytes.length === 0) return;
    rest.push(bytes.slice(0, room));
    restLength += Math.min(bytes.length, room);
  }
  function keepPiece(bytes: Uint8Array): void {
    piece.push(bytes.slice());
    pieceLength += bytes.length;
    if (pieceLength > longest) throw new RangeError('one object is too long');
  }
  function endPiece(bytes: Uint8Array): void {
    count += 1;
    if (piece.length > 0) keepPiece(bytes);
    tell(piece.length > 0 ? joined(piece, pieceLength) : bytes);
    piece.length = 0;
    pieceLength = 0;
  }

  function feed(bytes: Uint8Array): void {
    let from = 0;
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0;
      if (inString) {
        if (escaped) escaped = false;
        else if (byte === backslash) escaped = true;
        else if (byte === quote) inString = false;
        else if (depth === 1 && word.length < 100) word += String.fromCharCode(byte);
      } else if (byte === quote) {
        inString = true;
        if (depth === 1) word = '';
      } else if (byte === openBrace || byte === openBracket) {
        if (byte === openBrace && inList && depth === 2) {
          keep(withoutCommas(bytes.subarray(from, at)));
          [from, inPiece] = [at, true];
        }
        depth += 1;
        opened = true;
        if (depth === 2 && byte === openBracket && key === list) {
          keep(bytes.subarray(from, at + 1));
          [from, inList] = [at + 1, true];
        }
      } else if (byte === closeBrace || byte === closeBracket) {
        depth -= 1;
        if (inPiece && depth === 2) {
          endPiece(bytes.subarray(from, at + 1));
          [from, inPiece] = [at + 1, false];
        } else if (inList && depth === 1) {
          keep(withoutCommas(bytes.subarray(from, at)));
          [from, inList] = [at, false];
        }
      } else if (byte === colon && depth === 1) key = word;
    }
    if (inPiece) keepPiece(bytes.subarray(from));
    else keep(inList ? withoutCommas(bytes.subarray(from)) : bytes.subarray(from));
  }

  return {
    feed,
    end: () => ({
      text: new TextDecoder().decode(joined(rest, restLength)),
      cut,
      closed: opened && depth === 0,
      count,
    }),
  };
}

/** The commas between two objects that were taken out would make the rest unreadable. */
function withoutCommas(bytes: Uint8Array): Uint8Array {
  return bytes.filter((byte) => byte !== 44);
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
