// Unpacks what the single file carries. It follows `lzma`, in the head of the page: the styles are put in place before
// anything is shown, the code once the page is there. The policy knows both by their hashes.
{
  /** Seven bits to a letter; letters above 127 hold one that must not stand in a page, and the next (sevens.rs). */
  window.weighbridgeUnpack = (id) => {
    const text = document.getElementById(id).textContent;
    const bytes = new Uint8Array(text.length * 2);
    let [held, bits, length] = [0, 0, 0];
    const take = (seven) => {
      held = ((held & 127) << 7) | seven;
      bits += 7;
      if (bits < 8) return;
      bits -= 8;
      bytes[length] = held >> bits;
      length += 1;
    };
    for (let at = 0; at < text.length; at += 1) {
      const letter = text.charCodeAt(at);
      if (letter > 127) take([0, 13, 60][(letter >> 7) - 1]);
      take(letter & 127);
    }
    return lzma.expand(bytes.subarray(0, length));
  };

  const add = (name, text, place, type) => {
    const element = document.createElement(name);
    if (type) element.type = type;
    element.textContent = text;
    place.append(element);
  };
  try {
    const text = new TextDecoder().decode(window.weighbridgeUnpack("packed-text"));
    const end = text.indexOf("\0");
    add("style", text.slice(0, end), document.head);
    document.addEventListener("DOMContentLoaded", () => add("script", text.slice(end + 1), document.body, "module"));
  } catch (error) {
    console.error(error);
    window.weighbridgeRecover(
      "This copy of Weighbridge is damaged or incomplete. Get a fresh copy of the file; what you saved in this browser is safe.",
      null,
    );
  }
}
