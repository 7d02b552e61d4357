import { BANNER, HELP_LINKS, IMPLEMENTATION, IMPLEMENTATION_VERSION, LANGUAGE_INFO } from '../language.ts';
import type { Reply } from '../session/request.ts';
import { PROTOCOL_VERSION } from '../wire/message.ts';

/** Answered without the interpreter, so also while it starts or is busy (on control). */
export function kernel_info_request(): Reply {
  return {
    content: {
      status: 'ok',
      protocol_version: PROTOCOL_VERSION,
      implementation: IMPLEMENTATION,
      implementation_version: IMPLEMENTATION_VERSION,
      language_info: LANGUAGE_INFO,
      banner: BANNER,
      help_links: HELP_LINKS,
      supported_features: [],
      debugger: false,
    },
  };
}
