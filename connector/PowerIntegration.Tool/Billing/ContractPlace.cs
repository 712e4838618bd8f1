using System.Text.Json;
using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Tool.Billing;

/// <summary>
/// One object of a contract file and where it stands. Every field is asked for by name; what nobody asked for is refused in the end, so that a
/// misspelt word is not silently ignored.
/// </summary>
internal sealed class ContractPlace
{
    private const int AmountDecimalsMax = 2;
    private const int RateDecimalsMax = 8;

    private readonly JsonElement element;
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly List<ContractPlace> inner = [];

    /// <summary>An object at a place.</summary>
    /// <exception cref="InvalidDataException">It is no object.</exception>
    public ContractPlace(JsonElement element, string where)
    {
        this.element = element;
        Where = where;
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new InvalidDataException($"{where}: an object in braces is expected, not {Shown(element)}.");
        }
    }

    /// <summary>File, application and line, as the sentences name them.</summary>
    public string Where { get; private set; }

    /// <summary>Adds a name to the place once it is known, such as the number of the application.</summary>
    public void Name(string where) => Where = where;

    /// <summary>True where the field is written.</summary>
    public bool Has(string field) => Find(field) is not null;

    /// <summary>A text that must be there.</summary>
    public string Text(string field) => TextOrNull(field) ?? throw Missing(field);

    /// <summary>A text, where it is written.</summary>
    public string? TextOrNull(string field) =>
        Find(field) is not { } value ? null
        : value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text
        : throw Wrong(field, value, "write a text in quotation marks");

    /// <summary>An amount that must be there.</summary>
    public decimal Amount(string field) => AmountOrNull(field) ?? throw Missing(field);

    /// <summary>An amount, where it is written: a number with two decimals at most.</summary>
    public decimal? AmountOrNull(string field) => Number(field, AmountDecimalsMax, "write a number with at most 2 decimals");

    /// <summary>A rate, where it is written, as a fraction.</summary>
    public decimal? RateOrNull(string field) => Number(field, RateDecimalsMax, "write a fraction, 0.10 for ten per cent");

    /// <summary>A rate that must be there.</summary>
    public decimal Rate(string field) => RateOrNull(field) ?? throw Missing(field);

    /// <summary>A whole number, where it is written.</summary>
    public int? IntegerOrNull(string field) =>
        Find(field) is not { } value ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number
        : throw Wrong(field, value, "write a whole number");

    /// <summary>A whole number that must be there.</summary>
    public int Integer(string field) => IntegerOrNull(field) ?? throw Missing(field);

    /// <summary>True or false, where it is written.</summary>
    public bool? FlagOrNull(string field) =>
        Find(field) is not { } value ? null
        : value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean()
        : throw Wrong(field, value, "write true or false");

    /// <summary>A day, where it is written.</summary>
    public CalendarDate? DayOrNull(string field)
    {
        if (Find(field) is not { } value)
        {
            return null;
        }

        var isDay = DateTime.TryParseExact(
            value.ValueKind == JsonValueKind.String ? value.GetString() : null,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        );
        return isDay ? CalendarDate.FromDateTime(day) : throw Wrong(field, value, "write a day as 2025-10-31");
    }

    /// <summary>One of the words of an enumeration, where it is written.</summary>
    public TWord? WordOrNull<TWord>(string field)
        where TWord : struct, Enum
    {
        if (Find(field) is not { } value)
        {
            return null;
        }

        var words = Enum.GetNames<TWord>();
        var written = value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        var word = words.FirstOrDefault(candidate => string.Equals(Spelled(candidate), written, StringComparison.Ordinal));
        return word is null ? throw Wrong(field, value, "write one of " + string.Join(", ", words.Select(Spelled))) : Enum.Parse<TWord>(word);
    }

    /// <summary>One of the words, which must be there.</summary>
    public TWord Word<TWord>(string field)
        where TWord : struct, Enum => WordOrNull<TWord>(field) ?? throw Missing(field);

    /// <summary>An object in this one, where it is written.</summary>
    public ContractPlace? PlaceOrNull(string field) => Find(field) is { } value ? Keep(new ContractPlace(value, $"{Where}, {field}")) : null;

    /// <summary>An object in this one that must be there.</summary>
    public ContractPlace Place(string field) => PlaceOrNull(field) ?? throw Missing(field);

    /// <summary>The objects of a list; none where the list is not written.</summary>
    public IReadOnlyList<ContractPlace> Places(string field)
    {
        if (Find(field) is not { } value)
        {
            return [];
        }

        return value.ValueKind == JsonValueKind.Array
            ?
            [
                .. value
                    .EnumerateArray()
                    .Select(
                        (item, index) =>
                            Keep(new ContractPlace(item, string.Create(CultureInfo.InvariantCulture, $"{Where}, {field}, entry {index + 1}")))
                    ),
            ]
            : throw Wrong(field, value, "write a list in square brackets");
    }

    /// <summary>The texts of a list that must be there.</summary>
    public IReadOnlyList<string> Texts(string field) =>
        Find(field) is not { } value ? throw Missing(field)
        : value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
            ? [.. value.EnumerateArray().Select(item => item.GetString()!)]
        : throw Wrong(field, value, "write a list of texts");

    /// <summary>Refuses the first field, here and inside, that nobody asked for.</summary>
    public void RefuseUnknownFields()
    {
        foreach (var property in element.EnumerateObject())
        {
            if (!known.Contains(property.Name))
            {
                throw new InvalidDataException(
                    $"{Where}: {property.Name} is {Shown(property.Value)}, but no field is called {property.Name} here. "
                        + $"Known are {string.Join(", ", known.Order(StringComparer.Ordinal))}."
                );
            }
        }

        foreach (var place in inner)
        {
            place.RefuseUnknownFields();
        }
    }

    /// <summary>A mistake in a field.</summary>
    public InvalidDataException Wrong(string field, string advice) => Find(field) is { } value ? Wrong(field, value, advice) : Missing(field);

    private static string Spelled(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static string Shown(JsonElement value)
    {
        var text = value.GetRawText();
        return text.Length <= 60 ? text : string.Concat(text.AsSpan(0, 57), "...");
    }

    private decimal? Number(string field, int decimalsMax, string advice)
    {
        if (Find(field) is not { } value)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) && decimal.Round(number, decimalsMax) == number
            ? number
            : throw Wrong(field, value, advice);
    }

    private JsonElement? Find(string field)
    {
        known.Add(field);
        return element.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }

    private ContractPlace Keep(ContractPlace place)
    {
        inner.Add(place);
        return place;
    }

    private InvalidDataException Missing(string field) => new($"{Where}: {field} is missing.");

    private InvalidDataException Wrong(string field, JsonElement value, string advice) => new($"{Where}: {field} is {Shown(value)}; {advice}.");
}
