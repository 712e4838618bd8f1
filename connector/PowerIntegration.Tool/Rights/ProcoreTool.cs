using System.Text.Json;

namespace PowerIntegration.Tool.Rights;

/// <summary>One tool of Procore's list of permissions, as the account sees it.</summary>
/// <param name="Name">The tool.</param>
/// <param name="Approves">Why the account can approve with it, or null where it cannot.</param>
internal sealed record ProcoreTool(string Name, string? Approves)
{
    private const string Where = "Procore's list of permissions";

    // Procore documents four levels in words; the spelling on the wire is not documented.
    private static readonly IReadOnlySet<string> HarmlessLevels = new HashSet<string>(StringComparer.Ordinal) { "none", "readonly", "standard" };

    /// <summary>Reads a tool.</summary>
    /// <exception cref="NotReadException">A member is missing, or the level is not one of Procore's four.</exception>
    public static ProcoreTool Read(JsonElement tool)
    {
        var name = tool.Text("name", Where);
        var level = tool.Object("user_access_level", Where).Text("name", Where);
        var actions = tool.List("permitted_actions", Where).Select(action => action.Text("action_name", Where)).Where(IsApproval).ToList();
        var plain = string.Concat(level.Where(char.IsLetter)).ToLowerInvariant();
        return plain switch
        {
            // Admin of a tool sets the status of its records, whatever the single actions say.
            "admin" => new(name, $"{name} (Admin)"),
            _ when !HarmlessLevels.Contains(plain) => throw new NotReadException(
                $"The tool '{name}' has the level '{level}'; None, Read Only, Standard or Admin was expected. Check the tool in Procore."
            ),
            _ when actions.Count > 0 => new(name, $"{name} ({string.Join(", ", actions)})"),
            _ => new(name, null),
        };
    }

    private static bool IsApproval(string action) => action.Contains("approv", StringComparison.OrdinalIgnoreCase);
}
