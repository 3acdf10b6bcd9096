import { done, handle } from '#kernel/handler'
import * as contract from './contract.ts'
import { installation } from './domain.ts'
import * as store from './store.ts'

export const saveSettings = handle(contract.saveSettings, async (settings, { tx, actor }) => {
  await store.setSettings(tx, actor.id, settings)
  return done(settings, { type: 'access.settingsSaved', subject: actor.id, compartment: installation, data: {} })
})
