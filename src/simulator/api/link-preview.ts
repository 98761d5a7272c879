import type { LinkPreviewOptions } from 'grammy/types'

import { badRequest } from '../refusal.ts'
import { isFields, optionalFlag, optionalString } from './fields.ts'
import { flag, json } from './params.ts'
import type { Params } from './params.ts'

/** `link_preview_options`, or what the older `disable_web_page_preview` means. */
export function readLinkPreview(params: Params): LinkPreviewOptions | undefined {
  const value = json(params, 'link_preview_options', 'link preview options')
  if (value === undefined) {
    return flag(params, 'disable_web_page_preview') ? { is_disabled: true } : undefined
  }
  if (!isFields(value)) throw badRequest('Object expected as link preview options')
  const options: LinkPreviewOptions = {}
  const url = optionalString(value, 'url')
  if (optionalFlag(value, 'is_disabled')) options.is_disabled = true
  if (url !== '') options.url = url
  if (optionalFlag(value, 'prefer_small_media')) options.prefer_small_media = true
  if (optionalFlag(value, 'prefer_large_media')) options.prefer_large_media = true
  if (optionalFlag(value, 'show_above_text')) options.show_above_text = true
  return Object.keys(options).length === 0 ? undefined : options
}
