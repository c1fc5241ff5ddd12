/**
 * Slot masks: which passages of a layer may count for a language, kept from question to question.
 *
 * In:   a layer; it may grow, and tells what it removes.
 * Out:  bytes by slot, 1 for what counts.
 * Cost: a look at every slot when a language is first asked for, and again after the layer grew.
 */
import type { LanguageCode } from '../article.ts'
import type { PostingLayer } from './posting-layer.ts'

type Masked = Pick<PostingLayer, 'slots' | 'documentCount' | 'isLive' | 'languageAt'>

export class SlotMasks {
  readonly #layer: Masked
  readonly #masks = new Map<LanguageCode | undefined, Uint8Array>()

  constructor(layer: Masked) {
    this.#layer = layer
  }

  of(language: LanguageCode | undefined): Uint8Array | null {
    const { slots, documentCount } = this.#layer
    if (language === undefined && documentCount === slots) return null
    const known = this.#masks.get(language)
    if (known?.length === slots) return known
    const mask = new Uint8Array(slots)
    for (let slot = 0; slot < slots; slot++) if (this.#counts(slot, language)) mask[slot] = 1
    this.#masks.set(language, mask)
    return mask
  }

  remove(slot: number): void {
    for (const mask of this.#masks.values()) mask[slot] = 0
  }

  #counts(slot: number, language: LanguageCode | undefined): boolean {
    if (!this.#layer.isLive(slot)) return false
    const own = this.#layer.languageAt(slot)
    return language === undefined || own === language || own === 'und'
  }
}
