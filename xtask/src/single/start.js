// Starts the app of the single file. It follows the app's own code in one module, which has
// `init` and calls `loadPages`, and after `lzma`: nothing here may name a file or a network address.
/** The letters of Z85 (ZeroMQ RFC 32): five of them are four bytes, the first the largest. */
const LETTERS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#";

function unpack(id) {
  const text = document.getElementById(id).textContent.replaceAll("\n", "");
  const worth = new Uint8Array(128);
  for (let at = 0; at < LETTERS.length; at += 1) worth[LETTERS.charCodeAt(at)] = at;
  const view = new DataView(new ArrayBuffer((text.length / 5) * 4));
  for (let at = 0; at < text.length; at += 5) {
    let group = 0;
    for (let letter = at; letter < at + 5; letter += 1) group = group * 85 + worth[text.charCodeAt(letter)];
    view.setUint32((at / 5) * 4, group);
  }
  return lzma.expand(new Uint8Array(view.buffer));
}

/** The pages of an appraisal, which the served page fetches after the library. */
async function loadPages(imports) {
  return WebAssembly.instantiate(unpack("packed-pages"), imports);
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
