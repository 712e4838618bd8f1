using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Packing;

/// <summary>What a package takes from outside its folder.</summary>
/// <param name="Kind">Managed or unmanaged.</param>
/// <param name="Definition">
/// The connector's repository form, from which the icon comes. Null for a solution from elsewhere: it has its own icon, and the rules of this
/// product, such as its prefix, do not apply to it.
/// </param>
/// <param name="Assembly">The built plug-in assembly; null where the folder has it or registers none.</param>
public sealed record PackageInputs(PackageKind Kind, ConnectorDefinition? Definition = null, byte[]? Assembly = null);
