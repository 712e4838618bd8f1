using System.Text.RegularExpressions;

namespace PowerIntegration.Local.Dataverse.WebApi;

/// <summary>What the Prefer header asks for. Preferences it does not know are passed over, as HTTP says.</summary>
internal sealed class Preferences
{
    public const string FormattedValue = "OData.Community.Display.V1.FormattedValue";
    public const string LookupLogicalName = "Microsoft.Dynamics.CRM.lookuplogicalname";
    public const string NavigationProperty = "Microsoft.Dynamics.CRM.associatednavigationproperty";

    private readonly List<Regex> annotations = [];

    private Preferences(string raw) => Raw = raw;

    public bool Representation { get; private set; }

    public int? PageSize { get; private set; }

    public bool AnyAnnotation => annotations.Count > 0;

    /// <summary>The text echoed in Preference-Applied; empty where nothing is applied.</summary>
    public string Applied { get; private set; } = "";

    public string Raw { get; }

    public static Preferences Parse(string header)
    {
        var preferences = new Preferences(header);
        var applied = new List<string>();
        foreach (var item in Split(header))
        {
            if (preferences.Apply(item))
            {
                applied.Add(item);
            }
        }

        preferences.Applied = string.Join(", ", applied);
        return preferences;
    }

    public bool Includes(string annotation) => annotations.Exists(pattern => pattern.IsMatch(annotation));

    private bool Apply(string item)
    {
        if (item.Equals("return=representation", StringComparison.OrdinalIgnoreCase))
        {
            return Representation = true;
        }

        if (Value(item, "odata.include-annotations=") is { } list)
        {
            annotations.AddRange(list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Pattern));
            return true;
        }

        if (
            Value(item, "odata.maxpagesize=") is { } size
            && int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number > 0
        )
        {
            PageSize = Math.Min(number, Query.QueryEngine.PageSizeMax);
            return true;
        }

        return false;
    }

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
