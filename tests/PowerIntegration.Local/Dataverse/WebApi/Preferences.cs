using System.Text.RegularExpressions;
using PowerIntegration.Local.Dataverse.Errors;

namespace PowerIntegration.Local.Dataverse.WebApi;

/// <summary>
/// What the Prefer header asks for. HTTP lets a server pass over a preference; a client that counts on one would then be answered something else,
/// so one that is not run here is refused by its name.
/// </summary>
internal sealed class Preferences
{
    public const string FormattedValue = "OData.Community.Display.V1.FormattedValue";
    public const string LookupLogicalName = "Microsoft.Dynamics.CRM.lookuplogicalname";
    public const string NavigationProperty = "Microsoft.Dynamics.CRM.associatednavigationproperty";

    private readonly List<Regex> annotations = [];

    private Preferences() { }

    /// <summary>Of a request without the header.</summary>
    public static Preferences None { get; } = new();

    public bool Representation { get; private set; }

    public int? PageSize { get; private set; }

    public bool AnyAnnotation => annotations.Count > 0;

    /// <summary>The text echoed in Preference-Applied; empty where nothing is applied.</summary>
    public string Applied { get; private set; } = "";

    public static Preferences Parse(string header)
    {
        var preferences = new Preferences();
        var applied = new List<string>();
        foreach (var item in Split(header))
        {
            preferences.Apply(item);
            applied.Add(item);
        }

        preferences.Applied = string.Join(", ", applied);
        return preferences;
    }

    public bool Includes(string annotation) => annotations.Exists(pattern => pattern.IsMatch(annotation));

    private void Apply(string item)
    {
        if (!item.All(character => char.IsAscii(character) && !char.IsControl(character)))
        {
            throw NotValid(item);
        }

        if (Value(item, "return=") is { } wanted)
        {
            Representation = wanted.ToUpperInvariant() switch
            {
                "REPRESENTATION" => true,
                "MINIMAL" => false,
                _ => throw NotValid(item),
            };
        }
        else if (Value(item, "odata.include-annotations=") is { } list)
        {
            var names = list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            annotations.AddRange(names.Length == 0 ? throw NotValid(item) : names.Select(Pattern));
        }
        else if (Value(item, "odata.maxpagesize=") is { } size)
        {
            PageSize =
                int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
                    ? Math.Min(number, Query.QueryEngine.PageSizeMax)
                    : throw NotValid(item);
        }
        else
        {
            throw Faults.NotBuilt($"The preference '{item}' of the header Prefer");
        }
    }

    private static Exception NotValid(string item) =>
        Faults.Of(DataverseErrorCode.UriNotUnderstood, $"The preference '{item}' of the header Prefer is not valid.");

    private static string? Value(string item, string name) =>
        item.StartsWith(name, StringComparison.OrdinalIgnoreCase) ? item[name.Length..].Trim('"') : null;

    private static Regex Pattern(string annotation) =>
        new(
            "^" + Regex.Escape(annotation).Replace("\\*", ".*", StringComparison.Ordinal) + "$",
            RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
        );

    // A comma inside quotes belongs to the value.
    private static IEnumerable<string> Split(string header)
    {
        var start = 0;
        var quoted = false;
        for (var index = 0; index <= header.Length; index++)
        {
            quoted ^= index < header.Length && header[index] == '"';
            if (index == header.Length || (header[index] is ',' or ';' && !quoted))
            {
                if (header[start..index].Trim() is { Length: > 0 } item)
                {
                    yield return item;
                }

                start = index + 1;
            }
        }
    }
}
