/** The changes of the other pages, on the still picture alone: marks hidden, a mark brought out, another part in sight. */
const picture = document.querySelector('.still-drawing');
const marks = [...document.querySelectorAll('.still-drawing a')];
let [filtered, selected, scene] = [false, 0, 0];

const changes = {
  f: () => {
    filtered = !filtered;
    marks.forEach((mark, index) => {
      mark.style.display = filtered && index % 2 === 1 ? 'none' : '';
    });
  },
  s: () => {
    marks[selected]?.removeAttribute('style');
    selected = (selected + 7) % marks.length;
    marks[selected].style.filter = 'drop-shadow(0 0 4px #b3352b)';
  },
  c: () => {
    scene += 1;
    picture.style.transform = `scale(${1 + (scene % 4)})`;
  },
};
const settle = () =>
  requestAnimationFrame(() => requestAnimationFrame(() => picture.setAttribute('data-settled', 'true')));
addEventListener('keydown', ({ key }) => {
  if (!changes[key]) return;
  picture.setAttribute('data-settled', 'false');
  changes[key]();
  settle();
});
settle();
