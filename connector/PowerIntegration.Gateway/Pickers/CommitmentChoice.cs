namespace PowerIntegration.Gateway.Pickers;

/// <summary>A Procore commitment.</summary>
/// <param name="Id">Procore's id as text.</param>
/// <param name="Number">Number, or null.</param>
/// <param name="Title">Title, or null.</param>
/// <param name="Vendor">Name of the vendor, or null.</param>
/// <param name="Status">Status in Procore's words, or null.</param>
internal sealed record CommitmentChoice(string Id, string? Number, string? Title, string? Vendor, string? Status);
