import type {ComponentChildren} from 'preact';
import type {Problem} from './answers';

interface FieldProps {
  /** Unique on the page. */
  id: string;
  label: ComponentChildren;
  hint?: ComponentChildren;
  problem?: string | undefined;
  /** What it does not do. */
  warning?: string | undefined;
}

interface TextProps extends FieldProps {
  value: string;
  placeholder?: string;
  /** Words to choose from while typing. */
  suggestions?: string[];
  onChange(value: string): void;
}

export function problemOf(problems: Problem[], field: string): string | undefined {
  return problems.find(problem => problem.field === field)?.message;
}

function described({id, hint, problem, warning}: FieldProps): string | undefined {
  return (
    [hint ? `${id}-hint` : '', problem ? `${id}-problem` : '', warning ? `${id}-warning` : '']
      .filter(Boolean)
      .join(' ') || undefined
  );
}

/** What a field wants and what is wrong with it, as `described` names them. */
function Remarks({id, hint, problem, warning}: Omit<FieldProps, 'label'>) {
  return (
    <>
      {hint && <small id={`${id}-hint`}>{hint}</small>}
      {problem && (
        <p class="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      {warning && (
        <p class="warning" id={`${id}-warning`}>
          {warning}
        </p>
      )}
    </>
  );
}

/** Problems of what has no field to show them at. */
export function Problems({problems}: {problems: Problem[]}) {
  return (
    <>
      {problems.map(({field, message}) => (
        <p key={field + message} class="problem">
          {field ? `${field}: ${message}` : message}
        </p>
      ))}
    </>
  );
}

/** A label, its control, what it wants and what is wrong with it. */
export function Field(props: FieldProps & {children: ComponentChildren}) {
  const {id, label, hint, problem, warning, children} = props;
  return (
    <div class={problem ? 'field wrong' : 'field'}>
      <label for={id}>{label}</label>
      {children}
      <Remarks id={id} hint={hint} problem={problem} warning={warning} />
    </div>
  );
}

export function TextField(props: TextProps) {
  const {id, value, placeholder, suggestions, problem, onChange} = props;
  return (
    <Field {...props}>
      <input
        id={id}
        type="text"
        value={value}
        placeholder={placeholder}
        autocomplete="off"
        spellcheck={false}
        maxLength={500}
        list={suggestions ? `${id}-list` : undefined}
        aria-invalid={problem ? true : undefined}
        aria-describedby={described(props)}
        onInput={event => onChange(event.currentTarget.value)}
      />
      {suggestions && (
        <datalist id={`${id}-list`}>
          {suggestions.map(word => (
            <option key={word} value={word} />
          ))}
        </datalist>
      )}
    </Field>
  );
}

interface ChoiceProps extends FieldProps {
  value: string;
  options: readonly (readonly [value: string, text: string])[];
  onChange(value: string): void;
}

export function Choice(props: ChoiceProps) {
  const {id, value, options, problem, onChange} = props;
  return (
    <Field {...props}>
      <select
        id={id}
        value={value}
        aria-invalid={problem ? true : undefined}
        aria-describedby={described(props)}
        onChange={event => onChange(event.currentTarget.value)}
      >
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </Field>
  );
}

interface ChoicesProps extends FieldProps {
  chosen: readonly string[];
  options: readonly (readonly [value: string, text: string])[];
  onChange(chosen: string[]): void;
}

/** Any number of words of a list, in the order of the list. */
export function Choices({id, label, hint, problem, chosen, options, onChange}: ChoicesProps) {
  const turn = (value: string, on: boolean) =>
    onChange(options.map(([option]) => option).filter(option => (option === value ? on : chosen.includes(option))));
  return (
    <fieldset
      id={id}
      class={problem ? 'field choices wrong' : 'field choices'}
      aria-describedby={described({id, label, hint, problem})}
    >
      <legend>{label}</legend>
      <ul>
        {options.map(([value, text]) => (
          <li key={value}>
            <label>
              <input
                type="checkbox"
                value={value}
                checked={chosen.includes(value)}
                onChange={event => turn(value, event.currentTarget.checked)}
              />{' '}
              {text}
            </label>
          </li>
        ))}
      </ul>
      <Remarks id={id} hint={hint} problem={problem} />
    </fieldset>
  );
}
