/** The reactions that can be chosen, by their shortcodes. */
const EMOJI: Record<string, string> = {
  ':thumbsup:': '👍',
  ':heart:': '❤️',
  ':tada:': '🎉',
  ':joy:': '😂',
  ':open_mouth:': '😮',
  ':cry:': '😢',
};

export const CHOICES = Object.keys(EMOJI);

/** The character of a shortcode; a shortcode that is not known here is shown as it is. */
export function glyph(shortcode: string): string {
  return EMOJI[shortcode] ?? shortcode;
}
