// Controls that are smaller than 44 CSS pixels, the size that our forms aim at. Links in lines of text are not buttons;
// the label of a choice counts with its input, since all of it can be pressed.
least => [...document.querySelectorAll("main :is(button, .button, select, textarea, input:not([type=hidden])), main summary")]
  .filter(element => element.checkVisibility({ visibilityProperty: true }))
  .map(element => {
    const boxes = [element, ...(element.matches("[type=radio], [type=checkbox]") ? element.labels : [])]
      .map(each => each.getBoundingClientRect());
    const height = Math.max(...boxes.map(box => box.bottom)) - Math.min(...boxes.map(box => box.top));
    const width = Math.max(...boxes.map(box => box.right)) - Math.min(...boxes.map(box => box.left));
    return { element, width, height };
  })
  .filter(({ width, height }) => width < least - 0.5 || height < least - 0.5)
  .map(({ element, width, height }) =>
    `${element.localName} “${(element.labels?.[0] ?? element).textContent.trim().slice(0, 40)}” is ${Math.round(width)} × ${Math.round(height)}`)
