import { mount } from 'svelte'
import type { Api } from './api/api'
import { keepDropsHere } from './api/drop'
import App from './frame/App.svelte'
import { Session } from './session/session.svelte'
import './styles/base.css'

async function backend(): Promise<Api> {
  if (import.meta.env.MODE !== 'fake') return (await import('./api/wails')).wailsApi()
  // "npm run dev:fake" takes the number of invented people and the language from the address: ?people=3000&language=en.
  const wishes = new URLSearchParams(location.search)
  const { fakeApi } = await import('./api/fake/fake')
  return fakeApi(Number(wishes.get('people') ?? 40), wishes.get('language') ?? 'de', wishes.get('theme') ?? '')
}

keepDropsHere(window)
const api = await backend()
const session = new Session(api, await api.shell.start(), window)
const target = document.getElementById('app')
if (target) mount(App, { target, props: { session } })
