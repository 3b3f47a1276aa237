// Starts the app of the single file. It follows the app's own code in one module, which has
// `init`, and after `lzma`: nothing here may name a file or a network address.
/** Seven bits to a letter; letters above 127 hold one that must not stand in a page, and the next (sevens.rs). */
function unpack(id) {
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
}

{
  let message = "This copy of Weighbridge is damaged or incomplete. Get a fresh copy of the file; what you saved in this browser is safe.";
  try {
    const wasm = unpack("packed-wasm");
    message = "Weighbridge could not start. Reload to try again; what you saved in this browser is safe.";
    await init({ module_or_path: wasm });
    window.weighbridgeStarted();
  } catch (error) {
    console.error(error);
    window.weighbridgeRecover(message, null);
  }
}
