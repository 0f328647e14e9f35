// Draws a card as Teams would, with Microsoft's renderer, and says what a person could not read of it.
const hostConfig = new AdaptiveCards.HostConfig({
  fontFamily: "'Segoe UI', 'DejaVu Sans', sans-serif",
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  actions: { maxActions: 6, buttonSpacing: 8, actionsOrientation: 'horizontal', actionAlignment: 'left' },
  factSet: { spacing: 16, title: { weight: 'bolder', wrap: true }, value: { wrap: true } },
});

AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdownit().render(text);
  result.didProcess = true;
};

function draw(json, width) {
  const faults = [];
  const context = new AdaptiveCards.SerializationContext();
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = hostConfig;
  card.parse(json, context);
  for (let i = 0; i < context.eventCount; i++) {
    faults.push(context.getEventAt(i).message);
  }
  card.validateProperties().validationEvents.forEach((event) => faults.push(event.message));

  const place = document.createElement('div');
  place.id = 'card';
  place.style.width = `${width}px`;
  document.body.replaceChildren(place, Object.assign(document.createElement('style'), {
    // As Teams' own styles do; it also breaks a row of buttons that is too long.
    textContent: '* { box-sizing: border-box } body { margin: 0 } .ac-actionSet { flex-wrap: wrap; row-gap: 8px }',
  }));
  place.append(card.render());

  const edge = place.getBoundingClientRect().right + 0.5;
  for (const element of place.querySelectorAll('*')) {
    const name = `${element.tagName.toLowerCase()} "${element.textContent.trim().slice(0, 40)}"`;
    if (element.getBoundingClientRect().right > edge) {
      faults.push(`wider than the card: ${name}`);
    }
    if (element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1) {
      faults.push(`cut: ${name}`);
    }
  }
  return faults;
}
