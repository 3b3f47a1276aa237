// What a person sees when the app cannot start or has stopped.
//
// A plain script in old-fashioned JavaScript: it has to run where the app does not.
// The panic hook of the app and start.js call `window.weighbridgeRecover`; the app keeps the text of what is being
// worked on in `window.weighbridgeCurrent`.
(function () {
  "use strict";

  // The names that src/browser/ uses; records are {id, revision, title, text, ...}.
  var DATABASE = "weighbridge";
  var STORE = "appraisals";
  var TOO_OLD =
    "This browser is too old to run Weighbridge. Use Chrome, Edge or Firefox from 2023 or later, or Safari 16.4 or later.";

  var STOPPED =
    "Weighbridge has stopped because of a fault of its own. Your work up to the last change can be downloaded here; then reload the page.";

  var BLOCKED =
    "Weighbridge could not start: a security policy of this site, or of the program that shows this page, does not allow WebAssembly. Ask whoever looks after it to allow 'wasm-unsafe-eval' for scripts; your work is safe in this browser.";

  var shown = null;
  var starting = true;
  var blocked = false;

  function element(name, text) {
    var made = document.createElement(name);
    if (text) made.textContent = text;
    return made;
  }

  // A file name that every system accepts, from the words of a title.
  function fileName(title) {
    var words = String(title || "").replace(/[^A-Za-z0-9 _-]+/g, " ").replace(/\s+/g, " ");
    words = words.replace(/^ | $/g, "").slice(0, 60);
    return (words || "Appraisal") + ".json";
  }

  function downloadLink(label, title, text) {
    var link = element("a", label);
    link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    link.download = fileName(title);
    return link;
  }

  // Calls `done(records)`, or `done(null)` when this browser's storage cannot be read.
  // Never creates the database: an empty one would mislead the app's own opening of it.
  function savedAppraisals(done) {
    var opening;
    try {
      opening = window.indexedDB.open(DATABASE);
    } catch (error) {
      done(null);
      return;
    }
    var absent = false;
    opening.onupgradeneeded = function () {
      absent = true;
      opening.transaction.abort();
    };
    opening.onerror = function (event) {
      event.preventDefault();
      done(absent ? [] : null);
    };
    opening.onsuccess = function () {
      var records = [];
      try {
        var database = opening.result;
        database.onversionchange = function () {
          database.close();
        };
        if (!database.objectStoreNames.contains(STORE)) {
          database.close();
          done(records);
          return;
        }
        var reading = database.transaction(STORE, "readonly").objectStore(STORE).openCursor();
        reading.onsuccess = function () {
          var cursor = reading.result;
          if (cursor) {
            records.push(cursor.value);
            cursor["continue"]();
          } else {
            database.close();
            done(records);
          }
        };
        reading.onerror = function () {
          database.close();
          done(records.length ? records : null);
        };
      } catch (error) {
        done(null);
      }
    };
  }

  function offerSaved(place) {
    savedAppraisals(function (records) {
      place.appendChild(element("h2", "Download your saved appraisals"));
      if (!records) {
        place.appendChild(element("p", "The storage of this browser could not be read, so there is nothing to offer here."));
        return;
      }
      if (!records.length) {
        place.appendChild(element("p", "No appraisal is saved in this browser."));
        return;
      }
      place.appendChild(element("p", "Each is a file that Weighbridge opens again."));
      var list = element("ul");
      for (var i = 0; i < records.length; i += 1) {
        var record = records[i] || {};
        var title = record.title || record.id || "Appraisal " + (i + 1);
        var text = typeof record.text === "string" ? record.text : JSON.stringify(record, null, 2);
        var item = element("li");
        item.appendChild(downloadLink("Download “" + title + "”", title, text));
        list.appendChild(item);
      }
      place.appendChild(list);
    });
  }

  // Replaces the page by the message, a download of what was being worked on, if anything was, the saved appraisals
  // and a way to start again. The first call of a page is the one that counts.
  window.weighbridgeRecover = function (message) {
    if (shown) return;
    if (!document.body) {
      // So early that there is no page yet to say it on.
      document.addEventListener("DOMContentLoaded", function () {
        window.weighbridgeRecover(message);
      });
      return;
    }
    if (starting && blocked) message = BLOCKED;
    if (starting && !canRun()) message = TOO_OLD;
    var app = document.getElementById("app") || document.body;
    while (app.firstChild) app.removeChild(app.firstChild);

    var main = element("main");
    main.id = "recover";
    main.className = "page plain";
    var heading = element("h1", "Something went wrong");
    heading.tabIndex = -1;
    main.appendChild(heading);
    shown = element("p", message);
    main.appendChild(shown);

    var currentText = window.weighbridgeCurrent;
    if (typeof currentText === "string" && currentText) {
      var current = element("p");
      current.appendChild(downloadLink("Download what you were working on", "Recovered appraisal", currentText));
      main.appendChild(current);
    }

    var again = element("p");
    var reload = element("button", "Reload");
    reload.type = "button";
    reload.className = "button solid";
    reload.onclick = function () {
      window.location.reload();
    };
    again.appendChild(reload);
    main.appendChild(again);

    var saved = element("section");
    saved.id = "recover-saved";
    main.appendChild(saved);
    app.appendChild(main);
    document.title = "Something went wrong – Weighbridge";
    offerSaved(saved);
    heading.focus();
  };

  // Called when the app runs.
  window.weighbridgeStarted = function () {
    starting = false;
  };

  function canRun() {
    if (typeof WebAssembly !== "object" || typeof WebAssembly.instantiate !== "function") return false;
    return "noModule" in document.createElement("script");
  }

  // A policy that comes with the page, beside its own, may block the wasm; browsers say so after the start has failed.
  document.addEventListener("securitypolicyviolation", function (event) {
    if (!starting || event.blockedURI !== "wasm-eval") return;
    blocked = true;
    if (shown) shown.textContent = BLOCKED;
  });

  // Whether an address is that of a script or wasm of this page, and not, say, of a browser's extension.
  function isOurs(address) {
    if (!address || address.indexOf("wasm:") === 0) return true;
    return address.indexOf(window.location.href.replace(/[?#].*/, "").replace(/[^/]*$/, "")) === 0;
  }

  // A fault while the app runs that is no panic, such as memory used up: what is on the page would look alive and be dead.
  function stopped(error, address) {
    if (!(error instanceof Error) || !isOurs(address)) return;
    window.weighbridgeRecover(STOPPED);
  }

  window.addEventListener("unhandledrejection", function (event) {
    if (!starting && event.reason instanceof WebAssembly.RuntimeError) stopped(event.reason, "");
  });

  // Whether a page of another site shows this one inside itself: it could lead a person's clicks.
  function isFramedElsewhere() {
    if (window.top === window.self) return false;
    try {
      return window.top.location.origin !== window.location.origin || window.location.origin === "null";
    } catch (error) {
      return true;
    }
  }

  // start.js asks; in such a frame the app does not start.
  window.weighbridgeFramed = isFramedElsewhere();

  function refuseFrame() {
    var app = document.getElementById("app") || document.body;
    while (app.firstChild) app.removeChild(app.firstChild);
    var main = element("main");
    main.className = "page plain";
    main.appendChild(element("h1", "Open Weighbridge by itself"));
    main.appendChild(element("p", "Another page shows Weighbridge inside itself. It does not start there, so that nobody can lead your clicks."));
    shown = main;
    var link = element("a", "Open it in a tab of its own");
    link.href = window.location.href;
    link.target = "_blank";
    link.rel = "noopener";
    main.appendChild(element("p")).appendChild(link);
    app.appendChild(main);
  }

  // A script that does not load, or an error before the app runs, must not leave "Loading" there for ever.
  window.addEventListener(
    "error",
    function (event) {
      if (!starting) {
        stopped(event.error, event.filename);
        return;
      }
      var target = event.target;
      var script = target && target.nodeName === "SCRIPT";
      if (script || !target || target === window) {
        window.weighbridgeRecover("Weighbridge could not start. Reload to try again; your work is safe in this browser.");
      }
    },
    true
  );

  document.addEventListener("DOMContentLoaded", function () {
    if (window.weighbridgeFramed) refuseFrame();
    else if (!canRun()) window.weighbridgeRecover(TOO_OLD);
  });
})();
