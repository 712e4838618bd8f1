namespace PowerIntegration.Domain.ContractBilling.Applications;

/// <summary>One amount that the arithmetic needs, under the name by which a person finds it in Procore.</summary>
/// <param name="Name">Name, with Procore's wire name.</param>
/// <param name="Amount">The amount; null where Procore left it out.</param>
internal sealed record SourceField(string Name, decimal? Amount);
