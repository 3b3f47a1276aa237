// Takes away the ways out of this page that its content-security policy does not govern: connections between browsers
// (WebRTC). Requests, sockets, beacons, images, frames and forms to anywhere else the policy blocks.
//
// The first script of the page, so that nothing has kept one of these before.
(function () {
  "use strict";

  var ways = [
    "RTCPeerConnection",
    "webkitRTCPeerConnection",
    "mozRTCPeerConnection",
    "RTCDataChannel",
    "RTCDtlsTransport",
    "RTCIceTransport",
    "RTCSctpTransport",
  ];
  for (var i = 0; i < ways.length; i += 1) {
    delete window[ways[i]];
  }
})();
