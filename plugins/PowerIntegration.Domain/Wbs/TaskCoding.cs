namespace PowerIntegration.Domain.Wbs;

/// <summary>The full Oracle coding of a cost line.</summary>
/// <param name="ProjectNumber">Oracle project number.</param>
/// <param name="TaskNumber">Task.</param>
/// <param name="ExpenditureType">Expenditure type.</param>
/// <param name="ExpenditureOrganization">Expenditure organization.</param>
public sealed record TaskCoding(string ProjectNumber, string TaskNumber, string ExpenditureType, string ExpenditureOrganization)
{
    /// <summary>The coding for a sentence.</summary>
    public override string ToString() => $"project {ProjectNumber}, task {TaskNumber}, {ExpenditureType}, {ExpenditureOrganization}";
}
