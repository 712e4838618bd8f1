namespace PowerIntegration.Domain.Wbs;

/// <summary>
/// What a mapping rule asks of one segment of a code: exactly a code, a code that begins with a text, or any code. The default value is any.
/// </summary>
/// <remarks>People write it as <c>03-200</c>, <c>03-*</c> and <c>*</c>.</remarks>
public readonly record struct CodePattern
{
    private const string Star = "*";

    // Null for any; a prefix is kept without its star.
    private readonly string? text;

    private CodePattern(string? text, bool isPrefix)
    {
        this.text = text;
        IsPrefix = isPrefix;
    }

    /// <summary>Fits every code, also a segment without one.</summary>
    public static CodePattern Any => default;

    /// <summary>True where it fits every code.</summary>
    public bool IsAny => text is null;

    /// <summary>True where the code must equal the text.</summary>
    public bool IsExact => text is not null && !IsPrefix;

    /// <summary>True where the code must begin with the text.</summary>
    public bool IsPrefix { get; }

    /// <summary>The code or its beginning; empty where it fits every code.</summary>
    public string Text => text ?? "";

    /// <summary>Fits one code.</summary>
    /// <exception cref="ArgumentException">The code is empty.</exception>
    public static CodePattern Exact(string code) => new(NotEmpty(code, nameof(code)), isPrefix: false);

    /// <summary>Fits the codes that begin with a text.</summary>
    /// <exception cref="ArgumentException">The text is empty.</exception>
    public static CodePattern StartingWith(string beginning) => new(NotEmpty(beginning, nameof(beginning)), isPrefix: true);

    /// <summary>Reads <c>03-200</c>, <c>03-*</c> or <c>*</c>; null and an empty text fit every code.</summary>
    public static CodePattern Parse(string? written) =>
        written is null || written.Length == 0 || written == Star ? Any
        : written[written.Length - 1] == '*' ? StartingWith(written.Substring(0, written.Length - 1))
        : Exact(written);

    /// <summary>True where the code fits. A segment without a code fits only <see cref="Any"/>. Upper and lower case differ.</summary>
    public bool Fits(string? code) =>
        text is null
        || (
            !string.IsNullOrEmpty(code)
            && (IsPrefix ? code!.StartsWith(text, StringComparison.Ordinal) : string.Equals(code, text, StringComparison.Ordinal))
        );

    /// <summary>True where some code fits both; a segment without a code counts only where both fit any.</summary>
    public bool Meets(CodePattern other) =>
        IsAny
        || other.IsAny
        || (
            IsPrefix && other.IsPrefix
                ? Text.StartsWith(other.Text, StringComparison.Ordinal) || other.Text.StartsWith(Text, StringComparison.Ordinal)
            : IsPrefix ? Fits(other.Text)
            : other.Fits(Text)
        );

    /// <summary>The narrower of two patterns that meet: every code that fits it fits both.</summary>
    public CodePattern Narrower(CodePattern other) =>
        IsAny ? other
        : other.IsAny || IsExact ? this
        : other.IsExact || other.Text.Length > Text.Length ? other
        : this;

    /// <summary>As people write it.</summary>
    public override string ToString() =>
        text is null ? Star
        : IsPrefix ? text + Star
        : text;

    private static string NotEmpty(string value, string name) =>
        string.IsNullOrEmpty(value) ? throw new ArgumentException("A pattern needs a code or the beginning of one.", name) : value;
}
