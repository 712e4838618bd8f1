namespace PowerIntegration.Packer.Generation.Registration;

/// <summary>A request parameter or a response property.</summary>
/// <param name="Name">Unique name.</param>
/// <param name="Type">Type, as Dataverse numbers it.</param>
/// <param name="Description">What it means.</param>
/// <param name="IsOptional">True where a caller may leave a parameter out.</param>
internal sealed record CustomApiField(string Name, int Type, string Description, bool IsOptional);
