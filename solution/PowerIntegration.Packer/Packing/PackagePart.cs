namespace PowerIntegration.Packer.Packing;

/// <summary>One file of a package.</summary>
/// <param name="Path">Path inside the zip, forward slashes, no leading slash.</param>
/// <param name="Content">Its bytes.</param>
public sealed record PackagePart(string Path, byte[] Content);
