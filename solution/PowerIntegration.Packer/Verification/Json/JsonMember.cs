namespace PowerIntegration.Packer.Verification.Json;

/// <summary>One member that an object may have.</summary>
/// <param name="Name">Name.</param>
/// <param name="Rule">What it may hold.</param>
/// <param name="IsRequired">True where the object must have it.</param>
internal sealed record JsonMember(string Name, JsonRule Rule, bool IsRequired);
