namespace PowerIntegration.Packer.Unpacking;

/// <summary>One file of an unpacked folder.</summary>
/// <param name="Path">Path below the folder, forward slashes.</param>
/// <param name="Content">Its bytes.</param>
public sealed record UnpackedFile(string Path, byte[] Content);
