// Starts the app of the single file. It follows the app's own code in one module, which has
// `init` and calls `loadPages`, and after `lzma`: nothing here may name a file or a network address.
function unpack(id) {
  const text = atob(document.getElementById(id).textContent);
  return lzma.expand(Uint8Array.from(text, (letter) => letter.charCodeAt(0)));
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
