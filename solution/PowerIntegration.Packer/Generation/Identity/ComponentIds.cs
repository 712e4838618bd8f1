using System.Text.Json;
using PowerIntegration.Packer.Findings;

namespace PowerIntegration.Packer.Generation.Identity;

/// <summary>
/// Ids of generated components. They never change, or an import would make a second component beside the first. Those that are older than the rule
/// are listed in a file; every other name gets the id that is computed from it.
/// </summary>
public sealed class ComponentIds
{
    /// <summary>The file, below the root of the repository.</summary>
    public const string ListFile = "solution/ids.json";

    private readonly Guid namespaceId;
    private readonly Dictionary<string, Guid> listed;
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    private ComponentIds(Guid namespaceId, Dictionary<string, Guid> listed)
    {
        this.namespaceId = namespaceId;
        this.listed = listed;
    }

    /// <summary>What the list names and nothing asked for: a component that was renamed would get another id without a word.</summary>
    public IEnumerable<Finding> Unasked() =>
        listed
            .Keys.Where(name => !asked.Contains(name))
            .Select(name => new Finding(
                ListFile,
                name,
                "No component has this name. If it was renamed, rename the entry, so that it keeps its id; if it was removed, remove the entry."
            ));

    /// <summary>The id of a component.</summary>
    /// <param name="name">Its kind and name, such as type/RecordOutcome.</param>
    public Guid Of(string name)
    {
        asked.Add(name);
        return listed.TryGetValue(name, out Guid id) ? id : NameBasedId.Of(namespaceId, name);
    }

    /// <summary>Reads the namespace and the ids that were given before there was a rule.</summary>
    /// <exception cref="PackingRefusedException">The file is missing or not a list of ids.</exception>
    public static ComponentIds Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new PackingRefusedException([
                new Finding(ListFile, "the file", "It is missing. Restore it; without it components would get other ids."),
            ]);
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            return new ComponentIds(
                document.RootElement.GetProperty("namespace").GetGuid(),
                document.RootElement.GetProperty("ids").EnumerateObject().ToDictionary(entry => entry.Name, Id, StringComparer.Ordinal)
            );
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException)
        {
            throw new PackingRefusedException([
                new Finding(ListFile, "the file", $"It is not an object with a namespace and a list of ids: {e.Message} Restore the file."),
            ]);
        }
    }

    private static Guid Id(JsonProperty entry) =>
        entry.Value.TryGetGuid(out Guid id) ? id : throw new FormatException($"'{entry.Value}' of {entry.Name} is not an id.");
}
