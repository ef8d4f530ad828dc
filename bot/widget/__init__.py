"""The chat widget: a web component in JavaScript (src/, dist/), and the step that gives it its texts."""
