// How the page looks on this device: applied before anything is drawn, so that nothing is drawn twice, and again when
// the device or the person changes it. The names are those of crates/state/src/settings.rs.
//
// A plain script in old-fashioned JavaScript, like recover.js. The style sheets know one attribute for dark colours, so
// that they have them once.
(function () {
  "use strict";
  var root = document.documentElement;
  var device = window.matchMedia ? window.matchMedia("(prefers-color-scheme: dark)") : { matches: false };
  var words = [];

  function has(word) {
    return words.indexOf(word) >= 0;
  }

  function set(name, value) {
    if (value) root.setAttribute(name, value);
    else root.removeAttribute(name);
  }

  function apply() {
    set("data-dark", (has("dark") || (device.matches && !has("light"))) && "yes");
    set("data-text", (has("large") && "large") || (has("larger") && "larger"));
  }

  // The app calls this with what a person has chosen.
  window.weighbridgeLook = function (chosen) {
    words = chosen.split(" ");
    apply();
  };

  var kept = "";
  try {
    kept = window.localStorage.getItem("weighbridge.settings") || "";
  } catch (error) {
    // Where nothing can be kept, all is as usual.
  }
  window.weighbridgeLook(kept);
  if (device.addEventListener) device.addEventListener("change", apply);
})();
