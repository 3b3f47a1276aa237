// Starts the app of the single file. It follows wasm-bindgen's code, a plain script that defines `wasm_bindgen`:
// nothing here may name a file or a network address.
(async () => {
  // What copies are made of: this page as it is in its file, before anything is drawn.
  const root = document.documentElement;
  const page = `<!DOCTYPE html>\n<html lang="${root.lang}"><head>${document.head.innerHTML}</head><body>${document.body.innerHTML}</body></html>`;
  window.weighbridgeTool = async () => page;
  let message = "This copy of Weighbridge is damaged or incomplete. Get a fresh copy of the file; what you saved in this browser is safe.";
  const unpacked = (id) => {
    const text = atob(document.getElementById(id).textContent);
    const packed = new Uint8Array(text.length);
    for (let at = 0; at < text.length; at += 1) packed[at] = text.charCodeAt(at);
    return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip")));
  };
  try {
    // The policy knows these styles by their hash.
    const style = document.createElement("style");
    style.textContent = await unpacked("packed-styles").text();
    document.head.append(style);
    if (window.weighbridgeFramed) return;
    // The app looks for the licences by this id.
    const licences = document.createElement("p");
    licences.id = "licences";
    licences.hidden = true;
    licences.textContent = await unpacked("packed-licences").text();
    document.body.append(licences);
    const wasm = await unpacked("packed-wasm").arrayBuffer();
    message = "Weighbridge could not start. Reload to try again; what you saved in this browser is safe.";
    await wasm_bindgen({ module_or_path: wasm });
    window.weighbridgeStarted();
  } catch (error) {
    console.error(error);
    window.weighbridgeRecover(message);
  }
})();
