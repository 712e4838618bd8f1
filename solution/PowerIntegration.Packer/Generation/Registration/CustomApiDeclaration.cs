using PowerIntegration.Packer.Generation.Plugins;

namespace PowerIntegration.Packer.Generation.Registration;

/// <summary>One custom API, as the attributes of its class declare it.</summary>
/// <param name="Class">The class that runs.</param>
/// <param name="UniqueName">Unique name.</param>
/// <param name="ExecutePrivilege">Privilege that a caller must hold.</param>
/// <param name="Description">What it does.</param>
/// <param name="DisplayName">Name that people see.</param>
/// <param name="Inputs">Request parameters.</param>
/// <param name="Outputs">Response properties.</param>
internal sealed record CustomApiDeclaration(
    PluginClass Class,
    string UniqueName,
    string ExecutePrivilege,
    string Description,
    string DisplayName,
    IReadOnlyList<CustomApiField> Inputs,
    IReadOnlyList<CustomApiField> Outputs
);
