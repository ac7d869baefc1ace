// Wants its prompts on paper too.
addEventListener('beforeprint', () => {
  for (const id of ['prompt', 'appeal']) document.getElementById(id).style.setProperty('display', 'block');
});
