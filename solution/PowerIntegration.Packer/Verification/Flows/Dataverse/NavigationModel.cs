namespace PowerIntegration.Packer.Verification.Flows.Dataverse;

/// <summary>A way from one table to another.</summary>
/// <param name="Name">Name of the navigation property; case counts.</param>
/// <param name="Target">Logical name of the other table.</param>
/// <param name="IsCollection">True where it leads to many rows.</param>
internal sealed record NavigationModel(string Name, string Target, bool IsCollection);
