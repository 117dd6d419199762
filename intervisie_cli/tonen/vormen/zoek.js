// Search in the page. Without it the page says the same; so it brings its own field.
(function () {
  "use strict";
  var sessies = document.getElementById("sessies");
  var label = document.createElement("label");
  label.className = "zoek";
  label.append("Zoek in de rondes");
  var veld = document.createElement("input");
  veld.type = "search";
  label.append(veld);
  var stand = document.createElement("p");
  stand.setAttribute("role", "status");
  sessies.querySelector("h2").after(label, stand);

  function eender(tekst) {
    return tekst.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  }
  var alles = Array.from(sessies.querySelectorAll(".sessie")).map(function (sessie) {
    var kop = eender(sessie.querySelector("h3").textContent);
    var rondes = Array.from(sessie.querySelectorAll("article")).map(function (ronde) {
      return { element: ronde, tekst: kop + " " + eender(ronde.textContent) };
    });
    return { element: sessie, rondes: rondes, kop: kop };
  });
  veld.addEventListener("input", function () {
    var woorden = eender(veld.value).split(/\s+/).filter(Boolean);
    var aantal = 0;
    function past(tekst) {
      return woorden.every(function (woord) { return tekst.includes(woord); });
    }
    alles.forEach(function (sessie) {
      var gevonden = sessie.rondes.filter(function (ronde) {
        ronde.element.hidden = !past(ronde.tekst);
        return !ronde.element.hidden;
      });
      aantal += gevonden.length;
      sessie.element.hidden = !gevonden.length && !past(sessie.kop);
    });
    stand.textContent = woorden.length ? aantal + (aantal === 1 ? " ronde" : " rondes") : "";
  });
})();
