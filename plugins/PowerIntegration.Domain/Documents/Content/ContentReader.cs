using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Documents.Content;

/// <summary>Reads what <see cref="ContentWriter"/> wrote, field by field in the order of writing. Only text whose hash was checked is read.</summary>
/// <exception cref="InvariantBrokenException">The text was not written by the writer of its format.</exception>
public sealed class ContentReader
{
    private readonly string text;
    private int place;

    /// <summary>Begins at the first section.</summary>
    /// <param name="text">The whole text.</param>
    public ContentReader(string text) => this.text = text;

    /// <summary>True where the next thing is a section of the name; it is then begun.</summary>
    public bool TrySection(string name)
    {
        var head = "[" + name + "]\n";
        if (string.CompareOrdinal(text, place, head, 0, head.Length) != 0)
        {
            return false;
        }

        place += head.Length;
        return true;
    }

    /// <summary>Begins a section that must come next.</summary>
    public void Section(string name) => Invariant.Require(TrySection(name), $"Frozen content has the section '{name}' at {place}.");

    /// <summary>A text; null where it was left out.</summary>
    public string? OptionalText(string name)
    {
        var head = name + "=";
        if (string.CompareOrdinal(text, place, head, 0, head.Length) != 0)
        {
            return null;
        }

        var colon = text.IndexOf(':', place);
        var start = place + head.Length;
        Invariant.Require(
            colon > 0
                & int.TryParse(colon > 0 ? text.Substring(start, colon - start) : "", NumberStyles.None, CultureInfo.InvariantCulture, out var length)
                && colon + length < text.Length,
            $"The field '{name}' of frozen content says how long it is."
        );
        place = colon + length + 2;
        return text.Substring(colon + 1, length);
    }

    /// <summary>A text that was written.</summary>
    public string Text(string name) => OptionalText(name) ?? throw Missing(name);

    /// <summary>An amount or rate; null where it was left out.</summary>
    public decimal? OptionalAmount(string name) =>
        OptionalText(name) is { } value ? decimal.Parse(value, NumberStyles.Number, CultureInfo.InvariantCulture) : null;

    /// <summary>An amount or rate that was written.</summary>
    public decimal Amount(string name) => OptionalAmount(name) ?? throw Missing(name);

    /// <summary>A whole number; null where it was left out.</summary>
    public int? OptionalWholeNumber(string name) =>
        OptionalText(name) is { } value ? int.Parse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : null;

    /// <summary>A whole number that was written.</summary>
    public int WholeNumber(string name) => OptionalWholeNumber(name) ?? throw Missing(name);

    /// <summary>A day that was written.</summary>
    public CalendarDate Date(string name) => CalendarDate.TryParse(Text(name), out var date) ? date : throw Missing(name);

    /// <summary>Yes or no.</summary>
    public bool Flag(string name) => Text(name) == "true";

    /// <summary>A value of an enumeration; null where it was left out.</summary>
    public TEnum? OptionalChoice<TEnum>(string name)
        where TEnum : struct, Enum =>
        OptionalText(name) is { } value
            ? Enum.TryParse<TEnum>(value, out var word)
                ? word
                : throw Missing(name)
            : null;

    /// <summary>A value of an enumeration that was written.</summary>
    public TEnum Choice<TEnum>(string name)
        where TEnum : struct, Enum => OptionalChoice<TEnum>(name) ?? throw Missing(name);

    /// <summary>Requires that everything was read: a field that no one reads would be lost.</summary>
    public void End() => Invariant.Require(place == text.Length, $"Frozen content is read to its end; {text.Length - place} characters are left.");

    private InvariantBrokenException Missing(string name) => new(Sentence.Of($"Frozen content has the field '{name}' at {place}."));
}
