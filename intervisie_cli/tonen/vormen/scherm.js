// Lets the clock run, and looks again every second: the file is written anew at each answer.
(function () {
  "use strict";
  var scherm = document.querySelector(".scherm");
  var klok = document.querySelector(".klok");

  function duur(seconden) {
    var uren = Math.floor(seconden / 3600);
    var rest = Math.floor((seconden % 3600) / 60);
    var over = String(Math.floor(seconden % 60)).padStart(2, "0");
    return uren ? uren + ":" + String(rest).padStart(2, "0") + ":" + over : rest + ":" + over;
  }
  function tijd(bezig, plan, max) {
    if (!plan) { return [duur(bezig) + " bezig", "ruim"]; }
    if (bezig > max) { return [duur(bezig - max) + " over de tijd", "over"]; }
    if (bezig > plan) { return ["nog " + duur(max - bezig) + " uitloop", "krap"]; }
    var rest = plan - bezig;
    return ["nog " + duur(rest), rest <= Math.max(60, plan / 5) ? "krap" : "ruim"];
  }
  function stil() {
    var gezien = Date.parse(scherm.dataset.gezien);
    return Date.now() - gezien > scherm.dataset.stil * 1000;
  }
  function teken() {
    if (!klok) { return; }
    var bezig = Math.max(0, (Date.now() - Date.parse(klok.dataset.begonnen)) / 1000);
    var wordt = tijd(Math.floor(bezig), Number(klok.dataset.plan), Number(klok.dataset.max));
    klok.textContent = stil() ? "gepauzeerd" : wordt[0];
    klok.className = "klok " + wordt[1];
    scherm.dataset.toestand = stil() ? "gepauzeerd" : "loopt";
  }
  teken();
  setTimeout(function () { location.reload(); }, 1000);
})();
