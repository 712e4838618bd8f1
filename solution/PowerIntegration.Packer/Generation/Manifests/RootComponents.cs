using System.Text.RegularExpressions;
using PowerIntegration.Packer.Findings;

namespace PowerIntegration.Packer.Generation.Manifests;

/// <summary>The lines of a Solution.xml that list generated components. Its other lines stay as they are.</summary>
internal static partial class RootComponents
{
    private const string End = "</RootComponents>";

    /// <summary>The line that lists a component by its name.</summary>
    /// <param name="type">Component type, as Dataverse numbers it.</param>
    /// <param name="schemaName">Name of the component.</param>
    public static string Line(int type, string schemaName) =>
        string.Create(CultureInfo.InvariantCulture, $"<RootComponent type=\"{type}\" schemaName=\"{schemaName}\" behavior=\"0\" />");

    /// <summary>The line that lists a component by its id.</summary>
    /// <param name="type">Component type, as Dataverse numbers it.</param>
    /// <param name="id">Id of the component.</param>
    /// <param name="schemaName">Its name, where exports write one beside the id.</param>
    public static string Line(int type, Guid id, string? schemaName = null) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"<RootComponent type=\"{type}\" id=\"{id:B}\" {(schemaName is null ? "" : $"schemaName=\"{schemaName}\" ")}behavior=\"0\" />"
        );

    /// <summary>The manifest with these lines in place of those of the same types, all in the order of their types.</summary>
    /// <param name="file">Path of the manifest, for findings.</param>
    /// <param name="manifest">Its text.</param>
    /// <param name="generated">The lines.</param>
    /// <param name="types">Types of which no other line may remain, beside those of the lines.</param>
    /// <exception cref="PackingRefusedException">It has no list to which lines can be added.</exception>
    public static string Replace(string file, string manifest, IReadOnlyList<string> generated, params IEnumerable<int> types)
    {
        string[] lines = manifest.Split('\n');
        int end = Array.FindIndex(lines, line => line.Trim() == End);
        if (end < 0)
        {
            throw new PackingRefusedException([
                new Finding(
                    file,
                    "RootComponents",
                    $"The list does not end with a line {End}. Write each component and the end on a line of its own."
                ),
            ]);
        }

        HashSet<int> replaced = [.. generated.Select(TypeOf), .. types];
        string indent = lines[end][..lines[end].IndexOf('<', StringComparison.Ordinal)] + "  ";
        IEnumerable<string> components = lines
            .Where(line => TypeOf(line) is > 0 and int type && !replaced.Contains(type))
            .Concat(generated.Select(line => indent + line))
            .OrderBy(TypeOf);
        return string.Join('\n', [.. lines[..end].Where(line => TypeOf(line) == 0), .. components, .. lines[end..]]);
    }

    // Zero where the line lists no component.
    private static int TypeOf(string line) =>
        Component().Match(line) is { Success: true } match ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex("^\\s*<RootComponent type=\"(\\d+)\"")]
    private static partial Regex Component();
}
