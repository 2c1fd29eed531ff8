/** A labelled text field that cannot be had without its label; `describedBy` names the error above the form. */
export function Field({
  name,
  label,
  type = 'text',
  autoComplete,
  value,
  describedBy,
}: {
  name: string;
  label: string;
  type?: 'text' | 'password';
  autoComplete: string;
  value?: string | undefined;
  describedBy?: string | undefined;
}) {
  return (
    <label className="grid gap-1 font-semibold">
      {label}
      <input
        id={name}
        type={type}
        name={name}
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={value}
        required
        aria-invalid={describedBy ? true : undefined}
        aria-describedby={describedBy}
      />
    </label>
  );
}
