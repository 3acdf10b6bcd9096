import { useText } from '#kernel/text.tsx'

const fromRight = new Set(['ar'])

/** The words to be told, in the language they are told in. They are the voice of the house to a family, word for word. */
export function ToldWords({ words, language }: { readonly words: string; readonly language: string }) {
  const text = useText()
  return (
    <figure className="disclosure-told">
      <figcaption className="sf-row">
        <span className="sf-section-title sf-grow">{text('disclosure.words')}</span>
        <span className="sf-second">{text(`disclosure.language.${language}`)}</span>
      </figcaption>
      <blockquote className="disclosure-words" lang={language} dir={fromRight.has(language) ? 'rtl' : 'ltr'}>
        {words}
      </blockquote>
    </figure>
  )
}
