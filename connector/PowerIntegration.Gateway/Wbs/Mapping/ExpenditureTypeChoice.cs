namespace PowerIntegration.Gateway.Wbs.Mapping;

/// <summary>An expenditure type of Oracle.</summary>
/// <param name="Name">Name.</param>
/// <param name="Classes">Its classes, with semicolons between them.</param>
/// <param name="Active">Whether Oracle takes it.</param>
/// <param name="StartDate">First day, or null.</param>
/// <param name="FinishDate">Last day, or null.</param>
internal sealed record ExpenditureTypeChoice(string Name, string Classes, bool Active, string? StartDate, string? FinishDate);
