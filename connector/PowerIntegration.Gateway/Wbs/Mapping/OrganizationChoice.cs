namespace PowerIntegration.Gateway.Wbs.Mapping;

/// <summary>An organization of Oracle.</summary>
/// <param name="Name">Name.</param>
/// <param name="BusinessUnit">Its business unit, or null.</param>
/// <param name="OwnsExpenditures">Whether it may own expenditures.</param>
/// <param name="StartDate">First day, or null.</param>
/// <param name="FinishDate">Last day, or null.</param>
internal sealed record OrganizationChoice(string Name, string? BusinessUnit, bool OwnsExpenditures, string? StartDate, string? FinishDate);
