using System.Text.Json.Nodes;
using PowerIntegration.Local.Expressions;

namespace PowerIntegration.Local.Connectors;

/// <summary>Reads the values of a call whose parameters are plain texts and flags.</summary>
/// <param name="connector">The connector's name in a sentence.</param>
/// <param name="call">The call.</param>
internal sealed class FlatParameters(string connector, ConnectorCall call)
{
    /// <summary>A text; null where the parameter is absent or null.</summary>
    /// <exception cref="ConnectorRefusalException">It is of another type.</exception>
    public string? Text(string name) =>
        call.Parameters[name] is not { } value ? null : Values.TextOrNull(value) ?? throw Refusal($"takes '{name}' as text and got {Shown(value)}");

    /// <summary>Yes or no; a default where the parameter is absent or null.</summary>
    /// <exception cref="ConnectorRefusalException">It is of another type.</exception>
    public bool Flag(string name, bool byDefault) =>
        call.Parameters[name] is not { } value ? byDefault
        : Values.KindOf(value) == ValueKind.Boolean ? value.GetValue<bool>()
        : throw Refusal($"takes '{name}' as true or false and got {Shown(value)}");

    /// <summary>One of the values that this runtime implements.</summary>
    /// <exception cref="ConnectorRefusalException">It is another one.</exception>
    public string OneOf(string name, params string[] allowed) =>
        Text(name) is { } value && allowed.Contains(value)
            ? value
            : throw Refusal(
                $"got {Shown(call.Parameters[name])} for '{name}', which this runtime does not implement. "
                    + $"Implemented are: {string.Join(", ", allowed)}"
            );

    /// <summary>A refusal that names connector and operation.</summary>
    public ConnectorRefusalException Refusal(string what) => new($"The {connector} connector's operation '{call.OperationId}' {what}.");

    private static string Shown(JsonNode? value) => CompactJson.Write(value);
}
