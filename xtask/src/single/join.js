// Puts wasm together that was taken apart to compress better: apart.rs says how, and gives SHAPES.
/** The module, from its length, those of its lists, and the lists. */
const joined = (bytes) => {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const wasm = new Uint8Array(view.getUint32(0, true));
  const lists = [];
  let from = 68;
  for (let list = 0; list < 16; list += 1) {
    lists.push(from);
    from += view.getUint32(4 + 4 * list, true);
  }
  let at = 0;
  const copy = (list, count) => {
    wasm.set(bytes.subarray(lists[list], (lists[list] += count)), at);
    at += count;
  };
  const number = (list) => {
    for (let found = 0, shift = 0; ; shift += 7) {
      const byte = (wasm[at++] = bytes[lists[list]++]);
      found |= (byte & 127) << shift;
      if (byte < 128) return found;
    }
  };
  const numbers = (list, count) => {
    for (; count > 0; count -= 1) number(list);
  };
  const place = () => {
    number(10);
    number(11);
  };
  copy(0, lists[1] - lists[0]);
  const heads = lists[3];
  while (lists[2] < heads) {
    const end = number(2) + at;
    for (let left = number(2); left > 0; left -= 1) {
      number(2);
      copy(2, 1);
    }
    while (at < end) {
      const code = (wasm[at++] = bytes[lists[1]++]);
      const shape = SHAPES[code];
      if (shape === " ") continue;
      if (shape === "M") place();
      else if (shape === "I") numbers(14, 2);
      else if (shape === "T") numbers(9, number(9) + 1);
      else if (shape === "S") copy(14, number(14));
      else if (shape === "4") copy(7, 4);
      else if (shape === "8") copy(7, 8);
      else if (shape === "X") {
        const more = number(1);
        numbers(14, more < 8 ? 0 : more < 15 && more % 2 === 0 ? 2 : 1);
      } else if (shape === "V") {
        const more = number(1);
        const lane = more > 83 && more < 92;
        if (more < 12 || lane || more === 92 || more === 93) place();
        else if (more < 14) copy(7, 16);
        if (lane || (more > 20 && more < 35)) copy(14, 1);
      } else number(shape.charCodeAt(0) - 97);
    }
  }
  copy(15, bytes.length - lists[15]);
  return wasm;
};
