using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Connectors;

/// <summary>One parameter of a connector operation.</summary>
/// <param name="Name">Its name; a flow's key, and for the body the prefix of its keys.</param>
/// <param name="In">path, query, header or body.</param>
/// <param name="IsRequired">Whether a call needs it.</param>
/// <param name="Schema">Type, default, enum and, for the body, its properties; references are resolved where they are read.</param>
internal sealed record SwaggerParameter(string Name, string In, bool IsRequired, JsonObject Schema);
