"use strict";
(function () {
  var root = document.documentElement;
  root.classList.add("script");

  function all(where, selector) {
    return Array.prototype.slice.call(where.querySelectorAll(selector));
  }

  // Language: both are on the page, the style sheet shows one.
  var languages = all(document, "[data-language]");
  languages.forEach(function (button) {
    button.addEventListener("click", function () {
      root.lang = root.dataset.shown = button.dataset.language;
      languages.forEach(function (other) {
        other.setAttribute("aria-pressed", String(other === button));
      });
    });
  });

  // Vietnamese letters without their marks, so that a search may leave the marks out.
  function bare(text) {
    return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d");
  }

  function pressed(filter, field) {
    return all(filter, "[data-" + field + "][aria-pressed=true]").map(function (button) {
      return button.dataset[field];
    });
  }

  function setUp(draft) {
    var filter = draft.querySelector(".filter");
    if (!filter) return;
    var search = filter.querySelector("input");
    var clear = filter.querySelector(".clear");
    var items = all(draft, "li[data-number]");
    var groups = all(draft, ".group");
    var marks = all(draft, ".sheet [data-for]");
    var texts = null;

    function apply() {
      var grades = pressed(filter, "grade");
      var families = pressed(filter, "family");
      var exact = search.value.trim().toLowerCase().normalize("NFC");
      var plain = exact === bare(exact);
      var hidden = {};
      var shown = 0;
      if (exact && !texts) {
        texts = items.map(function (item) {
          var text = item.textContent.toLowerCase().normalize("NFC").replace(/\s+/g, " ");
          return [text, bare(text)];
        });
      }
      items.forEach(function (item, index) {
        var fits =
          (!grades.length || grades.indexOf(item.dataset.grade) >= 0) &&
          (!families.length || families.indexOf(item.dataset.family) >= 0) &&
          (!exact || texts[index][plain ? 1 : 0].indexOf(exact) >= 0);
        item.hidden = !fits;
        if (fits) shown += 1;
        else hidden[item.dataset.number] = true;
      });
      groups.forEach(function (group) {
        group.hidden = !group.querySelector("li[data-number]:not([hidden])");
      });
      marks.forEach(function (mark) {
        var off = mark.dataset.for.split(" ").every(function (number) {
          return hidden[number];
        });
        mark.classList.toggle("off", off);
      });
      filter.querySelector(".shown").textContent = String(shown);
      clear.hidden = !(grades.length || families.length || exact);
      draft.querySelector(".empty").hidden = shown > 0;
    }

    all(filter, "[aria-pressed]").forEach(function (button) {
      button.addEventListener("click", function () {
        button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
        apply();
      });
    });
    var later = 0;
    search.addEventListener("input", function () {
      clearTimeout(later);
      later = setTimeout(apply, 120);
    });
    clear.addEventListener("click", function () {
      search.value = "";
      all(filter, "[aria-pressed]").forEach(function (button) {
        button.setAttribute("aria-pressed", "false");
      });
      apply();
      search.focus();
    });
  }
  all(document, "article").forEach(setUp);

  // Parts out of sight have guessed heights; when those about the target are laid out, it may have moved.
  function settle() {
    var target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    requestAnimationFrame(function () {
      requestAnimationFrame(function () {
        target.scrollIntoView();
      });
    });
  }
  window.addEventListener("hashchange", settle);
  window.addEventListener("load", settle);

  // A number in the text leads to its finding; beside the text the list alone moves, the text stays where it is.
  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest(".sheet a[data-for]");
    if (!link) return;
    var item = document.getElementById(link.getAttribute("href").slice(1));
    var list = item.closest(".list");
    if (getComputedStyle(list).overflowY !== "auto") return;
    event.preventDefault();
    var bar = list.querySelector(".filter");
    var room = bar && getComputedStyle(bar).position === "sticky" ? bar.offsetHeight : 0;
    list.scrollTop += item.getBoundingClientRect().top - list.getBoundingClientRect().top - room - 12;
    item.focus({ preventScroll: true });
  });
})();
