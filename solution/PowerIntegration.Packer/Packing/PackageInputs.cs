using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Packing;

/// <summary>What a package takes from outside its folder.</summary>
/// <param name="Kind">Managed or unmanaged.</param>
/// <param name="Definition">
/// The connector's repository form, from which the icon comes. Null for a solution from elsewhere: it has its own icon, and the rules of this
/// product, such as its prefix, do not apply to it.
/// </param>
/// <param name="Assembly">
/// Gives the built plug-in assembly, or null where there is none. It is asked after everything else is in order, because building takes a while.
/// </param>
public sealed record PackageInputs(PackageKind Kind, ConnectorDefinition? Definition = null, Func<byte[]?>? Assembly = null);
