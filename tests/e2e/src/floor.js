// The whole program of the floor page: points by part, the star by band and minimum marks, each tap kept at once.
const lines = [...document.querySelectorAll('fieldset')].map((field) => ({ part: field.dataset.part, needs: JSON.parse(field.dataset.needs), points: null }));
const bands = JSON.parse(document.body.dataset.bands);
const show = () => {
  const sums = {};
  for (const { part, points } of lines) sums[part] = (sums[part] || 0) + points;
  for (const part in sums) document.getElementById('part' + part).value = sums[part];
  const total = Object.values(sums).reduce((all, sum) => all + sum, 0);
  const holds = (star) => lines.every(({ needs, points }) => needs.every(([from, least]) => from > star || (points !== null && points >= least)));
  document.getElementById('total').value = total;
  document.getElementById('star').value = bands.find(([star, from]) => total >= from && holds(star))[0];
};
const take = (control) => { lines[parseInt(control.value, 10)].points = Number(control.dataset.points); };
for (const control of document.querySelectorAll('input')) {
  if (localStorage.getItem(control.name) === control.value) { control.checked = true; take(control); }
}
show();
addEventListener('change', ({ target }) => { take(target); localStorage.setItem(target.name, target.value); show(); });
