import {renderToString} from 'preact-render-to-string';
import type {Language} from '../src/document';
import {LanguageContext} from '../src/language';

/** What a hook gives in a language. */
export function used<Value>(hook: () => Value, language: Language = 'en'): Value {
  let out: Value | undefined;
  const User = () => {
    out = hook();
    return null;
  };
  renderToString(
    <LanguageContext.Provider value={language}>
      <User />
    </LanguageContext.Provider>,
  );
  return out!;
}
