// The colours of the first frame are those of the system. The program answers in the place of this file with the theme that was chosen.
document.documentElement.dataset.theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
