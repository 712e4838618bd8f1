using System.Text.Json.Nodes;
using System.Xml;
using PowerIntegration.Local.Expressions;

namespace PowerIntegration.Local.Flows.Definition;

/// <summary>Reads one object of a flow file and remembers which properties were read, so that an unknown one is refused by name.</summary>
internal sealed class DefinitionReader(JsonObject source, string path, string file)
{
    private readonly HashSet<string> known = [];

    /// <summary>Where the object is.</summary>
    public string Path => path;

    /// <summary>The file it stands in.</summary>
    public string File => file;

    /// <summary>The names of all its properties.</summary>
    public IEnumerable<string> Names => source.Select(member => member.Key);

    /// <summary>Whether a property is there.</summary>
    public bool Has(string name) => source.ContainsKey(name);

    /// <summary>A property that may be missing or null.</summary>
    public JsonNode? Optional(string name)
    {
        known.Add(name);
        return source[name];
    }

    /// <summary>A property that must be there and not null.</summary>
    public JsonNode Required(string name) => Optional(name) ?? throw Failure($"has no '{name}'");

    /// <summary>A property that must be there and may be null.</summary>
    public JsonNode? Present(string name) => Has(name) ? Optional(name) : throw Failure($"has no '{name}'");

    /// <summary>A text property that must be there.</summary>
    public string Text(string name) => OptionalText(name) ?? throw Failure($"has no '{name}'");

    /// <summary>A text property that may be missing.</summary>
    public string? OptionalText(string name) =>
        Optional(name) is { } value ? Values.TextOrNull(value) ?? throw Failure($"has '{name}' that is not a text") : null;

    /// <summary>A whole number that may be missing.</summary>
    /// <param name="name">The property.</param>
    /// <param name="minimum">Less is refused.</param>
    /// <param name="maximum">More is refused.</param>
    public int? OptionalNumber(string name, int minimum, int maximum)
    {
        if (Optional(name) is not { } value)
        {
            return null;
        }

        return Values.KindOf(value) == ValueKind.WholeNumber && value.GetValue<long>() is var number && number >= minimum && number <= maximum
            ? (int)number
            : throw Failure($"has '{name}' {CompactJson.Write(value)}, which is not a whole number from {minimum} to {maximum}");
    }

    /// <summary>An ISO 8601 duration that may be missing.</summary>
    public System.TimeSpan? OptionalDuration(string name)
    {
        if (OptionalText(name) is not { } text)
        {
            return null;
        }

        try
        {
            return XmlConvert.ToTimeSpan(text);
        }
        catch (System.FormatException)
        {
            throw Failure($"has '{name}' '{text}', which is not a duration such as PT10S");
        }
    }

    /// <summary>An object property that must be there.</summary>
    public DefinitionReader Child(string name) => OptionalChild(name) ?? throw Failure($"has no '{name}'");

    /// <summary>An object property that may be missing.</summary>
    public DefinitionReader? OptionalChild(string name) =>
        Optional(name) switch
        {
            null => null,
            JsonObject child => new DefinitionReader(child, $"{path}.{name}", file),
            _ => throw Failure($"has '{name}' that is not an object"),
        };

    /// <summary>An object property as JSON; empty when it is missing.</summary>
    public JsonObject Members(string name) =>
        Optional(name) switch
        {
            null => [],
            JsonObject members => members,
            _ => throw Failure($"has '{name}' that is not an object"),
        };

    /// <summary>An array property; empty when it is missing.</summary>
    public JsonArray Elements(string name) =>
        Optional(name) switch
        {
            null => [],
            JsonArray elements => elements,
            _ => throw Failure($"has '{name}' that is not a list"),
        };

    /// <summary>Marks properties that have no meaning at run time as known.</summary>
    public void Ignore(params string[] names) => known.UnionWith(names);

    /// <summary>Refuses the first property that nothing has read.</summary>
    public void Complete()
    {
        foreach (var name in Names.Where(name => !known.Contains(name)))
        {
            throw Failure($"has '{name}', which this runtime does not support");
        }
    }

    /// <summary>A refusal that names file and path.</summary>
    /// <param name="what">A verb phrase without full stop.</param>
    public FlowDefinitionException Failure(string what) => new($"{file}: {path} {what}.");
}
