"use strict";
(function () {
  var form = document.querySelector("form");
  if (!form) return;
  var button = form.querySelector("button");
  var state = form.querySelector(".state");
  var fields = Array.prototype.slice.call(form.querySelectorAll("input[type=file]"));

  function files() {
    return fields.reduce(function (sum, input) { return sum.concat(Array.prototype.slice.call(input.files)); }, []);
  }

  // Whether the server would refuse: said before anything is sent.
  function fault() {
    var size = files().reduce(function (sum, file) { return sum + file.size; }, 0);
    if (size > Number(form.dataset.mostBytes)) return form.dataset.large;
    return fields[0].files.length > Number(form.dataset.mostFiles) ? form.dataset.many : "";
  }

  function show() {
    fields.forEach(function (input) {
      var list = input.parentNode.querySelector(".chosen");
      list.textContent = "";
      if (input.files.length < 2) return;
      Array.prototype.forEach.call(input.files, function (file) {
        list.appendChild(document.createElement("li")).textContent = file.name;
      });
    });
    var wrong = fault();
    state.textContent = wrong;
    state.classList.toggle("wrong", Boolean(wrong));
    button.disabled = false;
  }

  function take(input, dropped) {
    var kept = new DataTransfer();
    var all = Array.prototype.slice.call(dropped);
    (input.multiple ? all : all.slice(0, 1)).forEach(function (file) { kept.items.add(file); });
    if (!kept.files.length) return;
    input.files = kept.files;
    show();
  }

  fields.forEach(function (input) { input.addEventListener("change", show); });

  // A file that misses the fields is meant for the drafts; without this the browser would open it.
  function over(event) {
    event.preventDefault();
    var zone = event.target.closest && event.target.closest(".drop");
    fields.forEach(function (input) { input.parentNode.classList.toggle("over", input.parentNode === zone); });
  }
  function left() {
    fields.forEach(function (input) { input.parentNode.classList.remove("over"); });
  }
  document.addEventListener("dragenter", over);
  document.addEventListener("dragover", over);
  document.addEventListener("dragleave", left);
  document.addEventListener("drop", function (event) {
    event.preventDefault();
    left();
    var zone = event.target.closest && event.target.closest(".drop");
    take((zone && zone.querySelector("input[type=file]")) || fields[0], event.dataTransfer.files);
  });

  form.addEventListener("submit", function (event) {
    if (fault() || button.disabled) return event.preventDefault();
    button.disabled = true;
    state.classList.remove("wrong");
    state.textContent = form.dataset.busy;
  });
  // The page comes back from the browser's memory as it was left.
  window.addEventListener("pageshow", show);
})();
