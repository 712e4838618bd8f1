namespace PowerIntegration.Local.Procore.Wire;

/// <summary>
/// The query parameters of a call; a parameter the operation does not document is refused, so that nothing we ship relies on an invented one.
/// </summary>
internal sealed class ProcoreQuery
{
    private readonly ILookup<string, string> values;

    /// <param name="route">The operation.</param>
    /// <param name="parameters">As sent; <c>name[]</c> and <c>name</c> are the same list.</param>
    /// <exception cref="WireRefusalException">A parameter is not known.</exception>
    public ProcoreQuery(ProcoreRoute route, IReadOnlyList<KeyValuePair<string, string>> parameters)
    {
        values = parameters.ToLookup(parameter => NameOf(parameter.Key), parameter => parameter.Value, StringComparer.Ordinal);
        var unknown = values.FirstOrDefault(parameter => !route.Query.Contains(parameter.Key));
        if (unknown is not null)
        {
            throw new WireRefusalException(
                400,
                $"Procore simulator: {route.Name} does not support the query parameter {unknown.Key}. Use one of: {string.Join(", ", route.Query)}."
            );
        }
    }

    /// <summary>The last value, or null.</summary>
    public string? Text(string name) => values[name].LastOrDefault();

    /// <summary>An id, or null.</summary>
    public long? Id(string name) => Text(name) is { } text ? ParseId(name, text) : null;

    /// <summary>An id that must be there.</summary>
    public long RequiredId(string name) => Id(name) ?? throw new WireRefusalException(400, $"{name} is required");

    /// <summary>Ids of a list, or null where the parameter is not sent.</summary>
    public IReadOnlySet<long>? Ids(string name) => values.Contains(name) ? values[name].Select(text => ParseId(name, text)).ToHashSet() : null;

    /// <summary>A range of instants, or null.</summary>
    public TimeRange? Range(string name) => Text(name) is { } text ? TimeRange.Parse(name, text) : null;

    /// <summary>One of the documented values, or null.</summary>
    public string? OneOf(string name, params string[] known)
    {
        var text = Text(name);
        return text is null || known.Contains(text)
            ? text
            : throw new WireRefusalException(400, $"Procore simulator: {name}={text} is not supported. Use one of: {string.Join(", ", known)}.");
    }

    /// <summary>Some of the documented values, or null where the parameter is not sent.</summary>
    public IReadOnlySet<string>? SomeOf(string name, params string[] known)
    {
        if (values[name].FirstOrDefault(text => !known.Contains(text)) is { } unknown)
        {
            throw new WireRefusalException(
                400,
                $"Procore simulator: {name}={unknown} is not supported. Use one or more of: {string.Join(", ", known)}."
            );
        }

        return values.Contains(name) ? values[name].ToHashSet(StringComparer.Ordinal) : null;
    }

    /// <summary>True or false, or null.</summary>
    public bool? Flag(string name) => OneOf(name, "true", "false") is { } text ? text == "true" : null;

    private static string NameOf(string key) => key.EndsWith("[]", StringComparison.Ordinal) ? key[..^2] : key;

    private static long ParseId(string name, string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : throw new WireRefusalException(400, $"Parameter {name}: {text} is not an id.");
}
